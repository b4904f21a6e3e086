package org.renkei.release;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.springframework.stereotype.Component;

/// Who opened which record, in the audit log: once an hour for each person and revision, as an open page
/// reads its record again at every change. The service account is no person and is not noted.
@Component
class Readings {
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int MOST = 20_000;

    private final AuditLog audit;
    private final Clock clock;
    private final Map<Reading, Instant> noted = new ConcurrentHashMap<>();

    Readings(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    private record Reading(UUID person, UUID record, int revision) {}

    /// Takes part in the caller's transaction: what cannot be written down is not shown.
    void note(Caller caller, UUID record, int revision) {
        var person = caller.person();
        if (person == null) {
            return;
        }
        var now = clock.instant();
        var reading = new Reading(person.id(), record, revision);
        var before = noted.get(reading);
        if (before != null && before.plus(AGAIN).isAfter(now)) {
            return;
        }
        audit.append(
                List.of(new AuditEvent(caller.getName(), "record-read", record, null, Map.of("revision", revision))));
        if (noted.size() >= MOST) {
            noted.clear();
        }
        noted.put(reading, now);
    }
}
