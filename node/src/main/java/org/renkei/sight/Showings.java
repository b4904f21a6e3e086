package org.renkei.sight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Which records somebody was shown in a list or on a page of a desk, in the audit log: one event names many
/// records, and each of them once an hour for a person and list, so that a screen that reads again at every
/// change adds only what is new on it. The service account is no person and is not noted.
@Component
public class Showings {
    public static final String EVENT = "list-read";

    private static final Duration AGAIN = Duration.ofHours(1);
    /// Records in one event; a list beyond all events is cut, and says how many it showed.
    private static final int IN_ONE = 200;

    private static final int MOST = 2_000;
    private static final int REMEMBERED = 100_000;

    private final AuditLog audit;
    private final Clock clock;
    private final Map<Shown, Instant> noted = new ConcurrentHashMap<>();

    Showings(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    private record Shown(UUID person, String list, UUID record) {}

    /// Written at the end of the caller's transaction, so that nobody who writes to the log waits for the making of a
    /// list. What cannot be written down is not shown.
    ///
    /// @param list which one, as the texts `audit.list.…` name it
    /// @param records ids of records that are on it
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Caller caller, String list, Collection<UUID> records) {
        var person = caller.person();
        if (person == null) {
            return;
        }
        var now = clock.instant();
        var fresh = records.stream()
                .distinct()
                .map(record -> new Shown(person.id(), list, record))
                .filter(shown -> isDue(shown, now))
                .limit(MOST)
                .toList();
        if (!fresh.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    audit.append(events(caller.getName(), list, records.size(), fresh));
                }

                @Override
                public void afterCommit() {
                    remember(fresh, now);
                }
            });
        }
    }

    private static List<AuditEvent> events(String actor, String list, int count, List<Shown> fresh) {
        var events = new ArrayList<AuditEvent>();
        for (var from = 0; from < fresh.size(); from += IN_ONE) {
            var ids = fresh.subList(from, Math.min(from + IN_ONE, fresh.size())).stream()
                    .map(shown -> shown.record().toString())
                    .toList();
            events.add(new AuditEvent(actor, EVENT, null, null, Map.of("list", list, "count", count, "shown", ids)));
        }
        return events;
    }

    private boolean isDue(Shown shown, Instant now) {
        var before = noted.get(shown);
        return before == null || !before.plus(AGAIN).isAfter(now);
    }

    private void remember(List<Shown> fresh, Instant now) {
        if (noted.size() >= REMEMBERED) {
            noted.values().removeIf(at -> !at.plus(AGAIN).isAfter(now));
        }
        if (noted.size() >= REMEMBERED) {
            noted.clear();
        }
        fresh.forEach(shown -> noted.put(shown, now));
    }
}
