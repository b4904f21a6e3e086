package org.renkei.kernel.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.renkei.kernel.ledger.CheckpointVerdict.Refused;
import org.renkei.kernel.ledger.CheckpointVerdict.Verified;

/// Verifies one node's checkpoints: both signatures must be there and both must be right. Lines of other signers, such
/// as witnesses, may stand beside them and are not looked at.
public final class CheckpointVerifier {
    private static final int MAX_LENGTH = 256 * 1024;
    private static final String LINE_START = "— ";

    private final CheckpointKeys keys;

    public CheckpointVerifier(CheckpointKeys keys) {
        this.keys = keys;
    }

    /// @param origin the log that is asked about; a rightly signed checkpoint of another log is refused
    public CheckpointVerdict verify(String signedText, String origin) {
        int end = signedText.indexOf("\n\n");
        if (signedText.length() > MAX_LENGTH || end < 0 || !signedText.endsWith("\n")) {
            return new Refused("not a signed checkpoint");
        }
        String body = signedText.substring(0, end + 1);
        String[] lines = signedText.substring(end + 2).split("\n");
        Optional<String> failure = failure(SignatureScheme.ED25519, keys.ed25519(), body, lines)
                .or(() -> failure(SignatureScheme.ML_DSA_65, keys.mlDsa65(), body, lines));
        return failure.<CheckpointVerdict>map(Refused::new).orElseGet(() -> read(body, origin));
    }

    private static CheckpointVerdict read(String body, String origin) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(body);
            if (!checkpoint.origin().equals(origin)) {
                return new Refused("checkpoint of " + checkpoint.origin() + ", not of " + origin);
            }
            return new Verified(checkpoint);
        } catch (IllegalArgumentException e) {
            return new Refused("signed, but " + e.getMessage());
        }
    }

    /// Why the signature of one scheme cannot be relied on.
    private Optional<String> failure(SignatureScheme scheme, PublicKey key, String body, String[] lines) {
        String name = scheme.keyName(keys.node());
        String start = LINE_START + name + " ";
        String[] own =
                Arrays.stream(lines).filter(line -> line.startsWith(start)).toArray(String[]::new);
        if (own.length != 1) {
            return Optional.of((own.length == 0 ? "no signature " : "more than one signature ") + name);
        }
        byte[] blob = decode(own[0].substring(start.length()));
        byte[] hash = scheme.keyHash(keys.node(), key);
        if (blob.length <= hash.length || !Arrays.equals(Arrays.copyOf(blob, hash.length), hash)) {
            return Optional.of("signature " + name + " is of another key");
        }
        byte[] signature = Arrays.copyOfRange(blob, hash.length, blob.length);
        return scheme.verify(key, body.getBytes(UTF_8), signature)
                ? Optional.empty()
                : Optional.of("signature " + name + " is wrong");
    }

    private static byte[] decode(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            // A second spelling of the same bytes would let a text change unnoticed.
            return Base64.getEncoder().encodeToString(bytes).equals(base64) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
