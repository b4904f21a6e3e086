package org.renkei.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.Residents.Resident;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;

class SignInTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static RunningNode node;

    private Resident yamada;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN");
        node = federation.node("JPN");
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @BeforeEach
    void settle() {
        clock.advance(Duration.ofDays(2));
        yamada = new Residents(node, clock).settle("yamada" + NUMBER.incrementAndGet(), "watch-officer");
    }

    @Test
    void letsInByPasswordAndCodeTogether() {
        var browser = new Visitor(node);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(yamada.signIn(browser).status()).isEqualTo(204);
        var session = browser.get("/api/v1/session").json();
        assertThat(session.path("name").asString()).isEqualTo(yamada.name());
        assertThat(session.path("roles").toString()).isEqualTo("[\"watch-officer\"]");
        assertThat(browser.get("/api/v1/records").status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/people").status()).isEqualTo(403);
    }

    @Test
    void refusesEveryOtherCombinationInTheSameWords() {
        var right = yamada.freshCode();
        var answers = Stream.of(
                        yamada.signIn(new Visitor(node), "wrong horse battery", right),
                        yamada.signIn(new Visitor(node), yamada.password(), "000000"),
                        yamada.signIn(new Visitor(node), yamada.password(), ""),
                        Residents.signIn(new Visitor(node), "nobody", yamada.password(), right),
                        Residents.signIn(new Visitor(node), "no\\u0000body", yamada.password(), right),
                        Residents.signIn(new Visitor(node), "x".repeat(5000), yamada.password(), right))
                .toList();
        assertThat(answers).allMatch(answer -> answer.status() == 401);
        assertThat(answers.stream().map(RunningNode.Answer::text).distinct()).hasSize(1);
        assertThat(yamada.signIn(new Visitor(node), yamada.password(), right).status())
                .isEqualTo(204);
    }

    @Test
    void takesACodeOnce() {
        var code = yamada.freshCode();
        assertThat(yamada.signIn(new Visitor(node), yamada.password(), code).status())
                .isEqualTo(204);
        assertThat(yamada.signIn(new Visitor(node), yamada.password(), code).status())
                .isEqualTo(401);
    }

    @Test
    void slowsDownWhoGuessesAndLooksAtNothingMeanwhile() {
        var code = yamada.freshCode();
        for (var i = 0; i < Failures.FREE_PER_ACCOUNT; i++) {
            assertThat(yamada.signIn(new Visitor(node), "guess number " + i, "123456")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(yamada.signIn(new Visitor(node), yamada.password(), code).status())
                .isEqualTo(429);
        clock.advance(Duration.ofSeconds(2));
        assertThat(yamada.signIn(new Visitor(node), yamada.password(), code).status())
                .isEqualTo(204);
    }

    @Test
    void doesTheSameWorkForANameThatNobodyHas() {
        var known = workOf(yamada.name());
        assertThat(known).isPositive();
        assertThat(workOf("nobody")).isEqualTo(known);
        assertThat(workOf("no name at all")).isEqualTo(known);
    }

    @Test
    void staysSignedInWhileTheNodeIsStartedAnew() {
        var browser = new Visitor(node);
        assertThat(yamada.signIn(browser).status()).isEqualTo(204);
        node.restart();
        // The cookie is called by the port, which is another one now in a test.
        var port = URI.create(node.url()).getPort();
        browser.with(String.valueOf(browser.cookie()).replaceFirst("^renkei-\\d+", "renkei-" + port));
        assertThat(browser.get("/api/v1/session").json().path("name").asString())
                .isEqualTo(yamada.name());
    }

    private static long workOf(String name) {
        var passwords = node.bean(Passwords.class);
        var before = passwords.work();
        Residents.signIn(new Visitor(node), name, "some wrong password", "123456");
        return passwords.work() - before;
    }

    @Test
    void endsASessionLeftAloneAndOneThatGoesOnTooLong() {
        var browser = yamada.signedIn();
        for (var i = 0; i < 24; i++) {
            clock.advance(Duration.ofMinutes(29));
            assertThat(browser.get("/api/v1/session").status())
                    .as("after %d", i)
                    .isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/api/v1/session").status()).as("after 12 h").isEqualTo(401);
        var other = yamada.signedIn();
        clock.advance(Duration.ofMinutes(31));
        assertThat(other.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void beginsANewSessionAtEachSignInAndEndsItAtSignOut() {
        var browser = new Visitor(node).with("renkei-" + node.url().replaceAll(".*:", "") + "=chosen-by-an-attacker");
        yamada.signIn(browser);
        var first = browser.cookie();
        assertThat(first).doesNotContain("chosen-by-an-attacker");
        clock.advance(Duration.ofMinutes(1));
        yamada.signIn(browser);
        assertThat(browser.cookie()).isNotEqualTo(first);
        var old = browser.cookie();
        assertThat(browser.send("DELETE", "/api/v1/session", "").status()).isEqualTo(204);
        assertThat(browser.with(old).get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void keepsOnlyHashesOfWhatOpensTheDoor() {
        var browser = yamada.signedIn();
        var token = browser.send("POST", "/api/v1/account/tokens", "{\"name\":\"x\",\"scopes\":[\"read\"],\"days\":1}")
                .json()
                .path("secret")
                .asString();
        var secrets = List.of(token, browser.cookie().substring(browser.cookie().indexOf('=') + 1), yamada.password());
        for (var table : List.of("session", "access_token", "credential", "invitation", "person")) {
            var rows = node.database()
                    .sql("select t::text from identity." + table + " t")
                    .query(String.class)
                    .list()
                    .toString();
            for (var secret : secrets) {
                assertThat(rows).doesNotContain(secret).doesNotContain(hex(secret));
            }
        }
        assertThat(node.get("/api/v1/audit?limit=500").text()).doesNotContain(secrets.toArray(String[]::new));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesWhatAnotherSiteMakesTheBrowserSend() {
        var browser = yamada.signedIn();
        var path = "/api/v1/account/tokens";
        var body = "{\"name\":\"x\",\"scopes\":[\"read\"],\"days\":1}";
        for (var headers : List.<Map<String, String>>of(
                Map.of(),
                Map.of("Origin", node.url()),
                Map.of("Renkei-Page", "1", "Origin", "http://evil.example"),
                Map.of("Renkei-Page", "1", "Origin", "http://127.0.0.1:1"),
                Map.of("Renkei-Page", "1", "Origin", "null"),
                Map.of("Renkei-Page", "1", "Sec-Fetch-Site", "same-site"))) {
            assertThat(browser.send("POST", path, body, headers).status())
                    .as("%s", headers)
                    .isEqualTo(403);
            assertThat(new Visitor(node)
                            .send("POST", "/api/v1/session", "{}", headers)
                            .status())
                    .as("sign-in with %s", headers)
                    .isEqualTo(403);
        }
        assertThat(browser.send("POST", path, body).status()).isEqualTo(201);
    }

    @Test
    void setsACookieOutOfReachOfScriptsAndOfOtherSites() {
        var body = "{\"name\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}"
                .formatted(yamada.name(), yamada.password(), yamada.freshCode());
        var response = node.raw(
                "POST", "/api/v1/session", body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
        assertThat(response.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Domain");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }
}
