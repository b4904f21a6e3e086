package org.renkei.kernel.track;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Gives tracks their ids: the same identity has the same id at one node for ever, at two nodes never, and nobody who
/// lacks the node's secret can find the identity behind an id by trying all that there are (a ship has one of a
/// thousand million numbers). HMAC-SHA-256, as a UUID of version 8 (RFC 9562 §5.8).
public final class TrackIds {
    private static final int SECRET_BYTES = 32;
    private static final int GROUND_BYTES = 8;

    private static final int REMEMBERED = 100_000;

    private final SecretKeySpec key;
    private final Map<Asked, UUID> known = new ConcurrentHashMap<>();

    private record Asked(String purpose, TrackIdentity identity) {}

    /// @param secret of this node, 32 bytes at least
    public TrackIds(byte[] secret) {
        if (secret.length < SECRET_BYTES) {
            throw new IllegalArgumentException("a secret of " + SECRET_BYTES + " bytes is needed");
        }
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /// The id under which a track that this identity names is shown.
    public UUID of(TrackIdentity identity) {
        return id("track", identity);
    }

    /// The id under which a party is shown a track whose identity is withheld. It is another than [#of] and another
    /// for each party, so that neither a wider release later nor a talk between two parties names it.
    public UUID withheld(TrackIdentity identity, String party) {
        return id("withheld " + party, identity);
    }

    /// A word for what a release to a party rests on: the same for the same terms, and nothing to be read
    /// from it by whoever lacks the secret. 16 hexadecimal digits.
    public String ground(String party, List<String> terms) {
        var bytes = code("ground " + party, String.join("\n", terms));
        return HexFormat.of().formatHex(bytes, 0, GROUND_BYTES);
    }

    private UUID id(String purpose, TrackIdentity identity) {
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(new Asked(purpose, identity), asked -> compute(purpose, identity));
    }

    private UUID compute(String purpose, TrackIdentity identity) {
        var bytes = ByteBuffer.wrap(code(purpose, identity.toString()));
        var high = bytes.getLong() & ~0xF000L | 0x8000L;
        var low = bytes.getLong() & ~(3L << 62) | 2L << 62;
        return new UUID(high, low);
    }

    private byte[] code(String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
