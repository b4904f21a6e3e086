package org.renkei.kernel.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Leaf hashes (RFC 6962 §2.1) for many entries in a row: one digest, used again and again. Not thread safe.
public final class LeafHasher {
    private static final byte LEAF = 0;

    private final MessageDigest digest;

    public LeafHasher() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The same as `Hash.ofLeaf` of the first `length` bytes.
    public Hash hash(byte[] entry, int length) {
        digest.update(LEAF);
        digest.update(entry, 0, length);
        return Hash.ofOwned(digest.digest());
    }
}
