package org.renkei.kernel.link.column;

import java.util.Arrays;

/// Bytes that columns are read from, with bounds on what they may unfold into. Whoever wrote them is not trusted:
/// whatever they cannot be is refused with [IllegalArgumentException].
public final class ColumnInput {
    /// Values of all entries together, those inside arrays and maps included.
    public static final int MAX_VALUES = 1 << 20;
    /// Bytes of all entries together.
    public static final int MAX_BYTES = 32 << 20;

    private static final long MAX_NUMBERS = 1 << 26;

    private final byte[] bytes;
    private int at;
    private long numbers;
    private long values;
    private long unfolded;

    public ColumnInput(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean atEnd() {
        return at == bytes.length;
    }

    int remaining() {
        return bytes.length - at;
    }

    int readByte() {
        if (at == bytes.length) {
            throw new IllegalArgumentException("columns end too early");
        }
        return bytes[at++] & 0xff;
    }

    long readVarint() {
        long value = 0;
        for (var shift = 0; shift < 64; shift += 7) {
            var next = readByte();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number in columns has more than ten bytes");
    }

    long readSigned() {
        var value = readVarint();
        return value >>> 1 ^ -(value & 1);
    }

    /// A count from 0 to `most`.
    public int readCount(int most) {
        var count = readVarint();
        if (count < 0 || count > most) {
            throw new IllegalArgumentException("columns claim more than they may: " + Long.toUnsignedString(count));
        }
        return (int) count;
    }

    /// The next bytes as a slice of [#array], from the answer on.
    int skip(long count) {
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalArgumentException("columns claim more bytes than there are");
        }
        at += (int) count;
        return at - (int) count;
    }

    public byte[] readBytes(int count) {
        var from = skip(count);
        return Arrays.copyOfRange(bytes, from, from + count);
    }

    byte[] array() {
        return bytes;
    }

    /// A bound on the work: numbers in all columns, those of auxiliary columns included.
    void takeNumbers(long count) {
        numbers += count;
        if (count > MAX_VALUES || numbers > MAX_NUMBERS) {
            throw new IllegalArgumentException("columns hold too many numbers");
        }
    }

    void takeValues(long count) {
        values += count;
        if (count < 0 || values > MAX_VALUES) {
            throw new IllegalArgumentException("columns hold too many values");
        }
    }

    /// A bound on texts that are put together before they are written out.
    void takeBytes(long count) {
        unfolded += count;
        if (count < 0 || unfolded > MAX_BYTES) {
            throw new IllegalArgumentException("columns unfold into too many bytes");
        }
    }
}
