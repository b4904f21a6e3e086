package org.renkei.kernel.link.column;

/// Byte strings of one length, written byte position by byte position: all first bytes as a column, all second bytes,
/// and so on. Of UUIDs of version 7 (RFC 9562 §5.7) the first six bytes, milliseconds, are one column of integers.
final class PlaneStrings {
    private static final int MAX_LENGTH = 64;
    private static final int FEWEST = 4;
    private static final int ID_BYTES = 16;
    private static final int TIME_BYTES = 6;

    private PlaneStrings() {}

    static boolean suit(Slices strings) {
        return strings.count() >= FEWEST && strings.length(0) <= MAX_LENGTH && haveLength(strings, strings.length(0));
    }

    static boolean areIds(Slices strings) {
        if (!haveLength(strings, ID_BYTES)) {
            return false;
        }
        for (var i = 0; i < strings.count(); i++) {
            if ((strings.bytes()[strings.from(i) + TIME_BYTES] & 0xf0) != 0x70) {
                return false;
            }
        }
        return true;
    }

    private static boolean haveLength(Slices strings, int length) {
        for (var i = 0; i < strings.count(); i++) {
            if (strings.length(i) != length) {
                return false;
            }
        }
        return true;
    }

    static void write(ColumnOutput out, Slices strings) {
        out.writeByte(strings.length(0));
        writePlanes(out, strings, 0, strings.length(0));
    }

    static Slices read(ColumnInput in, int count) {
        var length = in.readByte();
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException("strings too long to stand in planes");
        }
        in.takeBytes((long) count * length);
        var bytes = new byte[count * length];
        readPlanes(in, bytes, count, 0, length);
        return evenly(bytes, count, length);
    }

    static void writeIds(ColumnOutput out, Slices ids) {
        var times = new long[ids.count()];
        for (var i = 0; i < times.length; i++) {
            for (var at = ids.from(i); at < ids.from(i) + TIME_BYTES; at++) {
                times[i] = times[i] << Byte.SIZE | ids.bytes()[at] & 0xff;
            }
        }
        IntegerColumn.write(out, times, times.length);
        writePlanes(out, ids, TIME_BYTES, ID_BYTES);
    }

    static Slices readIds(ColumnInput in, int count) {
        in.takeBytes((long) count * ID_BYTES);
        var bytes = new byte[count * ID_BYTES];
        var times = IntegerColumn.read(in, count);
        for (var i = 0; i < count; i++) {
            for (var at = 0; at < TIME_BYTES; at++) {
                bytes[i * ID_BYTES + at] = (byte) (times[i] >>> (TIME_BYTES - 1 - at) * Byte.SIZE);
            }
        }
        readPlanes(in, bytes, count, TIME_BYTES, ID_BYTES);
        return evenly(bytes, count, ID_BYTES);
    }

    private static void writePlanes(ColumnOutput out, Slices strings, int first, int end) {
        var plane = new long[strings.count()];
        for (var at = first; at < end; at++) {
            for (var i = 0; i < plane.length; i++) {
                plane[i] = strings.bytes()[strings.from(i) + at] & 0xff;
            }
            IntegerColumn.write(out, plane, plane.length);
        }
    }

    private static void readPlanes(ColumnInput in, byte[] bytes, int count, int first, int end) {
        for (var at = first; at < end; at++) {
            var plane = IntegerColumn.read(in, count);
            for (var i = 0; i < count; i++) {
                bytes[i * end + at] = (byte) plane[i];
            }
        }
    }

    private static Slices evenly(byte[] bytes, int count, int length) {
        var strings = new Slices(bytes, count);
        for (var i = 0; i < count; i++) {
            strings.add(i * length, (i + 1) * length);
        }
        return strings;
    }
}
