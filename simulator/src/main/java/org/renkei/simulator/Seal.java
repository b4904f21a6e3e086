package org.renkei.simulator;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;

/// Seals bytes to a node, so that it alone can open them and notices each change. It costs next to nothing and keeps
/// no secret from anybody but those who look for words.
final class Seal {
    private static final int MAC = 16;

    private Seal() {}

    static byte[] seal(byte[] plain, int to) {
        var bytes = Arrays.copyOf(mac(plain), MAC + plain.length);
        System.arraycopy(plain, 0, bytes, MAC, plain.length);
        mask(bytes, to);
        return bytes;
    }

    /// Null when it was altered, or is sealed to another node.
    static byte @Nullable [] open(byte[] sealed, int to) {
        if (sealed.length < MAC) {
            return null;
        }
        var bytes = sealed.clone();
        mask(bytes, to);
        var plain = Arrays.copyOfRange(bytes, MAC, bytes.length);
        return Arrays.equals(Arrays.copyOf(bytes, MAC), mac(plain)) ? plain : null;
    }

    private static byte[] mac(byte[] plain) {
        return Arrays.copyOf(Hash.ofContent(plain).bytes(), MAC);
    }

    private static void mask(byte[] bytes, int to) {
        var stream = new SplittableRandom(to);
        for (var at = 0; at < bytes.length; ) {
            var mask = stream.nextLong();
            for (var end = Math.min(bytes.length, at + Long.BYTES); at < end; at++, mask >>>= 8) {
                bytes[at] ^= (byte) mask;
            }
        }
    }
}
