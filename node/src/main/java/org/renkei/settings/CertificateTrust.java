package org.renkei.settings;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Whose certificates are trusted in TLS, said once for servers and once for clients however they are met; of whom
/// nothing is said is not trusted.
public abstract class CertificateTrust extends X509ExtendedTrustManager {

    /// Where the other side is met; neither when TLS does not say.
    public record Met(@Nullable Socket socket, @Nullable SSLEngine engine) {
        private static final Met NOWHERE = new Met(null, null);
    }

    protected void server(X509Certificate[] chain, String type, Met met) throws CertificateException {
        throw new CertificateException("no server is trusted by this");
    }

    protected void client(X509Certificate[] chain, String type, Met met) throws CertificateException {
        throw new CertificateException("no client is trusted by this");
    }

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        server(chain, type, Met.NOWHERE);
    }

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        server(chain, type, new Met(socket, null));
    }

    @Override
    public final void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        server(chain, type, new Met(null, engine));
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        client(chain, type, Met.NOWHERE);
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        client(chain, type, new Met(socket, null));
    }

    @Override
    public final void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        client(chain, type, new Met(null, engine));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
