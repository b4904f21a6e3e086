package org.renkei.federation;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.keys.NodeKeys;
import org.renkei.keys.Partners;
import org.springframework.stereotype.Component;

/// TLS between nodes: 1.3 only, both sides with certificates, and only certificates that stand in a partner's card.
/// Who signed a certificate means nothing here.
@Component
class LinkTls {
    /// The one group that is offered, so that it is known which one was taken; the JDK's TLS has no hybrid one yet.
    static final String KEY_AGREEMENT = "x25519";

    private static final String ALIAS = "link";

    private final Partners partners;
    private final ThreadLocal<String> lastRefusal = ThreadLocal.withInitial(() -> "");
    private final KeyManager ownKey;
    private final TrustManager pinned = new Pinned();
    private final SSLContext context;

    LinkTls(NodeKeys keys, Partners partners) throws GeneralSecurityException {
        this.partners = partners;
        this.ownKey = new OwnKey(keys);
        this.context = SSLContext.getInstance("TLSv1.3");
        context.init(new KeyManager[] {ownKey}, new TrustManager[] {pinned}, new SecureRandom());
    }

    SSLContext context() {
        return context;
    }

    KeyManager ownKey() {
        return ownKey;
    }

    TrustManager pinned() {
        return pinned;
    }

    /// Why this thread last refused a certificate: some implementations of TLS keep that to themselves.
    String lastRefusal() {
        return lastRefusal.get();
    }

    static SSLParameters parameters() {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setCipherSuites(new String[] {"TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256"});
        parameters.setNamedGroups(new String[] {KEY_AGREEMENT});
        parameters.setNeedClientAuth(true);
        return parameters;
    }

    /// Whose certificate this is.
    Optional<Partners.Partner> partnerOf(X509Certificate certificate) {
        var hash = hash(certificate);
        return partners.list().stream()
                .filter(partner -> partner.card().certificate().equals(hash))
                .findFirst();
    }

    static Hash hash(X509Certificate certificate) {
        try {
            return Hash.ofContent(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Trusts the certificates of the partners' cards and no others.
    private final class Pinned extends X509ExtendedTrustManager {
        private void check(X509Certificate[] chain) throws CertificateException {
            try {
                checkFirst(chain[0]);
            } catch (CertificateException e) {
                lastRefusal.set(e.getMessage());
                throw e;
            }
        }

        private void checkFirst(X509Certificate certificate) throws CertificateException {
            certificate.checkValidity();
            if (partnerOf(certificate).isEmpty()) {
                throw new CertificateException(
                        "certificate " + hash(certificate).hex() + " of " + certificate.getSubjectX500Principal()
                                + " stands in no partner's card");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /// Always offers this node's one certificate.
    private static final class OwnKey extends X509ExtendedKeyManager {
        private final NodeKeys keys;

        OwnKey(NodeKeys keys) {
            this.keys = keys;
        }

        @Override
        public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return ALIAS;
        }

        @Override
        public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return ALIAS;
        }

        @Override
        public String chooseEngineClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String chooseEngineServerAlias(String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {keys.certificate()};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return keys.tls();
        }
    }
}
