package org.renkei.kernel.ledger;

import java.security.SecureRandom;
import java.util.Arrays;

/// Yields zeros, which makes ML-DSA deterministic (FIPS 204 §3.4).
final class NoRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @Override
    public void nextBytes(byte[] bytes) {
        Arrays.fill(bytes, (byte) 0);
    }
}
