package org.renkei.kernel.link.column;

import java.util.Arrays;
import org.renkei.kernel.cbor.CborFloats;

/// Entries as they come together again, each in one spelling. All entries together stay within
/// [ColumnInput#MAX_BYTES].
final class CborOutput {
    private byte[] buffer = new byte[1024];
    private int length;
    private long total;
    private long position;

    void begin(long position) {
        this.position = position;
        length = 0;
    }

    byte[] end() {
        total += length;
        return Arrays.copyOf(buffer, length);
    }

    /// The position that the entry has by its place.
    long position() {
        return position;
    }

    void writeInt(long number) {
        writeHead(number < 0 ? CborScan.NEGATIVE : CborScan.INT, number < 0 ? ~number : number);
    }

    void writeFloat(double number) {
        var width = CborFloats.shortestWidth(number);
        reserve(1 + width);
        buffer[length++] = (byte) (0xf8 | (width == 2 ? 1 : width == 4 ? 2 : 3));
        writeBigEndian(CborFloats.bits(number, width), width);
    }

    void writeString(int majorType, Slices strings, int index) {
        writeHead(majorType, strings.length(index));
        write(strings.bytes(), strings.from(index), strings.to(index));
    }

    void write(byte[] bytes, int from, int to) {
        reserve(to - from);
        System.arraycopy(bytes, from, buffer, length, to - from);
        length += to - from;
    }

    void writeByte(int value) {
        reserve(1);
        buffer[length++] = (byte) value;
    }

    void writeHead(int majorType, long argument) {
        reserve(9);
        var type = majorType << 5;
        if (argument < 24) {
            buffer[length++] = (byte) (type | (int) argument);
            return;
        }
        var size = argument <= 0xff ? 0 : argument <= 0xffff ? 1 : argument <= 0xffff_ffffL ? 2 : 3;
        buffer[length++] = (byte) (type | 24 + size);
        writeBigEndian(argument, 1 << size);
    }

    private void writeBigEndian(long value, int width) {
        for (var shift = (width - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[length++] = (byte) (value >>> shift);
        }
    }

    private void reserve(int more) {
        if (total + length + more > ColumnInput.MAX_BYTES) {
            throw new IllegalArgumentException("columns unfold into too many bytes");
        }
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
