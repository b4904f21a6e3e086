package org.renkei.federation;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.Refusals;
import org.renkei.kernel.record.NodeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Those who called this node and were refused, in log and audit: each sender and reason once an hour, with a count.
final class RefusedCallers {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedCallers.class);

    private final NodeId self;
    private final LinkTls tls;
    private final AuditLog audit;
    private final Clock clock;
    private final Refusals<String> refusals = new Refusals<>(1);

    RefusedCallers(NodeId self, LinkTls tls, AuditLog audit, Clock clock) {
        this.self = self;
        this.tls = tls;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param from address and port
    void note(String from, IOException failure) {
        var why = LinkWords.ofRefused(tls.refused(String.valueOf(failure.getMessage())));
        var now = clock.instant();
        refusals.due(now).forEach(this::record);
        refusals.note(from.replaceFirst(":[0-9]+$", ""), why, why, now).ifPresent(this::record);
    }

    /// Puts on record what still waits to be counted together.
    void recordAll() {
        refusals.all().forEach(this::record);
    }

    private void record(Refusals.Noted<String> refused) {
        LOG.warn("refused {} connections from {}: {}", refused.count(), refused.sender(), refused.why());
        try {
            audit.record(new AuditEvent(
                    self.toString(),
                    "link-refused",
                    null,
                    null,
                    Map.of("from", refused.sender(), "why", refused.why(), "count", refused.count())));
        } catch (RuntimeException e) {
            LOG.error("the refusal could not be put on record", e);
        }
    }
}
