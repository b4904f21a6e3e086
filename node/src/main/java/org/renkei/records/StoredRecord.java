package org.renkei.records;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.record.SharedRecord;

/// A record as it lies in the store: its newest revision, or nothing but the fact once it was recalled from us.
///
/// @param content null when the origin has taken it back
public record StoredRecord(
        UUID id,
        long seq,
        String origin,
        String party,
        boolean own,
        String kind,
        int revision,
        boolean recalled,
        @Nullable String recalledReason,
        Instant storedAt,
        Draft.@Nullable Source source,
        @Nullable SharedRecord content) {}
