package org.renkei.kernel.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;

/// Signs checkpoints for one node, always with both algorithms. The signed text is the body, an empty line, and one
/// line
/// `— <name> <base64(key hash || signature)>` for each (C2SP `signed-note`).
public final class CheckpointSigner {
    private final CheckpointKeys keys;
    private final PrivateKey ed25519;
    private final PrivateKey mlDsa65;
    private final SecureRandom random;

    /// @param random for ML-DSA, which mixes fresh randomness into each signature; one that yields only zeros gives the
    ///     deterministic variant of FIPS 204
    public CheckpointSigner(CheckpointKeys keys, PrivateKey ed25519, PrivateKey mlDsa65, SecureRandom random) {
        this.keys = keys;
        this.ed25519 = SignatureScheme.ED25519.requireKey(ed25519);
        this.mlDsa65 = SignatureScheme.ML_DSA_65.requireKey(mlDsa65);
        this.random = random;
    }

    /// The whole signed text.
    public String sign(Checkpoint checkpoint) {
        String body = checkpoint.body();
        byte[] message = body.getBytes(UTF_8);
        return body
                + "\n"
                + line(SignatureScheme.ED25519, keys.ed25519(), ed25519, message)
                + line(SignatureScheme.ML_DSA_65, keys.mlDsa65(), mlDsa65, message);
    }

    private String line(SignatureScheme scheme, PublicKey publicKey, PrivateKey privateKey, byte[] message) {
        byte[] hash = scheme.keyHash(keys.node(), publicKey);
        byte[] signature = scheme.sign(privateKey, message, random);
        byte[] blob = new byte[hash.length + signature.length];
        System.arraycopy(hash, 0, blob, 0, hash.length);
        System.arraycopy(signature, 0, blob, hash.length, signature.length);
        return "— " + scheme.keyName(keys.node()) + " " + Base64.getEncoder().encodeToString(blob) + "\n";
    }
}
