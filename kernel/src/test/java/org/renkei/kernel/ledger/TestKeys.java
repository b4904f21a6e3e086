package org.renkei.kernel.ledger;

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
import java.util.Locale;
import java.util.Objects;

/// Keys that stand in the repository for everyone to see: for tests only.
record TestKeys(PrivateKey ed25519, PublicKey ed25519Public, PrivateKey mlDsa65, PublicKey mlDsa65Public) {

    static TestKeys read() {
        try {
            return new TestKeys(
                    privateKey("Ed25519"), publicKey("Ed25519"), privateKey("ML-DSA-65"), publicKey("ML-DSA-65"));
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    CheckpointKeys publicKeys(String node) {
        return new CheckpointKeys(node, ed25519Public, mlDsa65Public);
    }

    CheckpointSigner signer(String node, SecureRandom random) {
        return new CheckpointSigner(publicKeys(node), ed25519, mlDsa65, random);
    }

    private static PrivateKey privateKey(String algorithm) throws GeneralSecurityException, IOException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes(algorithm, "private")));
    }

    private static PublicKey publicKey(String algorithm) throws GeneralSecurityException, IOException {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes(algorithm, "public")));
    }

    private static byte[] bytes(String algorithm, String part) throws IOException {
        String name = "test-only-" + algorithm.toLowerCase(Locale.ROOT) + "." + part + ".b64";
        try (var in = TestKeys.class.getResourceAsStream(name)) {
            return Base64.getMimeDecoder()
                    .decode(new String(Objects.requireNonNull(in).readAllBytes(), US_ASCII));
        }
    }
}
