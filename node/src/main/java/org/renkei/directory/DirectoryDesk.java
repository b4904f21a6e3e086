package org.renkei.directory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.contacts.OfficeContact;
import org.renkei.kernel.contacts.PhoneBook;
import org.renkei.kernel.label.Label;
import org.renkei.party.CoordinationRegister;
import org.renkei.records.RecordFilter;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the directory. Entries of the phone book are written at the door of records.
@Service
public class DirectoryDesk {
    private final CoordinationRegister register;
    private final Sights sights;
    private final Showings showings;
    private final Clock clock;
    private final String self;

    DirectoryDesk(CoordinationRegister register, Sights sights, Showings showings, NodeSettings settings, Clock clock) {
        this.register = register;
        this.sights = sights;
        this.showings = showings;
        this.clock = clock;
        this.self = settings.node().party();
    }

    /// Every body that concerns the caller's nation, the highest first, and how its offices are reached as far
    /// as the caller sees it.
    @Transactional
    public DirectoryView list(Caller caller) {
        var contacts = new ArrayList<OfficeContact>();
        var labels = new HashMap<UUID, Label>();
        var filter = new RecordFilter(OfficeContact.KIND, null, null, null, null);
        for (var content : sights.of(caller).listStanding(filter)) {
            OfficeContact.of(content).ifPresent(contacts::add);
            labels.put(content.id(), content.banner());
        }
        showings.note(caller, "directory", labels.keySet());
        return DirectoryView.of(self, register.bodiesFor(caller), PhoneBook.of(contacts), labels, clock.instant());
    }
}
