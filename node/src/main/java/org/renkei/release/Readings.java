package org.renkei.release;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.OncePerHour;
import org.renkei.identity.Caller;
import org.springframework.stereotype.Component;

/// Who opened which record, in the audit log: once an hour for each person and revision, as an open page
/// reads its record again at every change. The service account is no person and is not noted.
@Component
class Readings {
    private final AuditLog audit;
    private final OncePerHour noted;

    Readings(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.noted = new OncePerHour(clock);
    }

    private record Reading(UUID person, UUID record, int revision) {}

    /// Takes part in the caller's transaction: what cannot be written down is not shown.
    void note(Caller caller, UUID record, int revision) {
        var person = caller.person();
        if (person == null) {
            return;
        }
        var reading = new Reading(person.id(), record, revision);
        if (noted.isDue(reading)) {
            audit.append(List.of(
                    new AuditEvent(caller.getName(), "record-read", record, null, Map.of("revision", revision))));
            noted.noted(reading);
        }
    }
}
