package org.renkei.feeds.receiver;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.NodeSettings.Endpoint;
import org.renkei.settings.NodeSettings.Tls;
import org.renkei.settings.PemKeys;

/// Agrees on TLS with a server: one whose own certificate stands in the file of those that are trusted, whatever its
/// name, or one whose certificate names the host and is signed by one that stands there. Nobody else.
final class TlsCaller {
    private static final int HANDSHAKE_MILLIS = 10_000;

    private final @Nullable Tls own;
    private final Path trusted;

    TlsCaller(@Nullable Tls own, Path trusted) {
        this.own = own;
        this.trusted = trusted;
    }

    /// The files are read each time, so that new ones count from the next connection on.
    Socket agree(Socket socket, Endpoint endpoint) throws SourceFault {
        try {
            var certificates = certificates();
            var context = SSLContext.getInstance("TLS");
            var keys = own == null ? new KeyManager[0] : PemKeys.managers(own.certificate(), own.key());
            context.init(keys, new TrustManager[] {trustManager(certificates)}, null);
            var tls =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, endpoint.host(), endpoint.port(), true);
            var parameters = tls.getSSLParameters();
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            var silence = tls.getSoTimeout();
            tls.setSoTimeout(HANDSHAKE_MILLIS);
            tls.startHandshake();
            tls.setSoTimeout(silence);
            return tls;
        } catch (SSLException refused) {
            throw new SourceFault(FeedFault.NOT_TRUSTED, endpoint + ": " + refused.getMessage());
        } catch (IOException | GeneralSecurityException broken) {
            throw new SourceFault(FeedFault.CANNOT_CONNECT, endpoint + ": " + broken.getMessage());
        }
    }

    private List<X509Certificate> certificates() throws IOException, CertificateException {
        try (var in = Files.newInputStream(trusted)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static TrustManager trustManager(List<X509Certificate> certificates)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (var i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("trusted-" + i, certificates.get(i));
        }
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return new PinnedOrSigned(certificates, (X509ExtendedTrustManager) factory.getTrustManagers()[0]);
    }
}
