package org.renkei.attachments;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.Refusals;
import org.renkei.kernel.ledger.Hash;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// Puts on record what partners were refused: of each partner the first few of an hour one by one, and after the hour
/// how many more there were. Takes part in the caller's transaction.
@Component
class RefusedAttachments {
    static final int MOST_AN_HOUR = 20;

    private static final String EVENT = "attachment-refused";

    private final Refusals<String> refusals = new Refusals<>(MOST_AN_HOUR);
    private final AuditLog audit;
    private final String self;
    private final Clock clock;

    RefusedAttachments(AuditLog audit, NodeSettings settings, Clock clock) {
        this.audit = audit;
        this.self = settings.node().toString();
        this.clock = clock;
    }

    void note(String party, Hash digest, String code) {
        sumUp();
        refusals.note(party, EVENT, code, clock.instant())
                .ifPresent(refused -> append(List.of(event(party, Map.of("digest", digest.hex(), "why", code)))));
    }

    /// Closes the hours that are over.
    void sumUp() {
        append(refusals.due(clock.instant()).stream()
                .map(more -> event(
                        more.sender(),
                        Map.of("more", more.count(), "since", more.since().toString())))
                .toList());
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
