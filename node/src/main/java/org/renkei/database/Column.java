package org.renkei.database;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One column of many rows, as an array that `unnest` turns into rows again.
public record Column(String type, @Nullable Object[] values) {

    public static Column uuids(Collection<UUID> values) {
        return new Column("uuid", values.toArray(UUID[]::new));
    }

    public static Column texts(Collection<? extends @Nullable String> values) {
        return new Column("text", values.toArray(String[]::new));
    }

    public static Column longs(Collection<Long> values) {
        return new Column("int8", values.toArray(Long[]::new));
    }

    public static Column ints(Collection<? extends @Nullable Integer> values) {
        return new Column("int4", values.toArray(Integer[]::new));
    }

    public static Column doubles(Collection<? extends @Nullable Double> values) {
        return new Column("float8", values.toArray(Double[]::new));
    }

    /// Times as their ISO text.
    public static Column times(Collection<? extends @Nullable Object> values) {
        return new Column(
                "timestamptz",
                values.stream()
                        .map(time -> time == null ? null : time.toString())
                        .toArray(String[]::new));
    }

    public static Column bytes(Collection<? extends byte @Nullable []> values) {
        return new Column("bytea", values.toArray(byte[][]::new));
    }
}
