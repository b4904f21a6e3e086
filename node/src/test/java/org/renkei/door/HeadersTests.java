package org.renkei.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.door.AuthorizationTable.Row;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.springframework.http.HttpMethod;

/// What every answer tells the browser, pages, data and refusals alike.
class HeadersTests {
    @TempDir
    static Path folder;

    static TestFederation federation;
    static RunningNode node;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, "JPN");
        node = federation.node("JPN");
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    static Stream<Row> everything() {
        return Stream.concat(
                AuthorizationTable.ROWS.stream().filter(row -> !row.path().endsWith("/stream")),
                Stream.of(new Row(HttpMethod.GET, "/no/such/page", new Access.Everybody())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everything")
    void tellsBrowsersToTrustNobodyElse(Row row) {
        var path = Example.path(row);
        var headers = node.raw(row.method().name(), path, "{}".getBytes(), "Content-Type", "application/json")
                .headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'self'",
                        "script-src 'self'",
                        "frame-ancestors 'none'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'")
                .doesNotContain("unsafe-eval", "http:", "https:", "*");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow())
                .contains("geolocation=()", "camera=()", "publickey-credentials-get=(self)");
        assertThat(headers.firstValue("Strict-Transport-Security"))
                .as("plain loopback")
                .isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
        if (row.path().startsWith("/api/")) {
            assertThat(headers.allValues("Cache-Control")).anyMatch(value -> value.contains("no-store"));
        }
    }

    @Test
    void allowsNothingInline() {
        var policy = node.raw("GET", "/", new byte[0])
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertThat(policy).contains("style-src 'self';", "script-src 'self';").doesNotContain("unsafe");
    }
}
