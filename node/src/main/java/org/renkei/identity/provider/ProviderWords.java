package org.renkei.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.renkei.identity.provider.ProviderExchange.Said;
import org.renkei.identity.provider.ProviderExchange.SignedOut;
import org.renkei.settings.NodeSettings.Provider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the provider's answers say, and whether they are the provider's: texts in, and a value or a refusal out.
/// Unsigned
/// tokens and those signed with a shared secret are not taken, whatever the provider offers.
record ProviderWords(Provider provider) {
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

    /// Reads something of a stranger's: whatever a parser fails with is a refusal.
    private interface Reading<T> {
        T read() throws ProviderRefusal, ParseException, java.text.ParseException, BadJOSEException, JOSEException;
    }

    private static <T> T reading(String what, Reading<T> reading) throws ProviderRefusal {
        try {
            return reading.read();
        } catch (BadJOSEException | JOSEException e) {
            throw new ProviderRefusal(what + "-refused: " + e.getMessage());
        } catch (ParseException | java.text.ParseException | RuntimeException e) {
            throw new ProviderRefusal("unreadable-" + what);
        }
    }

    OIDCProviderMetadata metadata(String text) throws ProviderRefusal {
        return reading("metadata", () -> {
            var metadata = OIDCProviderMetadata.parse(text);
            if (!metadata.getIssuer().getValue().equals(provider.issuer())) {
                throw new ProviderRefusal("wrong-issuer");
            }
            for (var endpoint : List.of(
                    metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI())) {
                if (!"https".equals(endpoint.getScheme()) && provider.issuer().startsWith("https:")) {
                    throw new ProviderRefusal("endpoint-without-tls");
                }
            }
            return metadata;
        });
    }

    JWKSet keys(String text) throws ProviderRefusal {
        return reading("keys", () -> JWKSet.parse(text));
    }

    /// @param answer of the token endpoint
    SignedJWT token(String answer) throws ProviderRefusal {
        try {
            var text = JsonMapper.shared().readTree(answer).path("id_token").asString("");
            return reading("token", () -> SignedJWT.parse(text));
        } catch (JacksonException e) {
            throw new ProviderRefusal("unreadable-token");
        }
    }

    Said said(SignedJWT token, JWKSet keys, Nonces nonces) throws ProviderRefusal {
        var algorithm = algorithm(token);
        return said(reading(
                "token",
                () -> new IDTokenValidator(
                                new Issuer(provider.issuer()), new ClientID(provider.clientId()), algorithm, keys)
                        .validate(token, nonces.nonce())));
    }

    /// A logout token (OpenID Connect Back-Channel Logout 1.0 §2.6) that says itself that it is for this node and was
    /// made just now; its signature is not looked at yet.
    SignedJWT logout(String text, Instant now) throws ProviderRefusal {
        return reading("logout", () -> {
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
            algorithm(token);
            return token;
        });
    }

    SignedOut signedOut(SignedJWT token, JWKSet keys) throws ProviderRefusal {
        var algorithm = algorithm(token);
        return reading("logout", () -> {
            var checked = new LogoutTokenValidator(
                            new Issuer(provider.issuer()), new ClientID(provider.clientId()), algorithm, keys)
                    .validate(token);
            var subject = checked.getSubject();
            var session = checked.getSessionID();
            return new SignedOut(
                    checked.getJWTID().getValue(),
                    subject == null ? null : subject.getValue(),
                    session == null ? null : session.getValue());
        });
    }

    private static JWSAlgorithm algorithm(SignedJWT token) throws ProviderRefusal {
        var algorithm = token.getHeader().getAlgorithm();
        if (!ALGORITHMS.contains(algorithm)) {
            throw new ProviderRefusal("wrong-algorithm");
        }
        return algorithm;
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
}
