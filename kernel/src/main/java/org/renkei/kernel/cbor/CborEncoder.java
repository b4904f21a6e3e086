package org.renkei.kernel.cbor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

/// Writes values into a growing array.
final class CborEncoder {
    private static final Comparator<Key> ENCODED_ORDER =
            Comparator.<Key>comparingInt(key -> key.utf8.length).thenComparing(Key::utf8, Arrays::compareUnsigned);

    private byte[] buffer = new byte[256];
    private int length;

    private record Key(byte[] utf8, CborValue value) {}

    byte[] bytes() {
        return Arrays.copyOf(buffer, length);
    }

    void write(CborValue value, int depth) {
        switch (value) {
            case CborNull() -> writeByte(0xf6);
            case CborBool(boolean bool) -> writeByte(bool ? 0xf5 : 0xf4);
            case CborInt(long number) -> writeHead(number < 0 ? 1 : 0, number < 0 ? ~number : number);
            case CborFloat(double number) -> writeFloat(number);
            case CborText(String text) -> writeString(3, text.getBytes(UTF_8));
            case CborBytes bytes -> writeString(2, bytes.uncopied());
            case CborArray array -> writeArray(array, depth + 1);
            case CborMap map -> writeMap(map, depth + 1);
        }
    }

    private void writeArray(CborArray array, int depth) {
        requireDepth(depth);
        writeHead(4, array.values().size());
        for (CborValue value : array.values()) {
            write(value, depth);
        }
    }

    /// Keys in bytewise order of their encodings. The length stands in front of the text, so the shorter key comes
    /// first.
    private void writeMap(CborMap map, int depth) {
        requireDepth(depth);
        var keys = new ArrayList<Key>(map.entries().size());
        for (Map.Entry<String, CborValue> entry : map.entries().entrySet()) {
            keys.add(new Key(entry.getKey().getBytes(UTF_8), entry.getValue()));
        }
        keys.sort(ENCODED_ORDER);
        writeHead(5, keys.size());
        for (Key key : keys) {
            writeString(3, key.utf8);
            write(key.value, depth);
        }
    }

    private static void requireDepth(int depth) {
        if (depth > Cbor.MAX_DEPTH) {
            throw new IllegalArgumentException("nested deeper than " + Cbor.MAX_DEPTH);
        }
    }

    private void writeString(int majorType, byte[] bytes) {
        writeHead(majorType, bytes.length);
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void writeHead(int majorType, long argument) {
        int type = majorType << 5;
        if (argument < 24) {
            writeByte(type | (int) argument);
        } else if (argument <= 0xff) {
            writeByte(type | 24);
            writeBigEndian(argument, 1);
        } else if (argument <= 0xffff) {
            writeByte(type | 25);
            writeBigEndian(argument, 2);
        } else if (argument <= 0xffff_ffffL) {
            writeByte(type | 26);
            writeBigEndian(argument, 4);
        } else {
            writeByte(type | 27);
            writeBigEndian(argument, 8);
        }
    }

    private void writeFloat(double number) {
        int width = CborFloats.shortestWidth(number);
        writeByte(0xf8 | (width == 2 ? 1 : width == 4 ? 2 : 3));
        writeBigEndian(CborFloats.bits(number, width), width);
    }

    private void writeByte(int value) {
        reserve(1);
        buffer[length++] = (byte) value;
    }

    private void writeBigEndian(long value, int width) {
        for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
            writeByte((int) (value >>> shift));
        }
    }

    private void reserve(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.multiplyExact(buffer.length, 2), Math.addExact(length, more)));
        }
    }
}
