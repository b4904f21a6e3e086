package org.renkei.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which records to list; null asks for everything. `origin` is a party or a node.
public record RecordFilter(
        @Nullable String kind,
        @Nullable String origin,
        @Nullable Instant since,
        @Nullable String text,
        @Nullable Boolean located) {}
