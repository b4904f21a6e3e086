package org.renkei.attachments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.ledger.Hash;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// Puts on record what partners were refused, so that none of them can fill the audit log by asking: of each partner
/// the first few of an hour one by one, and after the hour how many more there were. Takes part in the caller's
/// transaction.
@Component
class Refusals {
    static final int MOST_AN_HOUR = 20;

    private static final String EVENT = "attachment-refused";
    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, Hour> hours = new HashMap<>();
    private final AuditLog audit;
    private final String self;
    private final Clock clock;

    Refusals(AuditLog audit, NodeSettings settings, Clock clock) {
        this.audit = audit;
        this.self = settings.node().toString();
        this.clock = clock;
    }

    /// How many there were since the first one.
    private record Hour(Instant began, int count) {
        boolean isOver(Instant now) {
            return Duration.between(began, now).compareTo(HOUR) >= 0;
        }

        Hour more() {
            return new Hour(began, count + 1);
        }
    }

    synchronized void note(String party, Hash digest, String code) {
        sumUp();
        var hour = hours.getOrDefault(party, new Hour(clock.instant(), 0)).more();
        hours.put(party, hour);
        if (hour.count() <= MOST_AN_HOUR) {
            append(List.of(event(party, Map.of("digest", digest.hex(), "why", code))));
        }
    }

    /// Closes the hours that are over.
    synchronized void sumUp() {
        var now = clock.instant();
        var events = new ArrayList<AuditEvent>();
        hours.forEach((party, hour) -> {
            if (hour.isOver(now) && hour.count() > MOST_AN_HOUR) {
                var more = hour.count() - MOST_AN_HOUR;
                events.add(
                        event(party, Map.of("more", more, "since", hour.began().toString())));
            }
        });
        append(events);
        hours.values().removeIf(hour -> hour.isOver(now));
    }

    private void append(List<AuditEvent> events) {
        if (!events.isEmpty()) {
            audit.append(events);
        }
    }

    private AuditEvent event(String party, Map<String, Object> details) {
        return new AuditEvent(self, EVENT, null, party, details);
    }
}
