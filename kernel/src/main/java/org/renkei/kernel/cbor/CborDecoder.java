package org.renkei.kernel.cbor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Reads one value and refuses every spelling but the deterministic one. A claimed length is believed only as far as
/// bytes are there to fill it.
final class CborDecoder {
    private static final int FIRST_ALLOCATION = 16;
    private static final int LONGEST_SHARED = 32;
    /// Keys met last, by their hash. Threads may overwrite each other's: that only costs an object more.
    private static final @Nullable String[] SHARED = new String[1_024];

    private final byte[] bytes;
    private int position;
    private int values;

    CborDecoder(byte[] bytes) {
        this.bytes = bytes;
    }

    CborValue readWhole() {
        CborValue value = read(0);
        if (position != bytes.length) {
            throw new CborException("bytes after the end of the value", position);
        }
        return value;
    }

    private CborValue read(int depth) {
        int start = position;
        if (++values > Cbor.MAX_VALUES) {
            throw new CborException("more than " + Cbor.MAX_VALUES + " values", start);
        }
        int initial = readByte();
        int majorType = initial >>> 5;
        int info = initial & 0x1f;
        return switch (majorType) {
            case 0 -> new CborInt(readSigned(info, start));
            case 1 -> new CborInt(~readSigned(info, start));
            case 2 -> new CborBytes(readSlice(info, start));
            case 3 -> new CborText(readText(info, start));
            case 4 -> readArray(readLength(info, start, 1), nest(depth, start));
            case 5 -> readMap(readLength(info, start, 2), nest(depth, start));
            case 6 -> throw new CborException("tags are outside the profile", start);
            default -> readSimple(info, start);
        };
    }

    private static int nest(int depth, int start) {
        if (depth == Cbor.MAX_DEPTH) {
            throw new CborException("nested deeper than " + Cbor.MAX_DEPTH, start);
        }
        return depth + 1;
    }

    private CborArray readArray(int count, int depth) {
        var values = new ArrayList<CborValue>(Math.min(count, FIRST_ALLOCATION));
        for (int i = 0; i < count; i++) {
            values.add(read(depth));
        }
        return new CborArray(values);
    }

    private CborMap readMap(int count, int depth) {
        var entries = new LinkedHashMap<String, CborValue>();
        int lastStart = 0;
        int lastEnd = 0;
        for (int i = 0; i < count; i++) {
            int start = position;
            String key = readKey();
            if (i > 0) {
                requireAscending(lastStart, lastEnd, start);
            }
            lastStart = start;
            lastEnd = position;
            entries.put(key, read(depth));
        }
        return new CborMap(entries);
    }

    private String readKey() {
        int start = position;
        int initial = readByte();
        if (initial >>> 5 != 3) {
            throw new CborException("map key is not a text", start);
        }
        return shared(readText(initial & 0x1f, start));
    }

    /// The same object for most keys that are the same: a million records have a few dozen.
    private static String shared(String key) {
        if (key.length() > LONGEST_SHARED) {
            return key;
        }
        int place = key.hashCode() & SHARED.length - 1;
        var before = SHARED[place];
        if (before != null && before.equals(key)) {
            return before;
        }
        SHARED[place] = key;
        return key;
    }

    private void requireAscending(int lastStart, int lastEnd, int start) {
        int order = Arrays.compareUnsigned(bytes, lastStart, lastEnd, bytes, start, position);
        if (order == 0) {
            throw new CborException("map key occurs twice", start);
        }
        if (order > 0) {
            throw new CborException("map keys are not in order", start);
        }
    }

    private CborValue readSimple(int info, int start) {
        return switch (info) {
            case 20 -> new CborBool(false);
            case 21 -> new CborBool(true);
            case 22 -> new CborNull();
            case 25 -> readFloat(2, start);
            case 26 -> readFloat(4, start);
            case 27 -> readFloat(8, start);
            case 31 -> throw new CborException("indefinite lengths are outside the profile", start);
            default -> throw new CborException("simple value outside the profile", start);
        };
    }

    private CborFloat readFloat(int width, int start) {
        long bits = readBigEndian(width);
        double number = CborFloats.fromBits(bits, width);
        if (CborFloats.shortestWidth(number) != width || CborFloats.bits(number, width) != bits) {
            throw new CborException("float not in its shortest form", start);
        }
        return new CborFloat(number);
    }

    private String readText(int info, int start) {
        int length = readLength(info, start, 1);
        String text = isAscii(position, length)
                ? new String(bytes, position, length, ISO_8859_1)
                : decode(ByteBuffer.wrap(bytes, position, length));
        position += length;
        return text;
    }

    private boolean isAscii(int from, int length) {
        int all = 0;
        for (int i = from; i < from + length; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private String decode(ByteBuffer slice) {
        try {
            return UTF_8.newDecoder().decode(slice).toString();
        } catch (CharacterCodingException e) {
            throw new CborException("text is not valid UTF-8", position);
        }
    }

    private byte[] readSlice(int info, int start) {
        int length = readLength(info, start, 1);
        position += length;
        return Arrays.copyOfRange(bytes, position - length, position);
    }

    /// A length or count, each unit of which needs at least `unit` of the bytes that are left.
    private int readLength(int info, int start, int unit) {
        long length = readArgument(info, start);
        if (length < 0 || length > (bytes.length - position) / unit) {
            throw new CborException("claims more than there is", start);
        }
        return (int) length;
    }

    private long readSigned(int info, int start) {
        long argument = readArgument(info, start);
        if (argument < 0) {
            throw new CborException("integer beyond signed 64 bit", start);
        }
        return argument;
    }

    private long readArgument(int info, int start) {
        if (info < 24) {
            return info;
        }
        if (info > 27) {
            String reason = info == 31 ? "indefinite lengths are outside the profile" : "reserved length of argument";
            throw new CborException(reason, start);
        }
        int width = 1 << (info - 24);
        long argument = readBigEndian(width);
        long smallest = width == 1 ? 24 : 1L << (width * 4);
        if (Long.compareUnsigned(argument, smallest) < 0) {
            throw new CborException("integer not in its shortest form", start);
        }
        return argument;
    }

    private int readByte() {
        if (position == bytes.length) {
            throw new CborException("ends too early", position);
        }
        return bytes[position++] & 0xff;
    }

    private long readBigEndian(int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | readByte();
        }
        return value;
    }
}
