package org.renkei.kernel.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.renkei.kernel.ledger.Checkpoint;
import org.renkei.kernel.ledger.CheckpointKeys;
import org.renkei.kernel.ledger.CheckpointSigner;
import org.renkei.kernel.ledger.CheckpointVerifier;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.record.NodeId;

/// Signs checkpoints of any node with the public test keys of the ledger, each of them once in the life of the JVM:
/// signatures are the slow part of these tests.
final class LinkKeys {
    private static final String FOLDER = "/org/renkei/kernel/ledger/test-only-";
    private static final PublicKey ED25519 = publicKey("Ed25519");
    private static final PublicKey ML_DSA_65 = publicKey("ML-DSA-65");
    private static final Map<String, String> SIGNED = new ConcurrentHashMap<>();

    private LinkKeys() {}

    static CheckpointVerifier verifierOf(NodeId node) {
        return new CheckpointVerifier(new CheckpointKeys(node.toString(), ED25519, ML_DSA_65));
    }

    /// The signed checkpoint over these entries of the ledger that `node` keeps for `partner`.
    static String checkpoint(NodeId node, NodeId partner, List<byte[]> entries) {
        var tree = new MerkleTree();
        entries.forEach(tree::append);
        return checkpoint(node, LinkSession.ledgerName(node, partner), tree.size(), tree.root());
    }

    static String checkpoint(NodeId signer, String ledger, long size, Hash root) {
        var checkpoint = new Checkpoint(ledger, size, root);
        return SIGNED.computeIfAbsent(signer + "\n" + checkpoint.body(), key -> {
            var keys = new CheckpointKeys(signer.toString(), ED25519, ML_DSA_65);
            return new CheckpointSigner(keys, privateKey("Ed25519"), privateKey("ML-DSA-65"), new SecureRandom())
                    .sign(checkpoint);
        });
    }

    private static PrivateKey privateKey(String algorithm) {
        try {
            var spec = new PKCS8EncodedKeySpec(bytes(algorithm, ".private.b64"));
            return KeyFactory.getInstance(algorithm).generatePrivate(spec);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static PublicKey publicKey(String algorithm) {
        try {
            var spec = new X509EncodedKeySpec(bytes(algorithm, ".public.b64"));
            return KeyFactory.getInstance(algorithm).generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String algorithm, String part) {
        try (var in = LinkKeys.class.getResourceAsStream(FOLDER + algorithm.toLowerCase(Locale.ROOT) + part)) {
            return Base64.getMimeDecoder()
                    .decode(new String(Objects.requireNonNull(in).readAllBytes(), US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
