package org.renkei.review;

import java.time.Clock;
import java.util.Map;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Releases that waited longer than their rule allows, and emergency releases that nobody has looked at in time: they
/// stand out at the door of the desk, in the queue and among the checks of the node, and the audit log names them once.
@Component
public class Escalation {
    private final Items items;
    private final EmergencyDesk emergencies;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;

    Escalation(Items items, EmergencyDesk emergencies, AuditLog audit, NodeSettings settings, Clock clock) {
        this.items = items;
        this.emergencies = emergencies;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void escalate() {
        var now = clock.instant();
        audit.append(emergencies.escalate(now).stream()
                .map(one -> new AuditEvent(
                        settings.node().toString(),
                        "emergency-escalated",
                        one.record(),
                        one.party(),
                        Map.of(
                                "emergency",
                                one.id().toString(),
                                "due",
                                one.due().toString())))
                .toList());
        audit.append(items.escalate(now).stream()
                .map(item -> new AuditEvent(
                        settings.node().toString(),
                        "review-escalated",
                        item.key().record(),
                        item.key().party(),
                        Map.of("review", item.id().toString(), "due", item.due().toString())))
                .toList());
    }
}
