package org.renkei.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/// Certificate chains and private keys of PEM files, as TLS wants them.
public final class PemKeys {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

    private PemKeys() {}

    /// @param certificate the chain, the own one first
    /// @param key PKCS #8, without a password
    /// @throws IOException where a file cannot be read or is none of these
    public static KeyManager[] managers(Path certificate, Path key) throws IOException {
        try (var in = Files.newInputStream(certificate)) {
            var chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("own", key(key), new char[0], chain);
            var managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, new char[0]);
            return managers.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    certificate + " and " + key + " are no certificate with its key: " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        var pem = KEY.matcher(Files.readString(file));
        if (!pem.find()) {
            throw new IOException(file + " holds no PRIVATE KEY (PKCS #8, without a password)");
        }
        var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        for (var algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException another) {
                // One of the others, then.
            }
        }
        throw new InvalidKeySpecException(file + " is a key of none of " + ALGORITHMS);
    }
}
