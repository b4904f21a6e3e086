package org.renkei.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Rows in the binary format of `COPY` (PostgreSQL manual, COPY, "Binary Format"): each value with its length, −1 for
/// null, so nothing is ever escaped. Values are added column by column after [#row]; the order is the table's business.
public final class CopyRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final long Y2000_SECONDS = 946_684_800;
    private static final int Y2000_DAYS = 10_957;
    private static final int TEXT_OID = 25;

    private final int columns;
    private byte[] bytes = new byte[8 * 1024];
    private int length;
    private int size;
    private int open;

    /// @param columns how many values every row has
    public CopyRows(int columns) {
        this.columns = columns;
        raw(SIGNATURE);
        raw4(0);
        raw4(0);
    }

    public CopyRows row() {
        requireWhole();
        size++;
        open = columns;
        raw2(columns);
        return this;
    }

    public int size() {
        return size;
    }

    public CopyRows int4(int value) {
        value(Integer.BYTES);
        raw4(value);
        return this;
    }

    public CopyRows int8(@Nullable Long value) {
        if (value == null) {
            return nothing();
        }
        value(Long.BYTES);
        raw8(value);
        return this;
    }

    public CopyRows float8(@Nullable Double value) {
        if (value == null) {
            return nothing();
        }
        value(Double.BYTES);
        raw8(Double.doubleToLongBits(value));
        return this;
    }

    public CopyRows bool(boolean value) {
        value(1);
        raw(new byte[] {(byte) (value ? 1 : 0)});
        return this;
    }

    public CopyRows text(@Nullable String value) {
        return bytea(value == null ? null : value.getBytes(UTF_8));
    }

    public CopyRows bytea(byte @Nullable [] value) {
        if (value == null) {
            return nothing();
        }
        value(value.length);
        raw(value);
        return this;
    }

    public CopyRows uuid(@Nullable UUID value) {
        if (value == null) {
            return nothing();
        }
        value(2 * Long.BYTES);
        raw8(value.getMostSignificantBits());
        raw8(value.getLeastSignificantBits());
        return this;
    }

    /// In microseconds; what is finer is cut off.
    public CopyRows timestamptz(@Nullable Instant value) {
        if (value == null) {
            return nothing();
        }
        value(Long.BYTES);
        raw8((value.getEpochSecond() - Y2000_SECONDS) * 1_000_000 + value.getNano() / 1_000);
        return this;
    }

    public CopyRows date(LocalDate value) {
        value(Integer.BYTES);
        raw4(Math.toIntExact(value.toEpochDay() - Y2000_DAYS));
        return this;
    }

    public CopyRows texts(List<String> values) {
        var items = values.stream().map(item -> item.getBytes(UTF_8)).toList();
        var dimensions = items.isEmpty() ? 0 : 1;
        value(3 * Integer.BYTES
                + dimensions * 2 * Integer.BYTES
                + items.stream().mapToInt(item -> Integer.BYTES + item.length).sum());
        raw4(dimensions);
        raw4(0);
        raw4(TEXT_OID);
        if (dimensions == 1) {
            raw4(items.size());
            raw4(1);
        }
        items.forEach(item -> {
            raw4(item.length);
            raw(item);
        });
        return this;
    }

    /// The whole stream with its trailer; nothing can be added afterwards.
    byte[] finish() {
        requireWhole();
        raw2(-1);
        return Arrays.copyOf(bytes, length);
    }

    private void requireWhole() {
        if (open != 0) {
            throw new IllegalStateException("row " + size + " lacks " + open + " of " + columns + " values");
        }
    }

    private CopyRows nothing() {
        value(-1);
        return this;
    }

    private void value(int size) {
        if (open-- <= 0) {
            throw new IllegalStateException("a row has " + columns + " values");
        }
        raw4(size);
    }

    private void raw2(int value) {
        raw(new byte[] {(byte) (value >> 8), (byte) value});
    }

    private void raw4(int value) {
        reserve(Integer.BYTES);
        for (var shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >> shift);
        }
    }

    private void raw8(long value) {
        raw4((int) (value >> 32));
        raw4((int) value);
    }

    private void raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
