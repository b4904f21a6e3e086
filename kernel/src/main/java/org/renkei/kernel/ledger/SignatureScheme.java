package org.renkei.kernel.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.AsymmetricKey;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/// The two algorithms under every checkpoint: one proven for decades, one that quantum computers do not break.
enum SignatureScheme {
    /// RFC 8032; C2SP `signed-note` type 0x01, of a cosignature 0x04 (`tlog-cosignature`).
    ED25519("ed25519", "Ed25519", 32, new byte[] {0x01}, new byte[] {0x04}),
    /// FIPS 204; C2SP assigns no number, so 0xff and the name.
    ML_DSA_65(
            "ml-dsa-65",
            "ML-DSA-65",
            1952,
            "\u00ffml-dsa-65".getBytes(ISO_8859_1),
            "\u00ffcosignature-ml-dsa-65".getBytes(ISO_8859_1));

    static final int KEY_HASH_LENGTH = 4;

    private final String suffix;
    private final String algorithm;
    private final int publicKeyLength;
    private final byte[] type;
    private final byte[] cosignatureType;

    SignatureScheme(String suffix, String algorithm, int publicKeyLength, byte[] type, byte[] cosignatureType) {
        this.suffix = suffix;
        this.algorithm = algorithm;
        this.publicKeyLength = publicKeyLength;
        this.type = type;
        this.cosignatureType = cosignatureType;
    }

    /// The name on the signature line, for example `JPN/ichigaya+ed25519`.
    String keyName(String node) {
        return node + "+" + suffix;
    }

    /// The first four bytes of SHA-256(name || 0x0a || type || public key), after C2SP `signed-note`.
    byte[] keyHash(String node, PublicKey key) {
        return keyHash(node, key, type);
    }

    /// The same for cosignatures, so that a key that signs both never has one signature taken for the other.
    byte[] cosignatureKeyHash(String node, PublicKey key) {
        return keyHash(node, key, cosignatureType);
    }

    private byte[] keyHash(String node, PublicKey key, byte[] type) {
        byte[] encoded = key.getEncoded();
        var content = new ByteArrayOutputStream();
        content.writeBytes(keyName(node).getBytes(UTF_8));
        content.write('\n');
        content.writeBytes(type);
        // In SubjectPublicKeyInfo the key itself stands last.
        content.write(encoded, encoded.length - publicKeyLength, publicKeyLength);
        return Arrays.copyOf(Hash.ofContent(content.toByteArray()).bytes(), KEY_HASH_LENGTH);
    }

    byte[] sign(PrivateKey key, byte[] message, SecureRandom random) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key, random);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + algorithm, e);
        }
    }

    /// False for a wrong signature and for bytes that are none.
    boolean verify(PublicKey key, byte[] message, byte[] signatureBytes) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signatureBytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    <K extends Key> K requireKey(K key) {
        String found =
                key instanceof AsymmetricKey asymmetric && asymmetric.getParams() instanceof NamedParameterSpec named
                        ? named.getName()
                        : key.getAlgorithm();
        if (!algorithm.equals(found)) {
            throw new IllegalArgumentException("a key for " + algorithm + " is needed, not for " + found);
        }
        return key;
    }
}
