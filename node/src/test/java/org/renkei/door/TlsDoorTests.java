package org.renkei.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.identity.InvitationDesk;
import org.renkei.keys.NodeKeys;
import org.renkei.settings.FreePort;
import org.renkei.settings.SettingsFile;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.Trusting;
import tools.jackson.databind.json.JsonMapper;

class TlsDoorTests {
    @TempDir
    Path folder;

    @Test
    void overTlsTheCookieIsForThisHostAloneAndBrowsersAreToldToStayWithTls() throws IOException, InterruptedException {
        var port = FreePort.find();
        var file = folder.resolve("node.yaml");
        var plain = "renkei:\n  node: JPN/test\n  data: data\n  link: {address: 127.0.0.1, port: 0}\n";
        Files.writeString(file, plain);
        var settings = SettingsFile.read(file);
        NodeKeys.open(settings.data().resolve("keys"), settings.node()).card(settings, "127.0.0.1:1");
        Files.writeString(
                file,
                plain + "  api: {address: 127.0.0.1, port: " + port
                        + ", tls: {certificate: data/keys/link-tls.crt, key: data/keys/link-tls.key}}\n");
        try (var node = new RunningNode(file);
                var http =
                        HttpClient.newBuilder().sslContext(Trusting.context()).build()) {
            var token = node.bean(InvitationDesk.class)
                    .inviteFirstAdministrator()
                    .orElseThrow()
                    .token();
            var at = URI.create("https://127.0.0.1:" + port);
            var opened = send(http, at.resolve("/api/v1/invitation/open"), "{\"token\":\"" + token + "\"}");
            var secret =
                    JsonMapper.shared().readTree(opened.body()).path("secret").asString();
            var answer = send(http, at.resolve("/api/v1/invitation"), """
                    {"token": "%s", "password": "%s", "code": "%s", "signInName": "chief", "nameEn": "C", "nameJa": "長"}
                    """.formatted(
                            token, UUID.randomUUID(), Residents.code(secret, Instant.now())));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-renkei=")
                    .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/")
                    .doesNotContain("Domain");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        }
    }

    private static HttpResponse<String> send(HttpClient http, URI uri, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Renkei-Page", "1")
                .header("Origin", uri.resolve("/").toString().replaceAll("/$", ""))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
