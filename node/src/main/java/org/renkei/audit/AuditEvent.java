package org.renkei.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened and must be on record. `actor` is an office, a partner node or the node itself;
/// `details` hold plain values only, never content of a record.
public record AuditEvent(
        String actor,
        String event,
        @Nullable UUID record,
        @Nullable String party,
        Map<String, Object> details) {

    public AuditEvent {
        details = Map.copyOf(details);
    }
}
