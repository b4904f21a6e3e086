package org.renkei.kernel.link.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborFloats;

/// Where values begin and end in CBOR bytes, without making values of them.
final class CborScan {
    static final int INT = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int MAP = 5;

    static final int FALSE = 0xf4;
    static final int TRUE = 0xf5;
    static final int NULL = 0xf6;

    private static final int IRREGULAR = -1;
    private static final VarHandle INT_AT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG_AT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int values;

    private CborScan(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /// How many values there are, or −1 unless the slice is one map in which every head and float has its shortest
    /// form.
    static int countValues(byte[] bytes, int from, int to) {
        var scan = new CborScan(bytes, to);
        return from < to && majorType(bytes, from) == MAP && scan.check(from, 0) == to ? scan.values : IRREGULAR;
    }

    static int majorType(byte[] bytes, int at) {
        return (bytes[at] & 0xff) >>> 5;
    }

    /// Bytes of the head: the first and those of a long argument.
    static int headLength(byte[] bytes, int at) {
        var info = bytes[at] & 0x1f;
        return info < 24 ? 1 : 1 + (1 << info - 24);
    }

    static long argument(byte[] bytes, int at) {
        var info = bytes[at] & 0x1f;
        return switch (info) {
            case 24 -> bytes[at + 1] & 0xff;
            case 25 -> (bytes[at + 1] & 0xff) << Byte.SIZE | bytes[at + 2] & 0xff;
            case 26 -> (int) INT_AT.get(bytes, at + 1) & 0xffff_ffffL;
            case 27 -> (long) LONG_AT.get(bytes, at + 1);
            default -> info;
        };
    }

    /// The number of a checked float that begins at `at`.
    static double number(byte[] bytes, int at) {
        return CborFloats.fromBits(argument(bytes, at), headLength(bytes, at) - 1);
    }

    /// Where the value ends that begins at `at`, among values that were checked.
    static int skip(byte[] bytes, int at) {
        var after = at + headLength(bytes, at);
        return switch (majorType(bytes, at)) {
            case BYTES, TEXT -> after + (int) argument(bytes, at);
            case ARRAY -> skip(bytes, after, argument(bytes, at));
            case MAP -> skip(bytes, after, 2 * argument(bytes, at));
            default -> after;
        };
    }

    private static int skip(byte[] bytes, int at, long count) {
        for (var i = 0; i < count; i++) {
            at = skip(bytes, at);
        }
        return at;
    }

    private int check(int at, int depth) {
        values++;
        if (at >= end) {
            return IRREGULAR;
        }
        if (majorType(bytes, at) > MAP) {
            return checkSimple(at);
        }
        var after = at + headLength(bytes, at);
        if ((bytes[at] & 0x1f) > 27 || after > end || !isShortest(at)) {
            return IRREGULAR;
        }
        var argument = argument(bytes, at);
        return switch (majorType(bytes, at)) {
            case INT, NEGATIVE -> argument >= 0 ? after : IRREGULAR;
            case BYTES, TEXT -> argument >= 0 && argument <= end - after ? after + (int) argument : IRREGULAR;
            default -> checkItems(at, after, argument, depth + 1);
        };
    }

    private int checkItems(int at, int first, long count, int depth) {
        if (depth > Cbor.MAX_DEPTH || count < 0 || count > end - first) {
            return IRREGULAR;
        }
        var keyed = majorType(bytes, at) == MAP;
        var next = first;
        for (var i = 0; i < count; i++) {
            if (keyed) {
                next = next < end && majorType(bytes, next) == TEXT ? check(next, depth) : IRREGULAR;
                if (next < 0) {
                    return IRREGULAR;
                }
            }
            next = check(next, depth);
            if (next < 0) {
                return IRREGULAR;
            }
        }
        return next;
    }

    private boolean isShortest(int at) {
        var info = bytes[at] & 0x1f;
        if (info < 24) {
            return true;
        }
        var argument = argument(bytes, at);
        return Long.compareUnsigned(argument, info == 24 ? 24 : 1L << (4 << info - 24)) >= 0;
    }

    private int checkSimple(int at) {
        var info = bytes[at] & 0xff;
        if (info >= FALSE && info <= NULL) {
            return at + 1;
        }
        var after = at + headLength(bytes, at);
        if (info < 0xf9 || info > 0xfb || after > end) {
            return IRREGULAR;
        }
        var width = after - at - 1;
        var bits = argument(bytes, at);
        var number = CborFloats.fromBits(bits, width);
        return CborFloats.shortestWidth(number) == width && CborFloats.bits(number, width) == bits ? after : IRREGULAR;
    }
}
