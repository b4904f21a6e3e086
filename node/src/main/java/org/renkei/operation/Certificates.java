package org.renkei.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.renkei.keys.OwnKeys;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// The certificates this node shows, and since and until when they hold.
@Component
class Certificates {
    private final NodeSettings settings;
    private final OwnKeys keys;

    Certificates(NodeSettings settings, OwnKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /// @param use `link` or `api`
    record Holding(String use, Instant from, Instant until) {}

    List<Holding> list() {
        var list = new ArrayList<Holding>();
        list.add(holding("link", keys.certificate()));
        var tls = settings.apiTls();
        if (tls != null) {
            try (InputStream in = Files.newInputStream(tls.certificate())) {
                var factory = CertificateFactory.getInstance("X.509");
                if (factory.generateCertificate(in) instanceof X509Certificate certificate) {
                    list.add(holding("api", certificate));
                }
            } catch (IOException | CertificateException e) {
                throw new IllegalStateException("the certificate of the API cannot be read", e);
            }
        }
        return list;
    }

    private static Holding holding(String use, X509Certificate certificate) {
        return new Holding(
                use,
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
