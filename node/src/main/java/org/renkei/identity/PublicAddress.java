package org.renkei.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.passkey.Place;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// Where browsers find this node. It comes from the settings, never from a request: what a caller says about the host
/// could be the name of somebody in between. Without `api.url` it is the first name in the certificate, or localhost
/// where there is no TLS.
@Component
public class PublicAddress {
    private static final String LOCALHOST = "localhost";
    private static final int DNS_NAME = 2;
    private static final int HTTPS = 443;

    private final @Nullable URI url;
    private final boolean tls;
    private final String number;
    private final @Nullable String certified;

    PublicAddress(NodeSettings settings) {
        var pair = settings.apiTls();
        this.url = settings.apiUrl();
        this.tls = pair != null;
        this.number = (tls ? "https://" : "http://") + settings.api().host();
        this.certified = pair == null ? null : firstName(pair.certificate());
    }

    /// Empty when this node is known by a number only, at which browsers make no passkeys.
    ///
    /// @param port on which the node itself listens
    public Optional<Place> place(int port) {
        if (url != null) {
            return isName(url.getHost()) ? Optional.of(new Place(url.toString(), url.getHost())) : Optional.empty();
        }
        if (!tls) {
            return Optional.of(new Place("http://" + LOCALHOST + ":" + port, LOCALHOST));
        }
        return Optional.ofNullable(certified)
                .map(name -> new Place("https://" + name + (port == HTTPS ? "" : ":" + port), name));
    }

    /// Where to send somebody with a link.
    public String url(int port) {
        return place(port).map(Place::origin).orElseGet(() -> url != null ? url.toString() : number + ":" + port);
    }

    private static boolean isName(String host) {
        return host.matches(".*[a-zA-Z].*") && !host.startsWith("[");
    }

    private static @Nullable String firstName(Path certificate) {
        try (InputStream in = Files.newInputStream(certificate)) {
            var chain = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (chain.stream().findFirst().orElse(null) instanceof X509Certificate first
                    && first.getSubjectAlternativeNames() != null) {
                return first.getSubjectAlternativeNames().stream()
                        .filter(name -> name.getFirst() instanceof Integer type && type == DNS_NAME)
                        .map(List::getLast)
                        .map(String::valueOf)
                        .filter(name -> isName(name) && !name.contains("*"))
                        .findFirst()
                        .orElse(null);
            }
            return null;
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("the certificate " + certificate + " cannot be read", e);
        }
    }
}
