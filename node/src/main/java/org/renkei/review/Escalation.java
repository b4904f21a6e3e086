package org.renkei.review;

import java.time.Clock;
import java.util.Map;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Releases that waited longer than their rule allows: they stand out in the queue, and the audit log names them
/// once.
@Component
public class Escalation {
    private final Items items;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;

    Escalation(Items items, AuditLog audit, NodeSettings settings, Clock clock) {
        this.items = items;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void escalate() {
        audit.append(items.escalate(clock.instant()).stream()
                .map(item -> new AuditEvent(
                        settings.node().toString(),
                        "review-escalated",
                        item.key().record(),
                        item.key().party(),
                        Map.of("review", item.id().toString(), "due", item.due().toString())))
                .toList());
    }
}
