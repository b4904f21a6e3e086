package org.renkei.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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

class PeopleTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String RECORD = """
            {"kind": "situation-report", "label": "UNCLASSIFIED//REL TO JPN, USA", "author": "somebody else",
             "body": {"title": "Bridge", "summary": "The bridge is open."}}
            """;

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static RunningNode node;
    static Residents residents;

    private Resident person;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN");
        node = federation.node("JPN");
        residents = new Residents(node, clock);
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @BeforeEach
    void settle() {
        person = residents.settle("sato" + NUMBER.incrementAndGet(), "watch-officer");
    }

    @Test
    void theFirstAdministratorComesInByALinkThatIsGoodOnce() throws IOException {
        try (var alone = new TestFederation(folder.resolve("first"), clock, "AUS")) {
            var fresh = alone.node("AUS");
            var desk = fresh.bean(InvitationDesk.class);
            var replaced = desk.inviteFirstAdministrator().orElseThrow().token();
            var token = desk.inviteFirstAdministrator().orElseThrow().token();
            assertThat(open(fresh, replaced)).isEqualTo(404);
            var more = ",\"signInName\":\"chief\",\"nameEn\":\"Chief\",\"nameJa\":\"管理者\"";
            var chief = new Residents(fresh, clock).accept("chief", new UUID(0, 0), token, more);
            assertThat(open(fresh, token)).isEqualTo(404);
            assertThat(desk.inviteFirstAdministrator()).isEmpty();
            var browser = chief.signedIn();
            assertThat(browser.get("/api/v1/people").json().path("people")).hasSize(1);
            assertThat(browser.get("/api/v1/records").status()).isEqualTo(403);
            var own = browser.get("/api/v1/session")
                    .json()
                    .path("person")
                    .path("id")
                    .asString();
            assertThat(browser.send("PUT", "/api/v1/people/" + own, Residents.draft("chief", "AUS", "auditor"))
                            .status())
                    .as("nobody changes their own rights")
                    .isEqualTo(403);
        }
    }

    @Test
    void aLinkExpires() {
        var invited =
                node.post("/api/v1/people/" + person.id() + "/invitation", "{}").json();
        var token = invited.path("token").asString();
        assertThat(open(node, token)).isEqualTo(200);
        clock.advance(Duration.ofDays(3));
        assertThat(open(node, token)).isEqualTo(404);
    }

    @Test
    void aLinkIsNotUsedUpByAWeakPasswordOrAWrongCode() {
        var token = node.post("/api/v1/people/" + person.id() + "/invitation", "{}")
                .json()
                .path("token")
                .asString();
        var browser = new Visitor(node);
        for (var password :
                new String[] {"short", "aaaaaaaaaaaaaaaa", person.name() + " my name", "x".repeat(129), "P@ssw0rd2026"
                }) {
            assertThat(browser.send(
                                    "POST",
                                    "/api/v1/invitation",
                                    "{\"token\":\"%s\",\"password\":\"%s\",\"code\":\"000000\"}"
                                            .formatted(token, password))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(open(node, token)).isEqualTo(200);
    }

    @Test
    void whoIsDeactivatedIsOutAtOnceWithEverySessionAndToken() {
        var browser = person.signedIn();
        var token = "Bearer " + token(browser, "read");
        assertThat(node.send("GET", "/api/v1/records", "", token, "en").status())
                .isEqualTo(200);
        var draft = Residents.draft(person.name(), "JPN", "watch-officer")
                .replace("\"clearance\"", "\"active\": false, \"clearance\"");
        assertThat(node.put("/api/v1/people/" + person.id(), draft).status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(node.send("GET", "/api/v1/records", "", token, "en").status())
                .isEqualTo(401);
        assertThat(person.signIn(new Visitor(node)).status()).isEqualTo(401);
    }

    @Test
    void languagesThatAreNotSaidStayAsTheyWere() {
        var one = "/api/v1/people/" + person.id();
        var draft = Residents.draft(person.name(), "JPN", "watch-officer");
        assertThat(node.put(one, draft.replace("\"clearance\"", "\"languages\": [\"en\"], \"clearance\""))
                        .json()
                        .path("languages")
                        .valueStream()
                        .map(language -> language.asString()))
                .containsExactly("en");
        assertThat(node.put(one, draft).json().path("languages").valueStream().map(language -> language.asString()))
                .containsExactly("en");
    }

    @Test
    void otherRolesEndSessionsAndCountAtOnceForTokens() {
        var browser = person.signedIn();
        var token = "Bearer " + token(browser, "read");
        node.put("/api/v1/people/" + person.id(), Residents.draft(person.name(), "JPN", "auditor"));
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(node.send("GET", "/api/v1/records", "", token, "en").status())
                .isEqualTo(403);
        assertThat(node.send("GET", "/api/v1/audit", "", token, "en").status()).isEqualTo(200);
    }

    @Test
    void sessionsAreListedAndEndedByTheirOwnerAndByAnAdministrator() {
        var here = person.signedIn();
        var there = person.signedIn();
        var sessions = here.get("/api/v1/account/sessions").json().path("sessions");
        var other = sessions.valueStream()
                .filter(session -> !session.path("current").asBoolean())
                .toList();
        for (var session : other) {
            var path = "/api/v1/account/sessions/" + session.path("id").asString();
            assertThat(here.send("DELETE", path, "").status()).isEqualTo(204);
        }
        assertThat(there.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(here.get("/api/v1/session").status()).isEqualTo(200);
        var stranger = residents
                .settle("stranger" + NUMBER.incrementAndGet(), "watch-officer")
                .signedIn();
        var own = here.get("/api/v1/account/sessions")
                .json()
                .path("sessions")
                .path(0)
                .path("id")
                .asString();
        assertThat(stranger.send("DELETE", "/api/v1/account/sessions/" + own, "")
                        .status())
                .isEqualTo(404);
        node.send("DELETE", "/api/v1/people/" + person.id() + "/sessions", "", "Bearer " + node.token(), "en");
        assertThat(here.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void aSecurityOfficerSeesWhereOthersAreSignedInAndEndsOneOfTheSessions() {
        var one = person.signedIn();
        var other = person.signedIn();
        var guard = residents
                .settle("guard" + NUMBER.incrementAndGet(), "security-officer")
                .signedIn();
        var path = "/api/v1/people/" + person.id() + "/sessions";
        var before = guard.get(path).json().path("sessions");
        assertThat(before.valueStream().map(session -> session.path("current").asBoolean()))
                .containsOnly(false);
        var own = one.get("/api/v1/account/sessions")
                .json()
                .path("sessions")
                .valueStream()
                .filter(session -> session.path("current").asBoolean())
                .map(session -> session.path("id").asString())
                .findFirst()
                .orElseThrow();
        assertThat(guard.send("DELETE", path + "/" + own, "").status()).isEqualTo(204);
        assertThat(one.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(other.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(guard.send("DELETE", path + "/" + own, "").status()).isEqualTo(404);
        assertThat(guard.get(path).json().path("sessions")).hasSize(before.size() - 1);
        assertThat(node.get("/api/v1/audit?event=person-session-ended").text())
                .contains("\"person\":\"" + person.name() + "\"", "guard");
        var officer = residents
                .settle("officer" + NUMBER.incrementAndGet(), "watch-officer")
                .signedIn();
        assertThat(officer.get(path).status()).isEqualTo(403);
        assertThat(officer.send("DELETE", path + "/" + own, "").status()).isEqualTo(403);
    }

    @Test
    void anOpenStreamEndsWithItsSessionAndTellsNothingMore() throws IOException, InterruptedException {
        var browser = person.signedIn();
        try (var stream = browser.open("/api/v1/stream")) {
            Thread.sleep(1_500);
            node.send("DELETE", "/api/v1/people/" + person.id() + "/sessions", "", "Bearer " + node.token(), "en");
            var after = node.post("/api/v1/records", RECORD).id();
            var rest = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(rest).contains(":open").doesNotContain(after);
        }
    }

    @Test
    void aTokenExpiresAndIsRevoked() {
        var browser = person.signedIn();
        var token = token(browser, "read");
        assertThat(browser.get("/api/v1/account/tokens").text()).doesNotContain(token);
        assertThat(node.send("GET", "/api/v1/kinds", "", "Bearer " + token, "en")
                        .status())
                .isEqualTo(200);
        clock.advance(Duration.ofDays(2));
        assertThat(node.send("GET", "/api/v1/kinds", "", "Bearer " + token, "en")
                        .status())
                .isEqualTo(401);
        var again = person.signedIn();
        var next = token(again, "read");
        var id = again.get("/api/v1/account/tokens")
                .json()
                .path("tokens")
                .path(0)
                .path("id")
                .asString();
        assertThat(again.send("DELETE", "/api/v1/account/tokens/" + id, "").status())
                .isEqualTo(204);
        assertThat(node.send("GET", "/api/v1/kinds", "", "Bearer " + next, "en").status())
                .isEqualTo(401);
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsTheOtherSessions() {
        var here = person.signedIn();
        var there = person.signedIn();
        var next = "another horse battery";
        var body = "{\"current\":\"%s\",\"code\":\"%s\",\"password\":\"%s\"}";
        assertThat(here.send("PUT", "/api/v1/account/password", body.formatted("wrong one", person.freshCode(), next))
                        .status())
                .isEqualTo(422);
        assertThat(here.send(
                                "PUT",
                                "/api/v1/account/password",
                                body.formatted(person.password(), person.freshCode(), next))
                        .status())
                .isEqualTo(204);
        assertThat(there.get("/api/v1/session").status()).isEqualTo(401);
        assertThat(here.get("/api/v1/session").status()).isEqualTo(200);
        assertThat(person.signIn(new Visitor(node)).status()).isEqualTo(401);
        assertThat(person.signIn(new Visitor(node), next, person.freshCode()).status())
                .isEqualTo(204);
    }

    @Test
    void anotherAuthenticatorCountsOnceItsCodeHasComeBack() {
        var here = person.signedIn();
        var body = "{\"current\":\"%s\",\"code\":\"%s\"}".formatted(person.password(), person.freshCode());
        var secret = here.send("POST", "/api/v1/account/authenticator", body)
                .json()
                .path("secret")
                .asString();
        assertThat(here.send("PUT", "/api/v1/account/authenticator", "{\"code\":\"000000\"}")
                        .status())
                .isEqualTo(422);
        assertThat(person.signIn(new Visitor(node)).status())
                .as("the old one still counts")
                .isEqualTo(204);
        clock.advance(Duration.ofMinutes(2));
        var code = Residents.code(secret, clock.instant());
        assertThat(here.send("PUT", "/api/v1/account/authenticator", "{\"code\":\"" + code + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(person.signIn(new Visitor(node)).status()).isEqualTo(401);
        clock.advance(Duration.ofMinutes(2));
        assertThat(person.signIn(new Visitor(node), person.password(), Residents.code(secret, clock.instant()))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void recordsAndTheAuditLogNameThePersonWhoWrote() {
        var stored = person.signedIn().send("POST", "/api/v1/records", RECORD);
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        assertThat(node.get("/api/v1/records/" + stored.id())
                        .json()
                        .path("author")
                        .asString())
                .isEqualTo("Taro Yamada, Joint Staff");
        assertThat(node.get("/api/v1/audit?record=" + stored.id()).json().path("entries"))
                .isNotEmpty()
                .allMatch(entry -> entry.path("actor").asString().equals(person.name()));
        var byService = node.post("/api/v1/records", RECORD);
        assertThat(node.get("/api/v1/records/" + byService.id())
                        .json()
                        .path("author")
                        .asString())
                .isEqualTo("somebody else");
    }

    @Test
    void namesEveryMistakeInWhatIsSaidAboutAPerson() {
        var answer = node.post("/api/v1/people", """
                {"signInName": "JPN/ichigaya", "nameEn": "", "nameJa": "x", "nation": "japan", "roles": ["king"],
                 "clearance": "COSMIC", "clearedUntil": "soon", "languages": ["fr"]}
                """);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors")).hasSize(7);
        assertThat(node.post("/api/v1/people", Residents.draft("administrator", "JPN"))
                        .status())
                .isEqualTo(422);
        assertThat(node.post("/api/v1/people", Residents.draft(person.name(), "JPN"))
                        .status())
                .isEqualTo(409);
    }

    private static String token(Visitor browser, String scope) {
        return browser.send(
                        "POST",
                        "/api/v1/account/tokens",
                        "{\"name\":\"script\",\"scopes\":[\"%s\"],\"days\":1}".formatted(scope))
                .json()
                .path("secret")
                .asString();
    }

    private static int open(RunningNode at, String token) {
        return new Visitor(at)
                .send("POST", "/api/v1/invitation/open", "{\"token\":\"%s\"}".formatted(token))
                .status();
    }
}
