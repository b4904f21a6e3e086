package org.renkei.glossary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.glossary.Glossary;
import org.renkei.kernel.glossary.Term;
import org.renkei.kernel.label.Label;
import org.renkei.records.RecordFilter;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the glossary. Terms are written at the door of records.
@Service
public class GlossaryDesk {
    private final Sights sights;
    private final Showings showings;
    private final String self;

    GlossaryDesk(Sights sights, Showings showings, NodeSettings settings) {
        this.sights = sights;
        this.showings = showings;
        this.self = settings.node().party();
    }

    /// All terms that the caller sees. What is an exercise stands among them and bears its label.
    @Transactional
    public GlossaryView list(Caller caller) {
        var terms = new ArrayList<Term>();
        var labels = new HashMap<UUID, Label>();
        for (var content : sights.of(caller).listStanding(new RecordFilter(Term.KIND, null, null, null, null))) {
            Term.of(content).ifPresent(terms::add);
            labels.put(content.id(), content.banner());
        }
        showings.note(caller, "glossary", labels.keySet());
        return GlossaryView.of(Glossary.of(terms), labels, self);
    }
}
