package org.renkei.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.renkei.kernel.ledger.Hash;

/// A random text that opens something: 256 bits, given out once. Only its hash is kept.
record Secret(String text) {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random(String prefix) {
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES)));
    }

    static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    byte[] hash() {
        return Hash.ofContent(text.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
