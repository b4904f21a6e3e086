package org.renkei.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A machine with a key and a certificate that it signed itself.
public record Machine(PrivateKey key, X509Certificate certificate) {
    /// For a year from now, P-256, for client authentication.
    public static Machine make() {
        return new Maker(Instant.now()).make();
    }

    /// What a certificate is to be like.
    public static final class Maker {
        private Instant from;
        private Instant until;
        private KeyPair pair = pair("EC", 256);
        private KeyPurposeId[] purposes = {KeyPurposeId.id_kp_clientAuth};
        private int usage = KeyUsage.digitalSignature;
        private String address = "";

        public Maker(Instant now) {
            from = now.minus(Duration.ofDays(1));
            until = now.plus(Duration.ofDays(365));
        }

        public Maker from(Instant time) {
            from = time;
            return this;
        }

        public Maker until(Instant time) {
            until = time;
            return this;
        }

        public Maker of(String algorithm, int size) {
            pair = pair(algorithm, size);
            return this;
        }

        /// None: the certificate says nothing of it.
        public Maker forPurposes(KeyPurposeId... wanted) {
            purposes = wanted.clone();
            return this;
        }

        /// 0: the certificate says nothing of it.
        public Maker withUsage(int wanted) {
            usage = wanted;
            return this;
        }

        /// Where others call it: the certificate names this IP address.
        public Maker at(String address) {
            this.address = address;
            return this;
        }

        public Machine make() {
            var name = new X500Name("CN=feed-1,O=JMA");
            var serial = new BigInteger(127, new SecureRandom());
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    serial,
                    Date.from(from.truncatedTo(ChronoUnit.SECONDS)),
                    Date.from(until.truncatedTo(ChronoUnit.SECONDS)),
                    name,
                    pair.getPublic());
            try {
                if (purposes.length > 0) {
                    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
                }
                if (!address.isEmpty()) {
                    var named = new GeneralName(GeneralName.iPAddress, address);
                    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(named));
                }
                if (usage != 0) {
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
                }
                var signer = new JcaContentSignerBuilder(signature()).build(pair.getPrivate());
                var made = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
                return new Machine(pair.getPrivate(), made);
            } catch (OperatorCreationException | CertIOException | GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        private String signature() {
            return switch (pair.getPrivate().getAlgorithm()) {
                case "EC" -> "SHA256withECDSA";
                case "RSA" -> "SHA256withRSA";
                case "DSA" -> "SHA256withDSA";
                default -> "Ed25519";
            };
        }

        private static KeyPair pair(String algorithm, int size) {
            try {
                var generator = KeyPairGenerator.getInstance(algorithm);
                if (size > 0) {
                    generator.initialize(size);
                }
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// The key, PKCS #8.
    public String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END " + kind + "-----\n";
    }

    public String pem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /// Calls with this certificate, proving its key.
    public HttpClient client() {
        return client(certificate);
    }

    /// Calls with this key, under whatever certificate.
    public HttpClient client(X509Certificate shown) {
        return HttpClient.newBuilder().sslContext(context(shown)).build();
    }

    /// For other protocols than HTTP.
    public SSLContext context() {
        return context(certificate);
    }

    private SSLContext context(X509Certificate shown) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("machine", key, new char[0], new X509Certificate[] {shown});
            var keys = KeyManagerFactory.getInstance("SunX509");
            keys.init(store, new char[0]);
            return Trusting.context(keys.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
