package org.renkei.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.renkei.kernel.record.NodeId;

/// Certificates that something is wrong with, in the place of a node's own.
public final class TestCertificates {
    private TestCertificates() {}

    /// @param data the node's data folder, which need not be there yet
    public static void expired(Path data, String node) throws IOException {
        make(data, node, Duration.ofDays(-2), KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
    }

    /// For signing programs, not for TLS.
    public static void ofWrongUsage(Path data, String node) throws IOException {
        make(data, node, Duration.ofDays(30), KeyPurposeId.id_kp_codeSigning);
    }

    /// In order, but on nobody's card.
    public static void another(Path data, String node) throws IOException {
        make(data, node, Duration.ofDays(30), KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
    }

    private static void make(Path data, String node, Duration until, KeyPurposeId... purposes) throws IOException {
        var keys = Files.createDirectories(data.resolve("keys"));
        var now = Instant.now();
        try {
            TlsIdentity.make(
                    NodeId.parse(node),
                    keys.resolve("link-tls.key"),
                    keys.resolve("link-tls.crt"),
                    now.minus(Duration.ofDays(30)),
                    now.plus(until),
                    purposes);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
