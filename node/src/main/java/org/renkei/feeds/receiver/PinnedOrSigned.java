package org.renkei.feeds.receiver;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.X509ExtendedTrustManager;
import org.renkei.settings.CertificateTrust;

/// Trusts a server by its own certificate, which must hold today, or else as the platform does.
final class PinnedOrSigned extends CertificateTrust {
    private final List<X509Certificate> pinned;
    private final X509ExtendedTrustManager platform;

    PinnedOrSigned(List<X509Certificate> pinned, X509ExtendedTrustManager platform) {
        this.pinned = List.copyOf(pinned);
        this.platform = platform;
    }

    @Override
    protected void server(X509Certificate[] chain, String type, Met met) throws CertificateException {
        if (pinned.contains(chain[0])) {
            chain[0].checkValidity();
        } else if (met.socket() != null) {
            platform.checkServerTrusted(chain, type, met.socket());
        } else if (met.engine() != null) {
            platform.checkServerTrusted(chain, type, met.engine());
        } else {
            throw new CertificateException("not pinned, and of whom it is cannot be told");
        }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }
}
