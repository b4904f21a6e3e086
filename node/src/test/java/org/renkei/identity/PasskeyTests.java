package org.renkei.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.SoftAuthenticator;
import org.renkei.testing.SoftAuthenticator.Lies;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;

class PasskeyTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static RunningNode node;
    static Residents residents;
    static String origin;

    private String name;
    private SoftAuthenticator authenticator;
    private Visitor browser;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN");
        node = federation.node("JPN");
        residents = new Residents(node, clock);
        origin = node.url().replace("127.0.0.1", "localhost");
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    /// Somebody who came by a link and made a passkey, and has no password.
    @BeforeEach
    void settle() {
        node.database().sql("delete from identity.failure").update();
        name = "suzuki" + NUMBER.incrementAndGet();
        authenticator = new SoftAuthenticator(origin);
        browser = new Visitor(node);
        assertThat(accept(browser, authenticator, invite(name))).isEqualTo(204);
    }

    @Test
    void tellsEverybodyWhereAndHowOneSignsIn() {
        var offer = new Visitor(node).get("/api/v1/sign-in").json();
        assertThat(offer.path("node").asString()).isEqualTo("JPN/test");
        assertThat(offer.path("passkeys").asString()).isEqualTo(origin);
        assertThat(offer.path("passwords").asBoolean()).isTrue();
    }

    @Test
    void asksForAVerifiedPersonAKeptKeyAndNoAttestation() {
        var options =
                browser.send("POST", "/api/v1/account/passkeys/options", "").json();
        assertThat(options.path("rp").path("id").asString()).isEqualTo("localhost");
        assertThat(options.path("challenge").asString()).hasSize(43);
        assertThat(options.path("attestation").asString()).isEqualTo("none");
        assertThat(options.path("authenticatorSelection").toString())
                .contains("\"userVerification\":\"required\"", "\"residentKey\":\"required\"");
        assertThat(options.path("excludeCredentials")).hasSize(1);
        var toSignIn = ask(new Visitor(node));
        assertThat(toSignIn.path("userVerification").asString()).isEqualTo("required");
        assertThat(toSignIn.path("allowCredentials")).isEmpty();
    }

    @Test
    void comesInByAPasskeyAndStandsInTheAuditLog() {
        assertThat(browser.get("/api/v1/session").json().path("name").asString())
                .isEqualTo(name);
        var other = new Visitor(node);
        assertThat(signIn(other, authenticator.use(ask(other)))).isEqualTo(204);
        assertThat(other.get("/api/v1/session").json().path("name").asString()).isEqualTo(name);
        var entry = newest("signed-in");
        assertThat(entry.path("actor").asString()).isEqualTo(name);
        assertThat(entry.path("details").path("by").asString()).isEqualTo("passkey phone");
        var kept =
                browser.get("/api/v1/account/passkeys").json().path("passkeys").path(0);
        assertThat(kept.path("used").asString()).isNotEmpty();
        assertThat(kept.path("transports").toString()).isEqualTo("[\"hybrid\",\"internal\"]");
    }

    @ParameterizedTest(name = "refuses {0}")
    @ValueSource(
            strings = {
                "a wrong origin",
                "a wrong domain",
                "another question",
                "an unverified person",
                "a counter gone back",
                "a counter that stands still",
                "somebody else's handle"
            })
    void refusesWhatIsNotTrueAndSaysNoMoreThanThat(String what) {
        var other = new Visitor(node);
        assertThat(signIn(other, authenticator.use(ask(other)))).isEqualTo(204);
        var said = lie(what, authenticator.truth(ask(other)));
        var refused = other.send("POST", "/api/v1/session/passkey", body(authenticator.use(said)));
        var unknown = new Visitor(node);
        var stranger = new SoftAuthenticator(origin).belongingTo(new byte[16]);
        var refusedStranger = unknown.send("POST", "/api/v1/session/passkey", body(stranger.use(ask(unknown))));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEqualTo(refusedStranger.text());
    }

    private Lies lie(String what, Lies truth) {
        return switch (what) {
            case "a wrong origin" ->
                with(truth, "http://localhost.example", truth.domain(), truth.challenge(), true, 1);
            case "a wrong domain" -> with(truth, truth.origin(), "renkei.example", truth.challenge(), true, 1);
            case "another question" -> with(truth, truth.origin(), truth.domain(), "A".repeat(43), true, 1);
            case "an unverified person" -> with(truth, truth.origin(), truth.domain(), truth.challenge(), false, 1);
            case "a counter gone back" -> with(truth, truth.origin(), truth.domain(), truth.challenge(), true, -1);
            case "a counter that stands still" ->
                with(truth, truth.origin(), truth.domain(), truth.challenge(), true, 0);
            case "somebody else's handle" ->
                new Lies(truth.origin(), truth.domain(), truth.challenge(), true, 1, new byte[16]);
            default -> throw new AssertionError(what);
        };
    }

    private static Lies with(Lies truth, String at, String domain, String challenge, boolean verified, int steps) {
        return new Lies(at, domain, challenge, verified, steps, truth.owner());
    }

    @Test
    void writesDownWhyAPasskeyWasRefused() {
        var other = new Visitor(node);
        var truth = authenticator.truth(ask(other));
        var said = with(truth, "https://evil.example", truth.domain(), truth.challenge(), true, 1);
        assertThat(signIn(other, authenticator.use(said))).isEqualTo(401);
        var details = newest("passkey-refused").path("details");
        assertThat(details.path("name").asString()).isEqualTo(name);
        assertThat(details.path("reason").asString()).isEqualTo("bad-origin");
    }

    @Test
    void aQuestionIsAnsweredOnceWithinFiveMinutesByTheBrowserThatAsked() {
        var other = new Visitor(node);
        var answer = authenticator.use(ask(other));
        assertThat(signIn(new Visitor(node), answer)).as("another browser").isEqualTo(401);
        assertThat(signIn(other, answer)).isEqualTo(204);
        assertThat(signIn(other, answer)).as("again").isEqualTo(401);
        var late = authenticator.use(ask(other));
        clock.advance(Duration.ofMinutes(5));
        assertThat(signIn(other, late)).as("late").isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"credential\":7}",
                "{\"credential\":{\"rawId\":\"%%%\"}}",
                "{\"credential\":{\"rawId\":\"AAAA\",\"response\":{\"clientDataJSON\":\"AAAA\"}}}"
            })
    void refusesWhatIsNoAnswer(String garbage) {
        var other = new Visitor(node);
        ask(other);
        assertThat(other.send("POST", "/api/v1/session/passkey", garbage).status())
                .isEqualTo(401);
        browser.send("POST", "/api/v1/account/passkeys/options", "");
        var more = garbage.replaceFirst("\\{", "{\"name\":\"x\"" + (garbage.length() > 2 ? "," : ""));
        assertThat(browser.send("POST", "/api/v1/account/passkeys", more).status())
                .isEqualTo(422);
    }

    @Test
    void refusesGarbageOfAnyKindInPlaceOfAnAnswer() {
        var other = new Visitor(node);
        for (var cut = 0; cut < 12; cut++) {
            node.database().sql("delete from identity.failure").update();
            var answer = authenticator.use(ask(other));
            var broken = answer.replaceFirst("(authenticatorData\":\"[^\"]{" + cut * 4 + "})[^\"]*", "$1");
            assertThat(signIn(other, broken)).isEqualTo(401);
            browser.send("POST", "/api/v1/account/passkeys/options", "");
            var options =
                    browser.send("POST", "/api/v1/account/passkeys/options", "").json();
            var made = new SoftAuthenticator(origin)
                    .create(options)
                    .replaceFirst("(attestationObject\":\"[^\"]{" + cut * 16 + "})[^\"]*", "$1");
            assertThat(add(browser, made, "broken").status()).isEqualTo(422);
        }
        assertThat(browser.get("/api/v1/account/passkeys").json().path("passkeys"))
                .hasSize(1);
    }

    @Test
    void makesNoPasskeyAtAnotherPlaceOrForAnUnverifiedPersonOrTwice() {
        for (var what : new String[] {"a wrong origin", "a wrong domain", "another question", "an unverified person"}) {
            var fresh = new SoftAuthenticator(origin);
            var options =
                    browser.send("POST", "/api/v1/account/passkeys/options", "").json();
            assertThat(add(browser, fresh.create(lie(what, fresh.truth(options))), "x")
                            .status())
                    .as(what)
                    .isEqualTo(422);
        }
        var options =
                browser.send("POST", "/api/v1/account/passkeys/options", "").json();
        assertThat(add(browser, authenticator.create(options), "x").status()).isEqualTo(409);
    }

    @Test
    void somebodyElsesPasskeyProvesNothingInMySession() {
        var mine = browser.send("POST", "/api/v1/session/proof/options", "").json();
        assertThat(mine.path("allowCredentials")).hasSize(1);
        var theirs = new SoftAuthenticator(origin);
        assertThat(accept(new Visitor(node), theirs, invite("other" + NUMBER.incrementAndGet())))
                .isEqualTo(204);
        assertThat(browser.send("POST", "/api/v1/session/proof", body(theirs.use(mine)))
                        .status())
                .isEqualTo(403);
        assertThat(newest("proof-failed").path("details").path("reason").asString())
                .isEqualTo("other-person");
    }

    @Test
    void passkeysAreNamedAddedAndRemovedButNeverTheLastWayIn() {
        var only = passkeys().getFirst();
        assertThat(remove(only)).isEqualTo(409);
        var second = new SoftAuthenticator(origin);
        var options =
                browser.send("POST", "/api/v1/account/passkeys/options", "").json();
        assertThat(add(browser, second.create(options), " ").status()).isEqualTo(422);
        options = browser.send("POST", "/api/v1/account/passkeys/options", "").json();
        assertThat(add(browser, second.create(options), "key in the safe").status())
                .isEqualTo(201);
        assertThat(browser.send("PUT", "/api/v1/account/passkeys/" + only, "{\"name\":\"old phone\"}")
                        .status())
                .isEqualTo(204);
        assertThat(browser.get("/api/v1/account/passkeys").text()).contains("old phone", "key in the safe");
        var lost = new Visitor(node);
        assertThat(signIn(lost, authenticator.use(ask(lost)))).isEqualTo(204);
        assertThat(remove(only)).isEqualTo(204);
        assertThat(lost.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(newest("passkey-removed").path("details").path("passkey").asString())
                .isEqualTo("old phone");
        var other = new Visitor(node);
        assertThat(signIn(other, authenticator.use(ask(other)))).as("removed").isEqualTo(401);
        assertThat(signIn(other, second.use(ask(other)))).isEqualTo(204);
    }

    @Test
    void passkeysAndPeopleAreChangedOnlyShortlyAfterAProof() {
        clock.advance(Duration.ofMinutes(11));
        var answer = browser.send("POST", "/api/v1/account/passkeys/options", "");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:renkei:problem:proof-needed");
        var chief = residents.settle("chief" + NUMBER.incrementAndGet(), "administrator");
        var office = chief.signedIn();
        clock.advance(Duration.ofMinutes(11));
        var draft = Residents.draft("new" + NUMBER.incrementAndGet(), "JPN");
        assertThat(office.send("POST", "/api/v1/people", draft).status()).isEqualTo(403);
        assertThat(office.get("/api/v1/people").status()).isEqualTo(200);
        var proof = "{\"current\":\"%s\",\"code\":\"%s\"}".formatted(chief.password(), chief.freshCode());
        assertThat(office.send("POST", "/api/v1/session/proof", proof).status()).isEqualTo(204);
        assertThat(office.send("POST", "/api/v1/people", draft).status()).isEqualTo(201);

        var mine = browser.send("POST", "/api/v1/session/proof/options", "").json();
        assertThat(browser.send("POST", "/api/v1/session/proof", body(authenticator.use(mine)))
                        .status())
                .isEqualTo(204);
        assertThat(browser.send("POST", "/api/v1/account/passkeys/options", "").status())
                .isEqualTo(200);
    }

    @Test
    void aNewLinkReplacesEveryWayInBefore() {
        var id = browser.get("/api/v1/session").json().path("person").path("id").asString();
        var token = node.post("/api/v1/people/" + id + "/invitation", "{}")
                .json()
                .path("token")
                .asString();
        var next = new SoftAuthenticator(origin);
        assertThat(accept(new Visitor(node), next, token)).isEqualTo(204);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        var other = new Visitor(node);
        assertThat(signIn(other, authenticator.use(ask(other)))).isEqualTo(401);
        assertThat(signIn(other, next.use(ask(other)))).isEqualTo(204);
    }

    @Test
    void aSessionIsWorthNothingInABrowserOfAnotherName() {
        var cookie = browser.cookie();
        assertThat(new Visitor(node).with(cookie).get("/api/v1/session").status())
                .isEqualTo(200);
        assertThat(new Visitor(node)
                        .as("Thief 1.0")
                        .with(cookie)
                        .get("/api/v1/session")
                        .status())
                .isEqualTo(401);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(newest("session-moved").path("actor").asString()).isEqualTo(name);
    }

    @Test
    void aNodeWithoutPasswordsTakesPasskeysAlone() throws IOException {
        try (var alone = new TestFederation(folder.resolve("alone"), clock, "AUS")) {
            var file = alone.file("AUS");
            Files.writeString(file, Files.readString(file) + "  sign-in: {passwords: false}\n");
            var strict = alone.node("AUS");
            var visitor = new Visitor(strict);
            assertThat(visitor.get("/api/v1/sign-in").json().path("passwords").asBoolean())
                    .isFalse();
            assertThat(Residents.signIn(visitor, "chief", "x", "000000").status())
                    .isEqualTo(403);
            var token = strict.bean(InvitationDesk.class)
                    .inviteFirstAdministrator()
                    .orElseThrow()
                    .token();
            var opened = visitor.send("POST", "/api/v1/invitation/open", "{\"token\":\"" + token + "\"}");
            assertThat(opened.json().hasNonNull("secret")).isFalse();
            var more = ",\"signInName\":\"chief\",\"nameEn\":\"Chief\",\"nameJa\":\"管理者\"";
            var answer = visitor.send(
                    "POST", "/api/v1/invitation", "{\"token\":\"%s\",\"code\":\"0\"%s}".formatted(token, more));
            assertThat(answer.status()).isEqualTo(403);
            var first = new SoftAuthenticator(strict.url().replace("127.0.0.1", "localhost"));
            assertThat(accept(visitor, first, token, more)).isEqualTo(204);
            assertThat(visitor.get("/api/v1/people").json().path("people")).hasSize(1);
            assertThat(strict.bean(InvitationDesk.class).inviteFirstAdministrator())
                    .isEmpty();
        }
    }

    private static String invite(String name) {
        return node.post("/api/v1/people", Residents.draft(name, "JPN", "watch-officer"))
                .json()
                .path("invitation")
                .path("token")
                .asString();
    }

    private static int accept(Visitor visitor, SoftAuthenticator authenticator, String token) {
        return accept(visitor, authenticator, token, "");
    }

    private static int accept(Visitor visitor, SoftAuthenticator authenticator, String token, String more) {
        var options = visitor.send(
                        "POST", "/api/v1/invitation/passkey/options", "{\"token\":\"%s\"%s}".formatted(token, more))
                .json();
        return visitor.send(
                        "POST",
                        "/api/v1/invitation/passkey",
                        "{\"token\":\"%s\",\"name\":\"phone\",\"credential\":%s%s}"
                                .formatted(token, authenticator.create(options), more))
                .status();
    }

    private static JsonNode ask(Visitor visitor) {
        return visitor.send("POST", "/api/v1/session/passkey/options", "").json();
    }

    private static int signIn(Visitor visitor, String answer) {
        return visitor.send("POST", "/api/v1/session/passkey", body(answer)).status();
    }

    private static String body(String answer) {
        return "{\"credential\":" + answer + "}";
    }

    private static RunningNode.Answer add(Visitor visitor, String answer, String label) {
        return visitor.send(
                "POST", "/api/v1/account/passkeys", "{\"name\":\"%s\",\"credential\":%s}".formatted(label, answer));
    }

    private ArrayList<String> passkeys() {
        var ids = new ArrayList<String>();
        browser.get("/api/v1/account/passkeys")
                .json()
                .path("passkeys")
                .forEach(one -> ids.add(one.path("id").asString()));
        return ids;
    }

    private int remove(String id) {
        return browser.send("DELETE", "/api/v1/account/passkeys/" + id, "").status();
    }

    private static JsonNode newest(String event) {
        return node.get("/api/v1/audit?event=" + event).json().path("entries").path(0);
    }
}
