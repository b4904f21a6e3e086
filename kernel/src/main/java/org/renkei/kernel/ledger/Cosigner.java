package org.renkei.kernel.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;

/// Cosigns checkpoints of others' logs as a witness, with both algorithms (C2SP `tlog-cosignature`): what
/// is signed is the line `cosignature/v1`, the line `time <seconds since 1970>` and the checkpoint's body;
/// the blob of a signature line is key hash, eight bytes of time and the signature.
public final class Cosigner {
    private final CheckpointKeys keys;
    private final PrivateKey ed25519;
    private final PrivateKey mlDsa65;
    private final SecureRandom random;

    public Cosigner(CheckpointKeys keys, PrivateKey ed25519, PrivateKey mlDsa65, SecureRandom random) {
        this.keys = keys;
        this.ed25519 = SignatureScheme.ED25519.requireKey(ed25519);
        this.mlDsa65 = SignatureScheme.ML_DSA_65.requireKey(mlDsa65);
        this.random = random;
    }

    /// The signed text with this witness's two lines at its end.
    ///
    /// @param signedText of a checkpoint that was verified, and is consistent with all that was cosigned
    /// before
    public String cosign(String signedText, long seconds) {
        byte[] message = message(signedText.substring(0, signedText.indexOf("\n\n") + 1), seconds);
        return signedText
                + line(SignatureScheme.ED25519, keys.ed25519(), ed25519, message, seconds)
                + line(SignatureScheme.ML_DSA_65, keys.mlDsa65(), mlDsa65, message, seconds);
    }

    static byte[] message(String body, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + body).getBytes(UTF_8);
    }

    private String line(
            SignatureScheme scheme, PublicKey publicKey, PrivateKey privateKey, byte[] message, long seconds) {
        byte[] hash = scheme.cosignatureKeyHash(keys.node(), publicKey);
        byte[] signature = scheme.sign(privateKey, message, random);
        byte[] blob = ByteBuffer.allocate(hash.length + Long.BYTES + signature.length)
                .put(hash)
                .putLong(seconds)
                .put(signature)
                .array();
        return "— " + scheme.keyName(keys.node()) + " " + Base64.getEncoder().encodeToString(blob) + "\n";
    }
}
