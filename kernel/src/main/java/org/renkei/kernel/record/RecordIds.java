package org.renkei.kernel.record;

import java.nio.ByteBuffer;
import java.util.UUID;

/// Makes record ids: UUID version 7 (RFC 9562 §5.7), 48 bits of milliseconds and 74 random bits. The random part is
/// never counted up, so that two ids tell nothing about what was written between them.
public final class RecordIds {
    public static final int RANDOM_BYTES = 10;

    private static final int VERSION_AND_RANDOM_A = 0x7000;

    private RecordIds() {}

    /// `random` holds ten bytes from a generator that nobody can predict.
    public static UUID of(long millis, byte[] random) {
        if (random.length != RANDOM_BYTES) {
            throw new IllegalArgumentException("ten random bytes are needed, not " + random.length);
        }
        var bytes = ByteBuffer.wrap(random);
        var high = millis << 16 | VERSION_AND_RANDOM_A | bytes.getShort() & 0x0FFF;
        var low = bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    public static UUID ofBytes(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IllegalArgumentException("an id has 16 bytes, not " + bytes.length);
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
