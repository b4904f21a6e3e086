package org.renkei.release;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;

/// Records that a statement names, as evidence or as a paper: they are here, and whoever is told of them
/// has them.
@Component
public class Named {
    private final Sights sights;
    private final String self;

    Named(Sights sights, NodeSettings settings) {
        this.sights = sights;
        this.self = settings.node().party();
    }

    /// A record as the caller sees it, of whatever kind. To be called within a transaction.
    public Optional<SharedRecord> find(UUID id, Caller caller) {
        return sights.of(caller)
                .find(id)
                .flatMap(seen -> Optional.ofNullable(seen.record().content()));
    }

    /// What is named is here, and its label lets all who are told have it.
    ///
    /// @param field in which it is named
    public List<Objection> against(String field, UUID id, Set<String> to, Caller writer) {
        var record = find(id, writer);
        if (record.isEmpty()) {
            return List.of(new Objection("/" + field, "no record of that id is held here", "その ID の記録はここにありません"));
        }
        var blind = new TreeSet<>(to);
        blind.remove(self);
        blind.remove(record.get().origin().party());
        switch (record.get().banner().releasability()) {
            case Releasability.Everyone everyone -> blind.clear();
            case Releasability.To(var codes) -> blind.removeAll(codes);
        }
        return blind.isEmpty()
                ? List.of()
                : List.of(new Objection(
                        "/" + field,
                        "the label of that record does not let " + String.join(", ", blind) + " have it",
                        "その記録のラベルでは " + String.join(", ", blind) + " に開示できません"));
    }
}
