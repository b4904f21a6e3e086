package org.renkei.kernel.link.column;

import java.util.Arrays;

/// A growing array of bytes that columns are written to.
public final class ColumnOutput {
    private byte[] buffer = new byte[1024];
    private int length;

    public byte[] bytes() {
        return Arrays.copyOf(buffer, length);
    }

    int length() {
        return length;
    }

    public void writeByte(int value) {
        reserve(1);
        buffer[length++] = (byte) value;
    }

    public void write(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, buffer, length, to - from);
        length += to - from;
    }

    /// Seven bits a byte, the least significant first; all 64 bits count.
    public void writeVarint(long value) {
        reserve(10);
        while ((value & ~0x7FL) != 0) {
            buffer[length++] = (byte) (value | 0x80);
            value >>>= 7;
        }
        buffer[length++] = (byte) value;
    }

    void writeSigned(long value) {
        writeVarint(value << 1 ^ value >> 63);
    }

    private void reserve(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.multiplyExact(buffer.length, 2), Math.addExact(length, more)));
        }
    }
}
