package org.renkei.identity.provider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.NodeSettings.Provider;

/// The questions to one provider and what is taken for an answer: a token that the issuer of the settings signed with a
/// public key, for this node, for this sign-in, now.
public final class ProviderExchange {
    private final ProviderHttp http = new ProviderHttp();
    private final Provider provider;
    private final ProviderWords words;
    private volatile @Nullable URI logout;

    public ProviderExchange(Provider provider) {
        this.provider = provider;
        this.words = new ProviderWords(provider);
    }

    /// What came back in the address.
    public record Returned(
            @Nullable String code,
            @Nullable String state,
            @Nullable String issuer,
            @Nullable String error) {}

    /// What the provider says of somebody.
    ///
    /// @param name the value of the claim that names people
    /// @param subject what the provider calls them
    /// @param session what it calls their session there, null when it does not say
    public record Said(
            String name,
            List<String> groups,
            String subject,
            @Nullable String session) {}

    /// What the provider says of a session there that has ended, or of a person whose sessions all have.
    ///
    /// @param id of this word
    public record SignedOut(
            String id, @Nullable String subject, @Nullable String session) {}

    /// Where to send the browser.
    public URI ask(byte[] secret, URI back) throws ProviderRefusal {
        var nonces = Nonces.of(secret);
        var scope = new Scope("openid", "profile");
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE), scope, new ClientID(provider.clientId()), back)
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(nonces.state())
                .nonce(nonces.nonce())
                .codeChallenge(nonces.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /// What the provider says, if this is its answer to that question.
    public Said take(byte[] secret, URI back, Returned returned) throws ProviderRefusal {
        var nonces = Nonces.of(secret);
        if (!same(nonces.state().getValue(), returned.state())) {
            throw new ProviderRefusal("wrong-state");
        }
        var metadata = metadata();
        var issuer = returned.issuer();
        if (issuer == null ? metadata.supportsAuthorizationResponseIssuerParam() : !issuer.equals(provider.issuer())) {
            throw new ProviderRefusal("wrong-issuer");
        }
        if (returned.error() != null || returned.code() == null) {
            throw new ProviderRefusal("provider-refused");
        }
        var answer = exchange(metadata, returned.code(), nonces, back);
        return words.said(words.token(answer), keys(metadata), nonces);
    }

    /// What a logout token says (OpenID Connect Back-Channel Logout 1.0 §2.6), if it is the provider's and was made
    /// just now. What says itself that it is for another is refused before anybody is asked for keys.
    public SignedOut signedOut(String text, Instant now) throws ProviderRefusal {
        var token = words.logout(text, now);
        return words.signedOut(token, keys(metadata()));
    }

    /// Where somebody signs out there as well, once the provider has been asked for anything.
    public Optional<URI> logout() {
        return Optional.ofNullable(logout);
    }

    private OIDCProviderMetadata metadata() throws ProviderRefusal {
        var issuer = provider.issuer().replaceAll("/$", "");
        var metadata = words.metadata(http.get(URI.create(issuer + "/.well-known/openid-configuration")));
        logout = metadata.getEndSessionEndpointURI();
        return metadata;
    }

    private JWKSet keys(OIDCProviderMetadata metadata) throws ProviderRefusal {
        return words.keys(http.get(metadata.getJWKSetURI()));
    }

    private String exchange(OIDCProviderMetadata metadata, String code, Nonces nonces, URI back)
            throws ProviderRefusal {
        try {
            var secret =
                    new Secret(Files.readString(provider.clientSecretFile()).strip());
            var client = new ClientSecretBasic(new ClientID(provider.clientId()), secret);
            var form = "grant_type=authorization_code&code=" + encoded(code) + "&redirect_uri="
                    + encoded(back.toString()) + "&code_verifier="
                    + encoded(nonces.verifier().getValue());
            return http.post(metadata.getTokenEndpointURI(), client.toHTTPAuthorizationHeader(), form);
        } catch (IOException e) {
            throw new ProviderRefusal("no-client-secret");
        }
    }

    private static boolean same(String one, @Nullable String other) {
        return other != null
                && MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
