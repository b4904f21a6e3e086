package org.renkei.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.renkei.kernel.record.NodeId;

/// The key and self-signed certificate with which this node speaks TLS to partners, as server and as client. Partners
/// rely on its hash in the node card, not on who signed it. P-384, as the FMN profiles ask.
public record TlsIdentity(PrivateKey key, X509Certificate certificate) {
    private static final long YEARS = 10;

    static TlsIdentity open(Path folder, NodeId node) throws GeneralSecurityException, IOException {
        var keyFile = folder.resolve("link-tls.key");
        var certificateFile = folder.resolve("link-tls.crt");
        if (!Files.exists(keyFile)) {
            make(node, keyFile, certificateFile);
        }
        var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(NodeKeys.readPem(keyFile)));
        var encoded = new ByteArrayInputStream(NodeKeys.readPem(certificateFile));
        var certificate =
                (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(encoded);
        return new TlsIdentity(key, certificate);
    }

    private static void make(NodeId node, Path keyFile, Path certificateFile)
            throws GeneralSecurityException, IOException {
        var now = Instant.now();
        make(
                node,
                keyFile,
                certificateFile,
                now.minus(1, ChronoUnit.DAYS),
                now.plus(YEARS * 365, ChronoUnit.DAYS),
                KeyPurposeId.id_kp_serverAuth,
                KeyPurposeId.id_kp_clientAuth);
    }

    static void make(
            NodeId node, Path keyFile, Path certificateFile, Instant from, Instant until, KeyPurposeId... purposes)
            throws GeneralSecurityException, IOException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        var pair = generator.generateKeyPair();
        try {
            NodeKeys.writePem(certificateFile, "CERTIFICATE", selfSigned(node, pair, from, until, purposes));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
        NodeKeys.writePem(keyFile, "PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    private static byte[] selfSigned(NodeId node, KeyPair pair, Instant from, Instant until, KeyPurposeId... purposes)
            throws IOException, OperatorCreationException {
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, node.party())
                .addRDN(BCStyle.CN, node.toString())
                .build();
        var builder = new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(127, new SecureRandom()),
                        Date.from(from.truncatedTo(ChronoUnit.SECONDS)),
                        Date.from(until.truncatedTo(ChronoUnit.SECONDS)),
                        name,
                        pair.getPublic())
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
        return builder.build(new JcaContentSignerBuilder("SHA384withECDSA").build(pair.getPrivate()))
                .getEncoded();
    }
}
