package org.renkei.kernel.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.renkei.kernel.ledger.Hash;

/// A mark that only this node can make, and that it knows again. An entry ahead of its turn bears it, because no
/// signed checkpoint covers it yet. Not thread safe.
public final class EntrySeal {
    public static final int BYTES = 16;

    private final Mac mac;

    /// @param key secret, and the same as long as the node is the same
    public EntrySeal(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-256", e);
        }
    }

    /// @return [#BYTES] bytes
    public byte[] over(String ledger, long position, Hash leaf) {
        mac.update((ledger + "\n" + position + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(mac.doFinal(leaf.bytes()), BYTES);
    }
}
