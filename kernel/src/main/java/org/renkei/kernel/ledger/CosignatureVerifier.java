package org.renkei.kernel.ledger;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.renkei.kernel.ledger.CosignatureVerdict.Cosigned;
import org.renkei.kernel.ledger.CosignatureVerdict.OtherKeys;
import org.renkei.kernel.ledger.CosignatureVerdict.Refused;

/// Verifies the cosignatures of one witness ([Cosigner]): both must be there and right, and of the same
/// time. What the log's own signatures are worth is for [CheckpointVerifier] to say.
public final class CosignatureVerifier {
    private static final int MAX_LENGTH = 256 * 1024;

    private final CheckpointKeys keys;

    public CosignatureVerifier(CheckpointKeys keys) {
        this.keys = keys;
    }

    public CosignatureVerdict verify(String signedText) {
        var end = signedText.indexOf("\n\n");
        if (signedText.length() > MAX_LENGTH || end < 0 || !signedText.endsWith("\n")) {
            return new Refused("not a signed checkpoint");
        }
        var body = signedText.substring(0, end + 1);
        var lines = List.of(signedText.substring(end + 2).split("\n"));
        var classic = blobs(SignatureScheme.ED25519, lines);
        var modern = blobs(SignatureScheme.ML_DSA_65, lines);
        if (classic.isEmpty() || modern.isEmpty()) {
            return new Refused("no cosignature of " + keys.node());
        }
        var first = time(SignatureScheme.ED25519, keys.ed25519(), body, classic);
        var second = time(SignatureScheme.ML_DSA_65, keys.mlDsa65(), body, modern);
        if (!known(SignatureScheme.ED25519, keys.ed25519(), classic)
                && !known(SignatureScheme.ML_DSA_65, keys.mlDsa65(), modern)) {
            return new OtherKeys();
        }
        if (first.isEmpty() || !first.equals(second)) {
            return new Refused("the cosignature of " + keys.node() + " is wrong");
        }
        try {
            return new Cosigned(Checkpoint.parse(body), Instant.ofEpochSecond(first.getAsLong()));
        } catch (IllegalArgumentException e) {
            return new Refused("cosigned, but " + e.getMessage());
        }
    }

    private List<byte[]> blobs(SignatureScheme scheme, List<String> lines) {
        var start = "— " + scheme.keyName(keys.node()) + " ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .flatMap(line -> decode(line.substring(start.length())))
                .toList();
    }

    private boolean known(SignatureScheme scheme, PublicKey key, List<byte[]> blobs) {
        var hash = scheme.cosignatureKeyHash(keys.node(), key);
        return blobs.stream().anyMatch(blob -> begins(blob, hash));
    }

    /// When it was made; empty unless exactly one is of this key and right.
    private OptionalLong time(SignatureScheme scheme, PublicKey key, String body, List<byte[]> blobs) {
        var hash = scheme.cosignatureKeyHash(keys.node(), key);
        var own = blobs.stream().filter(blob -> begins(blob, hash)).toList();
        if (own.size() != 1) {
            return OptionalLong.empty();
        }
        var blob = own.getFirst();
        var seconds = ByteBuffer.wrap(blob).getLong(hash.length);
        var signature = Arrays.copyOfRange(blob, hash.length + Long.BYTES, blob.length);
        return seconds >= 0 && scheme.verify(key, Cosigner.message(body, seconds), signature)
                ? OptionalLong.of(seconds)
                : OptionalLong.empty();
    }

    private static boolean begins(byte[] blob, byte[] hash) {
        return blob.length > hash.length + Long.BYTES && Arrays.equals(Arrays.copyOf(blob, hash.length), hash);
    }

    private static Stream<byte[]> decode(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(bytes).equals(base64) ? Stream.of(bytes) : Stream.empty();
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
