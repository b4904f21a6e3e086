package org.renkei.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointKeys;
import org.renkei.kernel.ledger.CheckpointSigner;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.CheckpointVerifier;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;

/// Signs and verifies checkpoints: in most histories by a hash over a secret, which costs next to nothing and has
/// the same text form, in some with the real algorithms.
sealed interface Signing {

    static Signing of(Cast cast) {
        return cast.realKeys() ? Real.get() : new Cheap();
    }

    /// @param key number of the node's key
    String sign(NodeId node, int key, Checkpoint checkpoint);

    CheckpointVerdict verify(NodeId node, int key, String text, String ledger);

    record Cheap() implements Signing {
        private static final int BYTES = 16;

        @Override
        public String sign(NodeId node, int key, Checkpoint checkpoint) {
            var body = checkpoint.body();
            return body + "\n— " + node + " " + Base64.getEncoder().encodeToString(signature(node, key, body)) + "\n";
        }

        @Override
        public CheckpointVerdict verify(NodeId node, int key, String text, String ledger) {
            var end = text.indexOf("\n\n");
            if (end < 0) {
                return new CheckpointVerdict.Refused("not a signed checkpoint");
            }
            var checkpoint = Checkpoint.parse(text.substring(0, end + 1));
            return checkpoint.origin().equals(ledger) && text.equals(sign(node, key, checkpoint))
                    ? new CheckpointVerdict.Verified(checkpoint)
                    : new CheckpointVerdict.Refused("the signature is wrong");
        }

        private static byte[] signature(NodeId node, int key, String body) {
            return Arrays.copyOf(
                    Hash.ofContent(("secret of " + node + "#" + key + "\n" + body).getBytes(UTF_8))
                            .bytes(),
                    BYTES);
        }
    }

    /// Ed25519 and ML-DSA-65: the keys of one number are the same for all nodes of the process, under each node's name.
    record Real(Map<Integer, Pairs> keys) implements Signing {
        private static final Real REAL = new Real(new ConcurrentHashMap<>());

        record Pairs(KeyPair ed25519, KeyPair mlDsa65) {
            CheckpointKeys of(NodeId node) {
                return new CheckpointKeys(node.toString(), ed25519.getPublic(), mlDsa65.getPublic());
            }
        }

        static Real get() {
            return REAL;
        }

        @Override
        public String sign(NodeId node, int key, Checkpoint checkpoint) {
            var pairs = pairs(key);
            var ed25519 = pairs.ed25519().getPrivate();
            var mlDsa65 = pairs.mlDsa65().getPrivate();
            return new CheckpointSigner(pairs.of(node), ed25519, mlDsa65, new SecureRandom()).sign(checkpoint);
        }

        @Override
        public CheckpointVerdict verify(NodeId node, int key, String text, String ledger) {
            return new CheckpointVerifier(pairs(key).of(node)).verify(text, ledger);
        }

        private Pairs pairs(int key) {
            return keys.computeIfAbsent(key, number -> new Pairs(pair("Ed25519"), pair("ML-DSA-65")));
        }

        private static KeyPair pair(String algorithm) {
            try {
                return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
