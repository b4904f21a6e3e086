package org.renkei.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// An identity provider with discovery, keys and tokens on loopback. Whoever comes is whom the test says; each
/// token can be made wrong in one place.
public final class TestProvider implements AutoCloseable {
    public static final String SECRET = "a secret between the provider and the node";

    private final HttpServer server;
    private final RSAKey key = key();
    private final Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    private String person = "";
    private List<String> groups = List.of();
    private String lie = "";
    private String session;

    public TestProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> answer(exchange, 200, keys()));
        server.createContext("/token", this::token);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Who comes next, and what is wrong with the token then; nothing where it is empty.
    public TestProvider person(String name, String wrong, String... in) {
        person = name;
        lie = wrong;
        groups = List.of(in);
        return this;
    }

    /// What the browser is sent back with, after somebody has signed in here.
    public String authorize(String location) {
        var asked = parameters(URI.create(location).getRawQuery());
        var code = UUID.randomUUID().toString();
        codes.put(code, asked);
        var iss = lie.equals("another provider answers") ? "https://evil.example" : issuer();
        return "?code=" + code + "&state=" + asked.get("state") + "&iss=" + iss;
    }

    public String keys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    public String metadata() {
        var issuer = lie.equals("another provider's metadata") ? "https://evil.example" : issuer();
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "issuer",
                        issuer,
                        "authorization_endpoint",
                        issuer() + "/authorize",
                        "token_endpoint",
                        issuer() + "/token",
                        "jwks_uri",
                        issuer() + "/keys",
                        "end_session_endpoint",
                        issuer() + "/logout",
                        "response_types_supported",
                        List.of("code"),
                        "subject_types_supported",
                        List.of("public"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256"),
                        "authorization_response_iss_parameter_supported",
                        true));
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = codes.remove(form.get("code"));
        var client = new String(
                Base64.getDecoder()
                        .decode(exchange.getRequestHeaders()
                                .getFirst("Authorization")
                                .substring("Basic ".length())),
                StandardCharsets.UTF_8);
        if (asked == null
                || !URLDecoder.decode(client, StandardCharsets.UTF_8).equals("renkei:" + SECRET)
                || !asked.get("redirect_uri").equals(form.get("redirect_uri"))
                || !asked.get("code_challenge_method").equals("S256")
                || !asked.get("code_challenge").equals(sha256(form.get("code_verifier")))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        var token = token(asked.get("nonce"));
        answer(exchange, 200, "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}");
    }

    /// What the person who comes next is given.
    public String token(String nonce) {
        var now = Instant.now();
        var ago = Duration.ofHours(lie.equals("expired") ? 2 : 0);
        var claims = new JWTClaimsSet.Builder()
                .issuer(lie.equals("wrong issuer") ? "https://evil.example" : issuer())
                .subject(subject(person))
                .audience(lie.equals("wrong audience") ? "another-client" : "renkei")
                .issueTime(Date.from(now.minus(ago)))
                .expirationTime(Date.from(now.minus(ago).plusSeconds(300)))
                .claim("nonce", lie.equals("wrong nonce") ? "x".repeat(43) : lie.equals("no nonce") ? null : nonce)
                .claim("preferred_username", lie.equals("no name") ? null : person)
                .claim("groups", groups)
                .claim("sid", session)
                .build();
        return signed(claims, lie);
    }

    /// What this provider says by itself when somebody has signed out here; nothing is wrong where `wrong` is empty.
    ///
    /// @param subject no one's where it is null, and the same for the session
    public String logout(String subject, String ended, String wrong) {
        var now = Instant.now();
        var made = wrong.equals("made long ago") ? now.minus(Duration.ofHours(1)) : now;
        var events = Map.of(
                wrong.equals("another event") ? "urn:other" : "http://schemas.openid.net/event/backchannel-logout",
                Map.of());
        var claims = new JWTClaimsSet.Builder()
                .issuer(wrong.equals("wrong issuer") ? "https://evil.example" : issuer())
                .subject(subject)
                .audience(wrong.equals("wrong audience") ? "another-client" : "renkei")
                .issueTime(wrong.equals("no time") ? null : Date.from(made))
                .expirationTime(Date.from(wrong.equals("expired") ? now.minusSeconds(120) : made.plusSeconds(120)))
                .jwtID(wrong.equals("no id") ? null : UUID.randomUUID().toString())
                .claim("events", wrong.equals("no event") ? null : events)
                .claim("sid", ended)
                .claim("nonce", wrong.equals("a nonce") ? "n" : null)
                .build();
        return signed(claims, wrong);
    }

    /// What the provider calls whom the test says.
    public static String subject(String name) {
        return "subject of " + name;
    }

    /// What it calls their session here from now on.
    public TestProvider session(String id) {
        session = id;
        return this;
    }

    private String signed(JWTClaimsSet claims, String wrong) {
        try {
            if (wrong.equals("unsigned")) {
                return new PlainJWT(claims).serialize();
            }
            if (wrong.equals("signed with the client's secret")) {
                var shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
                shared.sign(new MACSigner(SECRET.repeat(2)));
                return shared.serialize();
            }
            var signer = wrong.equals("another key") ? key() : key;
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            var signed = new SignedJWT(header, claims);
            signed.sign(new RSASSASigner(signer));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : query.split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
