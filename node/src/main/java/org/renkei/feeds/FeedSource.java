package org.renkei.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names a thing at its source; one record for each pair.
public record FeedSource(String system, String id) {
    private static final int MAX_ID = 256;

    public FeedSource {
        if (id.length() > MAX_ID) {
            id = "sha256:" + digest(id);
        }
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
