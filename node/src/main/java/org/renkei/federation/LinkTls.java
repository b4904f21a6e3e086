package org.renkei.federation;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.keys.TlsIdentity;
import org.renkei.settings.CertificateTrust;
import org.springframework.stereotype.Component;

/// TLS between nodes: 1.3 only, both sides with certificates, and only certificates that stand in a partner's card.
/// Who signed a certificate means nothing here.
@Component
class LinkTls {
    /// The one group that is offered, so that it is known which one was taken; the JDK's TLS has no hybrid one yet.
    static final String KEY_AGREEMENT = "x25519";

    private static final String ALIAS = "link";

    /// For how long the older certificate is shown after somebody did not know the present one, and how soon it is
    /// looked again whether that was right.
    private static final Duration GONE_BACK = Duration.ofMinutes(5);

    private static final Duration TRIED = Duration.ofSeconds(3);

    /// How it looks from here when the other side does not know a certificate; some say it in no words.
    private static final Pattern NOT_KNOWN = Pattern.compile(
            "alert:? .*certificate[_ ]unknown|alert: (46|80)|Broken pipe|Connection reset|terminated the handshake");

    private final Partners partners;
    private final ThreadLocal<String> lastRefusal = ThreadLocal.withInitial(() -> "");
    private static final String SERVER = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final Map<String, String> USAGES = Map.of(SERVER, "servers of TLS", CLIENT, "clients of TLS");

    private final OwnKeys keys;
    private final Clock clock;
    private final KeyManager ownKey;
    private final TrustManager pinned = new Pinned();
    private final SSLContext context;
    private Instant olderUntil = Instant.MIN;
    private Instant changedAt = Instant.EPOCH;

    LinkTls(OwnKeys keys, Partners partners, Clock clock) throws GeneralSecurityException {
        this.partners = partners;
        this.keys = keys;
        this.clock = clock;
        this.ownKey = new OwnKey();
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

    /// Takes note of a refusal by one side, and adds to its words what is wrong with this node's own certificate, if
    /// anything is: the partner's alert does not always say it.
    String refused(String refusal) {
        var explained = explained(refusal);
        choose(refusal);
        return explained;
    }

    private String explained(String refusal) {
        var own = presented().certificate();
        var ended = own.getNotAfter().toInstant();
        if (ended.isBefore(Instant.now())) {
            return refusal + "; this node's own certificate ended on " + ended;
        }
        try {
            var usages = own.getExtendedKeyUsage();
            return usages == null || usages.containsAll(USAGES.keySet())
                    ? refusal
                    : refusal + "; this node's own certificate is not made for links";
        } catch (CertificateParsingException e) {
            return refusal + "; this node's own certificate cannot be read: " + e.getMessage();
        }
    }

    /// Why this thread last refused a certificate: some implementations of TLS keep that to themselves.
    String lastRefusal() {
        return lastRefusal.get();
    }

    /// Somebody broke off. Who does not know the certificate that all partners were told of may have been restored
    /// from before the exchange of keys. A listener cannot ask who it is: for a while everybody is shown the older
    /// one, as long as partners take that, and the newest again when that is not known either.
    private synchronized void choose(String refusal) {
        var now = clock.instant();
        if (NOT_KNOWN.matcher(refusal).find() && !now.isBefore(changedAt.plus(TRIED))) {
            olderUntil = now.isBefore(olderUntil) ? Instant.MIN : now.plus(GONE_BACK);
            changedAt = now;
        }
    }

    private synchronized boolean showsOlder(Instant now) {
        return now.isBefore(olderUntil);
    }

    /// What this node shows: what all partners with a link of their own take.
    TlsIdentity presented() {
        var now = clock.instant();
        if (showsOlder(now)) {
            return keys.presentedBefore(now);
        }
        var linked = partners.list().stream()
                .filter(partner -> !partner.isRelayed() && !partner.isRevoked())
                .map(Partners.Partner::node)
                .toList();
        return keys.presented(linked, now);
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
        var now = clock.instant();
        return partners.list().stream()
                .filter(partner -> partner.history().accepts(hash, now))
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
    private final class Pinned extends CertificateTrust {
        private void check(X509Certificate[] chain, String usage) throws CertificateException {
            try {
                checkFirst(chain[0], usage);
            } catch (CertificateException e) {
                lastRefusal.set(e.getMessage());
                throw e;
            }
        }

        private void checkFirst(X509Certificate certificate, String usage) throws CertificateException {
            var partner = partnerOf(certificate).orElseThrow(() -> unknown(certificate));
            try {
                certificate.checkValidity();
            } catch (CertificateExpiredException e) {
                throw refusal(
                        "the certificate of " + partner.node() + " ended on "
                                + certificate.getNotAfter().toInstant(),
                        BasicReason.EXPIRED);
            } catch (CertificateNotYetValidException e) {
                throw refusal(
                        "the certificate of " + partner.node() + " begins only on "
                                + certificate.getNotBefore().toInstant() + ": is one of the clocks wrong?",
                        BasicReason.NOT_YET_VALID);
            }
            var usages = certificate.getExtendedKeyUsage();
            if (usages != null && !usages.contains(usage)) {
                throw refusal(
                        "the certificate of " + partner.node() + " is not made for " + USAGES.get(usage),
                        BasicReason.ALGORITHM_CONSTRAINED);
            }
        }

        private CertificateException unknown(X509Certificate certificate) {
            var hash = hash(certificate);
            for (var partner : partners.list()) {
                var former = partner.history().findCertificate(hash);
                if (former.isPresent()) {
                    return refusal(
                            partner.isRevoked()
                                    ? "the card of " + partner.node() + " was revoked here"
                                    : "the certificate of " + partner.node() + " was given up for another one",
                            BasicReason.REVOKED);
                }
            }
            return new CertificateException("certificate " + hash.hex() + " of " + certificate.getSubjectX500Principal()
                    + " stands in no partner's card");
        }

        /// With the reason in the form that TLS has an alert for, so that the other side learns it too.
        private CertificateException refusal(String message, BasicReason reason) {
            return new CertificateException(message, new CertPathValidatorException(message, null, null, -1, reason));
        }

        @Override
        protected void client(X509Certificate[] chain, String type, Met met) throws CertificateException {
            check(chain, CLIENT);
        }

        @Override
        protected void server(X509Certificate[] chain, String type, Met met) throws CertificateException {
            check(chain, SERVER);
        }
    }

    /// Always offers the one certificate that this node presents.
    private final class OwnKey extends X509ExtendedKeyManager {
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
            return new X509Certificate[] {presented().certificate()};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return presented().key();
        }
    }
}
