package org.renkei.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.ledger.CheckpointKeys;
import org.renkei.kernel.ledger.CheckpointSigner;
import org.renkei.kernel.ledger.Cosigner;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;
import org.renkei.settings.NodeSettings;

/// The private keys of this node: Ed25519 and ML-DSA-65 to sign with, P-384 and its certificate for TLS. Made
/// at first start, kept as PEM files that only the owner may read. `sealing` opens what was sealed to this
/// node.
public record NodeKeys(
        KeyPair ed25519, KeyPair mlDsa65, PrivateKey tls, X509Certificate certificate, SealingKey sealing) {
    private static final int SECRET_BYTES = 32;

    /// Loads the keys from `folder`, or makes them there.
    public static NodeKeys open(Path folder, NodeId node) {
        try {
            KeyFolder.settle(folder);
            if (!Files.exists(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            var ed25519 = pair(folder, "Ed25519");
            var mlDsa65 = pair(folder, "ML-DSA-65");
            var tls = TlsIdentity.open(folder, node);
            return new NodeKeys(ed25519, mlDsa65, tls.key(), tls.certificate(), SealingKey.open(folder));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the keys in " + folder + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    public CheckpointSigner signer(NodeId node) {
        var keys = new CheckpointKeys(node.toString(), ed25519.getPublic(), mlDsa65.getPublic());
        return new CheckpointSigner(keys, ed25519.getPrivate(), mlDsa65.getPrivate(), new SecureRandom());
    }

    /// Cosigns partners' audit logs.
    public Cosigner cosigner(NodeId node) {
        var keys = new CheckpointKeys(node.toString(), ed25519.getPublic(), mlDsa65.getPublic());
        return new Cosigner(keys, ed25519.getPrivate(), mlDsa65.getPrivate(), new SecureRandom());
    }

    /// When the keys were made.
    public Instant made() {
        return certificate.getNotBefore().toInstant().plus(1, ChronoUnit.DAYS);
    }

    /// A secret of 32 bytes for one purpose, the same as long as the node has these keys.
    byte[] secretFor(String purpose) {
        try {
            var secret = KDF.getInstance("HKDF-SHA256");
            return secret.deriveData(HKDFParameterSpec.ofExtract()
                    .addIKM(ed25519.getPrivate().getEncoded())
                    .thenExpand(("renkei " + purpose).getBytes(StandardCharsets.UTF_8), SECRET_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no secret can be derived from the node's keys", e);
        }
    }

    /// This node's card, signed now.
    public NodeCard card(NodeSettings settings, String address) {
        try {
            var name = settings.name();
            var certificateHash = Hash.ofContent(certificate.getEncoded());
            var content = NodeCard.content(settings.node(), name.en(), name.ja(), address, certificateHash, this);
            var signed = new LinkedHashMap<String, CborValue>();
            signed.put("card", new CborBytes(content));
            signed.put("ed25519", new CborBytes(sign(ed25519.getPrivate(), "Ed25519", content)));
            signed.put("ml-dsa-65", new CborBytes(sign(mlDsa65.getPrivate(), "ML-DSA-65", content)));
            return new NodeCard(
                    settings.node(),
                    name.en(),
                    name.ja(),
                    address,
                    certificateHash,
                    ed25519.getPublic(),
                    mlDsa65.getPublic(),
                    sealing.publicKey(),
                    Cbor.encode(new CborMap(signed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the node card cannot be signed", e);
        }
    }

    static byte[] sign(PrivateKey key, String algorithm, byte[] content) throws GeneralSecurityException {
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }

    private static KeyPair pair(Path folder, String algorithm) throws GeneralSecurityException, IOException {
        var privateFile = folder.resolve(algorithm.toLowerCase(Locale.ROOT) + ".key");
        var publicFile = folder.resolve(algorithm.toLowerCase(Locale.ROOT) + ".pub");
        if (!Files.exists(privateFile)) {
            var made = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            writePem(publicFile, "PUBLIC KEY", made.getPublic().getEncoded());
            writePem(privateFile, "PRIVATE KEY", made.getPrivate().getEncoded());
        }
        var factory = KeyFactory.getInstance(algorithm);
        return new KeyPair(
                NodeCard.publicKey(algorithm, readPem(publicFile)),
                factory.generatePrivate(new PKCS8EncodedKeySpec(readPem(privateFile))));
    }

    static void writePem(Path file, String type, byte[] content) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(new PemObject(type, content));
        }
        PrivateFiles.write(file, text.toString());
    }

    static byte[] readPem(Path file) throws IOException {
        try (var pem = new PemReader(new StringReader(Files.readString(file)))) {
            var object = pem.readPemObject();
            if (object == null) {
                throw new IOException(file + " is no PEM file");
            }
            return object.getContent();
        }
    }
}
