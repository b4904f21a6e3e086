package org.renkei.kernel.cot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes one message of protocol buffers, version 3: what has its default value is left out.
final class ProtoOut {
    static final int VARINT = 0;
    static final int FIXED_64 = 1;
    static final int LENGTH = 2;
    static final int FIXED_32 = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ProtoOut string(int field, String text) {
        return text.isEmpty() ? this : bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    ProtoOut number(int field, long value) {
        if (value != 0) {
            varint((long) field << 3 | VARINT);
            varint(value);
        }
        return this;
    }

    ProtoOut real(int field, double value) {
        var bits = Double.doubleToRawLongBits(value);
        if (bits != 0) {
            varint((long) field << 3 | FIXED_64);
            for (var shift = 0; shift < 64; shift += 8) {
                out.write((int) (bits >>> shift));
            }
        }
        return this;
    }

    /// A message within this one, also one in which nothing is said.
    ProtoOut message(int field, ProtoOut message) {
        return bytes(field, message.bytes());
    }

    private ProtoOut bytes(int field, byte[] bytes) {
        varint((long) field << 3 | LENGTH);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    ProtoOut varint(long value) {
        var rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
