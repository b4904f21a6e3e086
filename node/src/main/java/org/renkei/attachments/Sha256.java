package org.renkei.attachments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of what comes in pieces.
final class Sha256 {
    private Sha256() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
