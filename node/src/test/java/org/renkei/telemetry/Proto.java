package org.renkei.telemetry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// As much of Protocol Buffers as a test needs: the fields of one number that hold bytes.
final class Proto {
    private Proto() {}

    static List<byte[]> fields(byte[] message, int number) {
        var found = new ArrayList<byte[]>();
        var in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            var tag = varint(in);
            switch ((int) (tag & 7)) {
                case 0 -> varint(in);
                case 1 -> in.position(in.position() + 8);
                case 5 -> in.position(in.position() + 4);
                default -> {
                    var bytes = new byte[(int) varint(in)];
                    in.get(bytes);
                    if (tag >> 3 == number) {
                        found.add(bytes);
                    }
                }
            }
        }
        return found;
    }

    private static long varint(ByteBuffer in) {
        var value = 0L;
        for (var shift = 0; ; shift += 7) {
            var next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
