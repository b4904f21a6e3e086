package org.renkei.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.Keycloak;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;

/// Sign-in by a real Keycloak, where `RENKEI_KEYCLOAK` names its archive (`keycloak-….tar.gz`) or unpacked folder.
class KeycloakTests {
    private static final String URL = "http://localhost:18999";
    private static final String BACK = "/api/v1/session/provider";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final String REALM = """
            {"realm": "renkei", "enabled": true, "sslRequired": "none",
             "clients": [{"clientId": "renkei", "secret": "not a secret outside this test", "enabled": true,
               "standardFlowEnabled": true, "redirectUris": ["%s"],
               "attributes": {"pkce.code.challenge.method": "S256"},
               "protocolMappers": [{"name": "groups", "protocol": "openid-connect",
                 "protocolMapper": "oidc-group-membership-mapper",
                 "config": {"claim.name": "groups", "full.path": "false", "id.token.claim": "true"}}]}],
             "groups": [{"name": "watchers"}],
             "users": [{"username": "tanaka", "enabled": true, "email": "tanaka@example.org", "emailVerified": true,
               "firstName": "Hanako", "lastName": "Tanaka", "groups": ["watchers"],
               "credentials": [{"type": "password", "value": "correct horse battery"}]}]}
            """;

    @TempDir
    static Path folder;

    @Test
    void somebodyComesInByPasswordAtKeycloak() throws IOException, InterruptedException {
        var archive = System.getenv("RENKEI_KEYCLOAK");
        assumeTrue(archive != null, "RENKEI_KEYCLOAK names no Keycloak: this test is skipped");
        try (var federation = new TestFederation(folder, "JPN")) {
            Files.writeString(folder.resolve("client-secret"), "not a secret outside this test");
            try (var keycloak = new Keycloak(Path.of(archive), folder, REALM.formatted(URL + BACK))) {
                var file = federation.file("JPN");
                var known =
                        Files.readString(file).replace("port: 0}\n  link", "port: 0, url: \"" + URL + "\"}\n  link");
                Files.writeString(file, known + """
                          sign-in:
                            provider: {issuer: "%s", client-id: renkei, client-secret-file: ../client-secret, create: true, roles: {watchers: watch-officer}}
                        """.formatted(keycloak.issuer()));
                var browser = new Visitor(federation.node("JPN"));
                var asked = browser.send("POST", BACK, "");
                var returned = signIn(asked.json().path("location").asString());
                assertThat(browser.get(BACK + "?" + returned.getRawQuery()).status())
                        .isEqualTo(303);
                var session = browser.get("/api/v1/session").json();
                assertThat(session.path("name").asString()).isEqualTo("tanaka");
                assertThat(session.path("roles").toString()).isEqualTo("[\"watch-officer\"]");
            }
        }
    }

    /// What a browser does at Keycloak's own page.
    private static URI signIn(String location) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var page = http.send(HttpRequest.newBuilder(URI.create(location)).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            var form = FORM.matcher(page.body());
            assertThat(form.find()).as(page.body()).isTrue();
            // Those marked Secure as well: browsers send them to loopback.
            var cookies = page.headers().allValues("Set-Cookie").stream()
                    .map(set -> set.substring(0, set.indexOf(';')))
                    .collect(Collectors.joining("; "));
            var fields = "username=tanaka&password="
                    + URLEncoder.encode("correct horse battery", StandardCharsets.UTF_8) + "&credentialId=";
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Cookie", cookies)
                            .POST(BodyPublishers.ofString(fields))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        }
    }
}
