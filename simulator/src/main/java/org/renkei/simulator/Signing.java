package org.renkei.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
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

    String sign(NodeId node, Checkpoint checkpoint);

    CheckpointVerdict verify(NodeId node, String text, String ledger);

    record Cheap() implements Signing {
        private static final int BYTES = 16;

        @Override
        public String sign(NodeId node, Checkpoint checkpoint) {
            var body = checkpoint.body();
            return body + "\n— " + node + " " + Base64.getEncoder().encodeToString(signature(node, body)) + "\n";
        }

        @Override
        public CheckpointVerdict verify(NodeId node, String text, String ledger) {
            var end = text.indexOf("\n\n");
            if (end < 0) {
                return new CheckpointVerdict.Refused("not a signed checkpoint");
            }
            var checkpoint = Checkpoint.parse(text.substring(0, end + 1));
            return checkpoint.origin().equals(ledger) && text.equals(sign(node, checkpoint))
                    ? new CheckpointVerdict.Verified(checkpoint)
                    : new CheckpointVerdict.Refused("the signature is wrong");
        }

        private static byte[] signature(NodeId node, String body) {
            return Arrays.copyOf(
                    Hash.ofContent(("secret of " + node + "\n" + body).getBytes(UTF_8))
                            .bytes(),
                    BYTES);
        }
    }

    /// Ed25519 and ML-DSA-65, one pair of keys for all nodes of the process under each node's name.
    record Real(KeyPair ed25519, KeyPair mlDsa65) implements Signing {
        private static final class Holder {
            static final Real REAL = new Real(pair("Ed25519"), pair("ML-DSA-65"));
        }

        static Real get() {
            return Holder.REAL;
        }

        @Override
        public String sign(NodeId node, Checkpoint checkpoint) {
            return new CheckpointSigner(keys(node), ed25519.getPrivate(), mlDsa65.getPrivate(), new SecureRandom())
                    .sign(checkpoint);
        }

        @Override
        public CheckpointVerdict verify(NodeId node, String text, String ledger) {
            return new CheckpointVerifier(keys(node)).verify(text, ledger);
        }

        private CheckpointKeys keys(NodeId node) {
            return new CheckpointKeys(node.toString(), ed25519.getPublic(), mlDsa65.getPublic());
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
