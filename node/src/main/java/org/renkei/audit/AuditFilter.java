package org.renkei.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which entries of the audit log are asked for; what is null does not matter.
///
/// @param record what happened to it, and which lists showed it
/// @param actor part of the actor's name
/// @param from this instant and later
/// @param until before this instant
/// @param text somewhere in the details or the actor's name
public record AuditFilter(
        @Nullable UUID record,
        @Nullable String event,
        @Nullable String actor,
        @Nullable String party,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String text) {

    /// What happened to one record.
    public static AuditFilter of(UUID record, String event) {
        return new AuditFilter(record, event, null, null, null, null, null);
    }
}
