package org.renkei.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.NodeSettings.Provider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The questions to one provider and what is taken for an answer: a token that the issuer of the settings signed with a
/// public key, for this node, for this sign-in, now.
public final class ProviderExchange {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512,
            JWSAlgorithm.EdDSA);

    private static final Duration LOGOUT_AGE = Duration.ofMinutes(5);

    private final ProviderHttp http = new ProviderHttp();
    private final Provider provider;
    private volatile @Nullable URI logout;

    public ProviderExchange(Provider provider) {
        this.provider = provider;
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
        var token = exchange(metadata, new AuthorizationCode(returned.code()), nonces, back);
        return said(checked(token, metadata, nonces));
    }

    /// What a logout token says (OpenID Connect Back-Channel Logout 1.0 §2.6), if it is the provider's and was made
    /// just
    /// now. What says itself that it is for another is refused before anybody is asked for keys.
    public SignedOut signedOut(String text, Instant now) throws ProviderRefusal {
        try {
            var token = SignedJWT.parse(text);
            var claims = token.getJWTClaimsSet();
            if (!provider.issuer().equals(claims.getIssuer())
                    || !claims.getAudience().contains(provider.clientId())) {
                throw new ProviderRefusal("logout-of-another");
            }
            var made = claims.getIssueTime();
            if (made == null || Duration.between(made.toInstant(), now).abs().compareTo(LOGOUT_AGE) > 0) {
                throw new ProviderRefusal("logout-not-made-now");
            }
            var algorithm = algorithm(token);
            var checked = new LogoutTokenValidator(
                            new Issuer(provider.issuer()),
                            new ClientID(provider.clientId()),
                            algorithm,
                            keys(metadata()))
                    .validate(token);
            var subject = checked.getSubject();
            var session = checked.getSessionID();
            return new SignedOut(
                    checked.getJWTID().getValue(),
                    subject == null ? null : subject.getValue(),
                    session == null ? null : session.getValue());
        } catch (BadJOSEException | JOSEException e) {
            throw new ProviderRefusal("logout-refused: " + e.getMessage());
        } catch (java.text.ParseException e) {
            throw new ProviderRefusal("unreadable-logout");
        }
    }

    /// Where somebody signs out there as well, once the provider has been asked for anything.
    public Optional<URI> logout() {
        return Optional.ofNullable(logout);
    }

    private OIDCProviderMetadata metadata() throws ProviderRefusal {
        try {
            var issuer = provider.issuer().replaceAll("/$", "");
            var metadata =
                    OIDCProviderMetadata.parse(http.get(URI.create(issuer + "/.well-known/openid-configuration")));
            if (!metadata.getIssuer().getValue().equals(provider.issuer())) {
                throw new ProviderRefusal("wrong-issuer");
            }
            for (var endpoint : List.of(
                    metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI())) {
                if (endpoint == null
                        || !"https".equals(endpoint.getScheme())
                                && provider.issuer().startsWith("https:")) {
                    throw new ProviderRefusal("endpoint-without-tls");
                }
            }
            logout = metadata.getEndSessionEndpointURI();
            return metadata;
        } catch (ParseException e) {
            throw new ProviderRefusal("unreadable-metadata");
        }
    }

    private SignedJWT exchange(OIDCProviderMetadata metadata, AuthorizationCode code, Nonces nonces, URI back)
            throws ProviderRefusal {
        try {
            var secret =
                    new Secret(Files.readString(provider.clientSecretFile()).strip());
            var client = new ClientSecretBasic(new ClientID(provider.clientId()), secret);
            var form = "grant_type=authorization_code&code=" + encoded(code.getValue()) + "&redirect_uri="
                    + encoded(back.toString()) + "&code_verifier="
                    + encoded(nonces.verifier().getValue());
            var answer = http.post(metadata.getTokenEndpointURI(), client.toHTTPAuthorizationHeader(), form);
            return SignedJWT.parse(
                    JsonMapper.shared().readTree(answer).path("id_token").asString(""));
        } catch (IOException e) {
            throw new ProviderRefusal("no-client-secret");
        } catch (java.text.ParseException | JacksonException e) {
            throw new ProviderRefusal("unreadable-token");
        }
    }

    /// Unsigned tokens and those signed with a shared secret are not taken, whatever the provider offers.
    private IDTokenClaimsSet checked(SignedJWT token, OIDCProviderMetadata metadata, Nonces nonces)
            throws ProviderRefusal {
        var algorithm = algorithm(token);
        try {
            return new IDTokenValidator(
                            new Issuer(provider.issuer()), new ClientID(provider.clientId()), algorithm, keys(metadata))
                    .validate(token, nonces.nonce());
        } catch (BadJOSEException | JOSEException e) {
            throw new ProviderRefusal("token-refused: " + e.getMessage());
        }
    }

    private static JWSAlgorithm algorithm(SignedJWT token) throws ProviderRefusal {
        var algorithm = token.getHeader().getAlgorithm();
        if (!ALGORITHMS.contains(algorithm)) {
            throw new ProviderRefusal("wrong-algorithm");
        }
        return algorithm;
    }

    private JWKSet keys(OIDCProviderMetadata metadata) throws ProviderRefusal {
        try {
            return JWKSet.parse(http.get(metadata.getJWKSetURI()));
        } catch (java.text.ParseException e) {
            throw new ProviderRefusal("unreadable-keys");
        }
    }

    private Said said(IDTokenClaimsSet claims) throws ProviderRefusal {
        var name = claims.getClaim(provider.claim());
        if (!(name instanceof String text)) {
            throw new ProviderRefusal("no-name-in-token");
        }
        var groups = claims.getClaim(provider.groupsClaim());
        var listed = groups instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).map(Object::toString).toList()
                : List.<String>of();
        var session = claims.getSessionID();
        return new Said(text, listed, claims.getSubject().getValue(), session == null ? null : session.getValue());
    }

    private static boolean same(String one, @Nullable String other) {
        return other != null
                && MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
