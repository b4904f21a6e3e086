package org.renkei.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.TestProvider;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;

/// Sign-in by an identity provider. The node of JPN takes people whom it knows, that of USA adds whom it does not.
class ProviderTests {
    private static final String BACK = "/api/v1/session/provider";

    @TempDir
    static Path folder;

    static TestProvider provider;
    static TestFederation federation;
    static RunningNode node;
    static RunningNode open;

    @BeforeAll
    static void start() throws IOException {
        provider = new TestProvider();
        federation = new TestFederation(folder, "JPN", "USA");
        Files.writeString(folder.resolve("client-secret"), TestProvider.SECRET + "\n");
        configure("JPN", "");
        configure("USA", ", create: true, roles: {watchers: watch-officer, chiefs: administrator}");
        node = federation.node("JPN");
        open = federation.node("USA");
        node.post("/api/v1/people", Residents.draft("tanaka", "JPN", "watch-officer"));
    }

    @AfterAll
    static void stop() {
        federation.close();
        provider.close();
    }

    @BeforeEach
    void forget() {
        node.database().sql("delete from identity.failure").update();
    }

    private static void configure(String party, String more) throws IOException {
        var file = federation.file(party);
        Files.writeString(file, Files.readString(file) + """
                  sign-in:
                    provider: {issuer: "%s", client-id: renkei, client-secret-file: ../client-secret, name: {en: Ministry, ja: 省}%s}
                """.formatted(provider.issuer(), more));
    }

    @Test
    void somebodyKnownComesInWithTheRolesGivenHere() {
        provider.person("Tanaka", "", "watchers", "chiefs");
        var browser = new Visitor(node);
        assertThat(browser.get("/api/v1/sign-in")
                        .json()
                        .path("provider")
                        .path("name")
                        .path("en")
                        .asString())
                .isEqualTo("Ministry");
        come(node, browser);
        var session = browser.get("/api/v1/session").json();
        assertThat(session.path("name").asString()).isEqualTo("tanaka");
        assertThat(session.path("roles").toString()).isEqualTo("[\"watch-officer\"]");
        assertThat(newest(node, "signed-in").path("details").path("by").asString())
                .isEqualTo("provider");
        assertThat(browser.get("/api/v1/sign-in")
                        .json()
                        .path("provider")
                        .path("logout")
                        .asString())
                .isEqualTo(provider.issuer() + "/logout");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "wrong issuer",
                "wrong audience",
                "wrong nonce",
                "no nonce",
                "expired",
                "unsigned",
                "signed with the client's secret",
                "another key",
                "no name",
                "another provider answers"
            })
    void refusesAnAnswerThatIsWrongInOnePlace(String what) {
        provider.person("tanaka", what);
        var browser = new Visitor(node);
        come(node, browser);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        provider.person("tanaka", "");
        come(node, browser);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void goesNowhereWhereMetadataIsAnothersOrTheProviderIsAway() {
        provider.person("tanaka", "another provider's metadata");
        var answer = new Visitor(node).send("POST", BACK, "");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(newest(node, "provider-refused")
                        .path("details")
                        .path("reason")
                        .asString())
                .isEqualTo("wrong-issuer");
    }

    @Test
    void anAnswerIsForTheBrowserThatAskedAndOnce() {
        provider.person("tanaka", "");
        var browser = new Visitor(node);
        var returned = provider.authorize(ask(browser));
        var other = new Visitor(node);
        other.get(BACK + returned);
        assertThat(other.get("/api/v1/session").status())
                .as("without the cookie")
                .isEqualTo(401);
        ask(other);
        other.get(BACK + returned);
        assertThat(other.get("/api/v1/session").status())
                .as("with a cookie of its own")
                .isEqualTo(401);
        browser.get(BACK + returned.replaceFirst("state=[^&]*", "state=x"));
        assertThat(browser.get("/api/v1/session").status()).as("another state").isEqualTo(401);
        browser.get(BACK + returned);
        assertThat(browser.get("/api/v1/session").status())
                .as("the question is gone")
                .isEqualTo(401);
    }

    @Test
    void whoIsUnknownOrDeactivatedStaysOut() {
        provider.person("stranger", "");
        var browser = new Visitor(node);
        come(node, browser);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(newest(node, "provider-refused")
                        .path("details")
                        .path("reason")
                        .asString())
                .isEqualTo("unknown-person");
        var id = node.post("/api/v1/people", Residents.draft("gone", "JPN"))
                .json()
                .path("person")
                .path("id")
                .asString();
        var draft = Residents.draft("gone", "JPN").replace("\"clearance\"", "\"active\": false, \"clearance\"");
        node.put("/api/v1/people/" + id, draft);
        provider.person("gone", "");
        come(node, browser);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void whereSoConfiguredSomebodyUnknownIsAddedWithTheRolesOfTheirGroupsAndNoClearance() {
        var browser = new Visitor(open);
        provider.person("smith", "", "watchers", "cooks");
        come(open, browser);
        var session = browser.get("/api/v1/session").json();
        assertThat(session.path("roles").toString()).isEqualTo("[\"watch-officer\"]");
        assertThat(session.path("person").path("clearance").asString()).isEqualTo("UNCLASSIFIED");
        provider.person("smith", "", "cooks");
        var later = new Visitor(open);
        come(open, later);
        assertThat(later.get("/api/v1/session").json().path("roles")).isEmpty();
        assertThat(browser.get("/api/v1/session").status())
                .as("the session with other roles")
                .isEqualTo(401);
        provider.person("administrator", "");
        come(open, new Visitor(open));
        assertThat(newest(open, "provider-refused")
                        .path("details")
                        .path("reason")
                        .asString())
                .isEqualTo("unknown-person");
    }

    @Test
    void aSessionThatEndsAtTheProviderEndsHere() {
        var ended = signedIn("tanaka", "laptop");
        var other = signedIn("tanaka", "telephone");
        var token = provider.logout(TestProvider.subject("tanaka"), "laptop", "");
        var answer = logout(token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(ended.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(other.get("/api/v1/session").status()).isEqualTo(200);
        var told = newest(node, "provider-signed-out").path("details");
        assertThat(told.path("name").asString()).isEqualTo("tanaka");
        assertThat(told.path("count").asInt()).isEqualTo(1);

        // The same word again, for a session that began later.
        var later = signedIn("tanaka", "laptop");
        assertThat(logout(token).statusCode()).isEqualTo(400);
        assertThat(later.get("/api/v1/session").status()).isEqualTo(200);

        assertThat(logout(provider.logout(TestProvider.subject("tanaka"), null, ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(later.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(other.get("/api/v1/session").status()).isEqualTo(401);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "wrong issuer",
                "wrong audience",
                "made long ago",
                "no time",
                "expired",
                "no id",
                "no event",
                "another event",
                "a nonce",
                "unsigned",
                "signed with the client's secret",
                "another key"
            })
    void aWordThatIsWrongInOnePlaceEndsNothing(String what) {
        var browser = signedIn("tanaka", "one");
        assertThat(logout(provider.logout(TestProvider.subject("tanaka"), "one", what))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(newest(node, "provider-refused")
                        .path("details")
                        .path("reason")
                        .asString())
                .containsAnyOf("logout", "algorithm");
    }

    @Test
    void aWordAboutAnotherOrAboutNobodyEndsNothing() {
        var browser = signedIn("tanaka", "one");
        assertThat(logout(provider.logout(TestProvider.subject("smith"), "one", ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(logout(provider.logout(null, null, "")).statusCode()).isEqualTo(400);
        assertThat(logout("not a token").statusCode()).isEqualTo(400);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
    }

    private static Visitor signedIn(String name, String session) {
        provider.session(session).person(name, "");
        var browser = new Visitor(node);
        come(node, browser);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
        return browser;
    }

    private static HttpResponse<String> logout(String token) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(node.url() + BACK + "/logout"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static void come(RunningNode at, Visitor browser) {
        at.database().sql("delete from identity.failure").update();
        var answer = browser.get(BACK + provider.authorize(ask(browser)));
        assertThat(answer.status()).isEqualTo(303);
    }

    private static String ask(Visitor browser) {
        return browser.send("POST", BACK, "").json().path("location").asString();
    }

    private static JsonNode newest(RunningNode at, String event) {
        return at.get("/api/v1/audit?event=" + event).json().path("entries").path(0);
    }
}
