package org.renkei.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.renkei.kernel.ledger.Hash;
import org.renkei.keys.PrivateFiles;

/// The administrator's bearer token: 256 random bits, made at the first start in a file that only the owner may read.
/// Only its hash stays in memory.
final class AdminToken {
    private static final int BYTES = 32;

    private final byte[] hash;

    private AdminToken(byte[] hash) {
        this.hash = hash;
    }

    /// Reads `admin.token` in the data folder, or makes it.
    static AdminToken open(Path data) {
        var file = data.resolve("admin.token");
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[BYTES];
                new SecureRandom().nextBytes(bytes);
                PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
            }
            return new AdminToken(hash(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new IllegalStateException("the token file " + file + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    /// Takes the same time whatever is wrong with the text.
    boolean matches(String text) {
        return MessageDigest.isEqual(hash, hash(text));
    }

    private static byte[] hash(String text) {
        return Hash.ofContent(text.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
