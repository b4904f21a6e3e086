package org.renkei.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.ledger.Hash;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import org.renkei.translation.TestService.Reply;
import tools.jackson.databind.JsonNode;

/// A node of Japan with a service that counts as a part of Japan cleared for RESTRICTED, and one of the
/// United States. The service keeps every byte that reaches it.
class TranslationTests {
    private static final String KEY = "sk-test-0123456789";

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static TestService service;
    static RunningNode node;
    static Visitor officer;
    static Visitor clerk;
    static Visitor liaison;
    static String cut;

    private int before;

    @BeforeAll
    static void start() throws IOException {
        service = new TestService(null);
        federation = new TestFederation(folder, clock, "JPN", "USA", "AUS");
        Files.writeString(federation.file("JPN").resolveSibling("key"), KEY + "\n");
        configure("JPN", "clearance: RESTRICTED, key-file: key, consenting: [AUS], until: 2099-01-01");
        configure("USA", "until: 2020-01-01");
        node = federation.node("JPN");
        var residents = new Residents(node, clock);
        officer = residents.settle("officer", "watch-officer").signedIn();
        clerk = residents
                .settleAs(
                        "clerk",
                        Residents.draft("clerk", "JPN", "desk-officer").replace("\"SECRET\"", "\"RESTRICTED\""))
                .signedIn();
        liaison = residents
                .settleAs("liaison", Residents.draft("liaison", "USA", "liaison"))
                .signedIn();
        term("Runway", "滑走路", "UNCLASSIFIED//REL TO USA");
        term("Hangar akatsuki", "暁格納庫", "SECRET//REL TO USA");
        cut = write("""
                {"kind":"situation-report","label":"UNCLASSIFIED//REL TO USA",
                 "portions":[{"at":"/situation","label":"SECRET//REL TO USA"}],
                 "body":{"title":"Airport","summary":"The runway and hangar akatsuki are closed.",
                         "situation":"Fuel lasts for seventeen days."}}""");
    }

    private static void configure(String party, String more) throws IOException {
        var section = "  translation: {url: \"%s\", model: minna-7b, party: %s, %s}\n";
        Files.writeString(
                federation.file(party), section.formatted(service.url(), party, more), StandardOpenOption.APPEND);
    }

    @AfterAll
    static void stop() {
        federation.close();
        service.close();
    }

    @BeforeEach
    void usual() {
        service.replies(new Reply(200, "application/json", TestService.completion("滑走路は閉鎖中です。")));
        before = service.bodies().size();
    }

    @Test
    void isOffUnlessTheSettingsSayOtherwise() {
        var without = federation.node("AUS");
        assertThat(without.get("/api/v1/translation").json().path("on").asBoolean())
                .isFalse();
        assertThat(without.post("/api/v1/translation", request(cut, "/summary")).status())
                .isEqualTo(409);
        assertThat(check(without).path("text").path("en").asString()).startsWith("off");
    }

    @Test
    void isGivenNothingAfterItsLastDay() {
        var states = federation.node("USA");
        var id = states.post("/api/v1/records", """
                {"kind":"situation-report","label":"UNCLASSIFIED","body":{"title":"Port","summary":"Pier six."}}""").id();
        assertThat(states.get("/api/v1/translation").json().path("on").asBoolean())
                .isFalse();
        var refused = states.post("/api/v1/translation", request(id, "/summary"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("until 2020-01-01");
        assertThat(service.everything()).doesNotContain("Pier six");
        assertThat(check(states).path("level").asString()).isEqualTo("caution");
    }

    @Test
    void givesTheTextAndAgreedWordsThatBothMaySeeAndNothingElse() {
        var answer = ask(officer, cut, "/summary");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("text").asString()).isEqualTo("滑走路は閉鎖中です。");
        assertThat(answer.json().path("model").asString()).isEqualTo("minna-7b");
        assertThat(answer.json().path("terms").asInt()).isEqualTo(1);
        assertThat(service.bodies()).hasSize(before + 1);
        var everything = service.everything();
        assertThat(everything)
                .contains("The runway and hangar akatsuki are closed.", "Runway = 滑走路", "[Bearer " + KEY + "]")
                .doesNotContain("seventeen", "暁格納庫", "officer", cut, "JPN", "UNCLASSIFIED");
        var sent = event("translation-sent");
        var left = service.bodies().getLast();
        assertThat(sent.path("actor").asString()).isEqualTo("officer");
        assertThat(sent.path("record").asString()).isEqualTo(cut);
        assertThat(sent.path("details").path("bytes").asInt()).isEqualTo(left.length);
        assertThat(sent.path("details").path("sha256").asString())
                .isEqualTo(Hash.ofContent(left).hex());
        assertThat(sent.path("details").path("as").asString()).isEqualTo("JPN");
        assertThat(sent.path("details").path("terms")).hasSize(1);
        assertThat(node.get("/api/v1/audit").text()
                        + node.get("/api/v1/operation").text()
                        + answer.text())
                .doesNotContain(KEY, "seventeen", "closed.");
    }

    @Test
    void keepsTheAnswerNowhere() {
        service.replies(new Reply(200, "application/json", TestService.completion("kitsunebi no honyaku")));
        assertThat(ask(officer, cut, "/summary").text()).contains("kitsunebi");
        assertThat(officer.get("/api/v1/search?text=kitsunebi").json().path("hits"))
                .isEmpty();
        assertThat(officer.get("/api/v1/records").text()).doesNotContain("kitsunebi");
        assertThat(officer.get("/api/v1/records/" + cut + "/revisions").json().path("revisions"))
                .hasSize(1);
    }

    @Test
    void refusesAPortionThatTheServiceMayNotHoldWithEveryReason() {
        var refused = ask(officer, cut, "/situation");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(one -> one.path("at").asString()))
                .containsExactly("/situation");
        assertThat(refused.text()).contains("SECRET");
        assertThat(service.bodies()).hasSize(before);
        var event = event("translation-refused");
        assertThat(event.path("record").asString()).isEqualTo(cut);
        assertThat(event.path("details").path("reasons").asString()).contains("SECRET");
    }

    @Test
    void aTextThatOneDoesNotSeeIsNotThere() {
        var hidden = ask(clerk, cut, "/situation");
        var absent = ask(clerk, cut, "/needs");
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.text()).isEqualTo(absent.text());
        var secret = write("""
                {"kind":"situation-report","label":"SECRET","body":{"title":"Stores","summary":"Stores are low."}}""");
        assertThat(ask(clerk, secret, "/summary").status()).isEqualTo(404);
        assertThat(ask(clerk, "01900000-0000-7000-8000-00000000feed", "/summary")
                        .status())
                .isEqualTo(404);
        assertThat(ask(officer, secret, "/summary").status()).isEqualTo(422);
        assertThat(ask(officer, cut, "/summary/x").status()).isEqualTo(404);
        assertThat(service.bodies()).hasSize(before);
    }

    @Test
    void aLiaisonIsToldNoReasons() {
        var refused = ask(liaison, cut, "/situation");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors")).hasSize(1);
        assertThat(refused.text()).contains("not releasable").doesNotContain("SECRET", "RESTRICTED");
        assertThat(ask(liaison, cut, "/summary").status()).isEqualTo(200);
    }

    @Test
    void passesAnothersInformationOnOnlyWithItsConsent() {
        var pier = report("USA", "UNCLASSIFIED//REL TO JPN", "Pier four is open.");
        var ferry = report("USA", "UNCLASSIFIED//PUBLIC", "The ferry sails again.");
        var depot = report("AUS", "UNCLASSIFIED//REL TO JPN", "The depot is full.");
        var refused = ask(officer, pier, "/summary");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("third-party rule");
        assertThat(ask(officer, ferry, "/summary").status()).isEqualTo(200);
        assertThat(ask(officer, depot, "/summary").status()).isEqualTo(200);
        assertThat(service.everything())
                .contains("The ferry sails again.", "The depot is full.")
                .doesNotContain("Pier four");
    }

    /// Of another nation, held here.
    private static String report(String party, String label, String summary) {
        var draft = "{\"kind\":\"situation-report\",\"label\":\"%s\",\"body\":{\"title\":\"Port\",\"summary\":\"%s\"}}";
        var id = federation
                .node(party)
                .post("/api/v1/records", draft.formatted(label, summary))
                .id();
        federation.confirmed(party, "JPN");
        return id;
    }

    @Test
    void givesNothingOfWhatWasRecalled() {
        var id = write("""
                {"kind":"situation-report","label":"UNCLASSIFIED//REL TO USA",
                 "body":{"title":"Road","summary":"Route 57 is open."}}""");
        node.post("/api/v1/records/" + id + "/recall", "{\"reason\":\"a mistake\"}");
        var refused = ask(officer, id, "/summary");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("recalled");
        assertThat(service.bodies()).hasSize(before);
    }

    @Test
    void putsWhatTheServiceDidNotDoOnRecord() {
        service.replies(new Reply(302, "text/html", "<html>"));
        var failed = ask(officer, cut, "/summary");
        assertThat(failed.status()).isEqualTo(502);
        assertThat(failed.text()).contains("another address").doesNotContain("<html>");
        assertThat(event("translation-failed").path("details").path("reason").asString())
                .isEqualTo("elsewhere");
    }

    @Test
    void namesEveryMistakeOfARequestAndTooLongATextAtOnce() {
        var refused = officer.send("POST", "/api/v1/translation", "{\"record\":\"x\",\"at\":\"y\",\"to\":\"fr\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors")).hasSize(3);
        var id = write("""
                {"kind":"situation-report","label":"UNCLASSIFIED","body":{"title":"Long","summary":"%s"}}""".formatted("a ".repeat(TranslationDesk.MOST_CHARACTERS / 2) + "b"));
        assertThat(ask(officer, id, "/summary").text()).contains("4001 characters");
        assertThat(service.bodies()).hasSize(before);
    }

    @Test
    void answersOnePersonOnlySoOften() {
        var residents = new Residents(node, clock);
        var hasty = residents.settle("hasty", "watch-officer").signedIn();
        var last = 200;
        for (var i = 0; i < TranslationRate.AT_ONCE + 2 && last == 200; i++) {
            last = ask(hasty, cut, "/summary").status();
        }
        assertThat(last).isEqualTo(429);
        assertThat(ask(officer, cut, "/summary").status()).isEqualTo(200);
    }

    @Test
    void saysInOperationAsWhomTheServiceCounts() {
        var check = check(node);
        assertThat(check.path("level").asString()).isEqualTo("ok");
        assertThat(check.path("text").path("en").asString())
                .contains("127.0.0.1 (minna-7b) counts as JPN, RESTRICTED, until 2099-01-01");
        assertThat(check.path("text").path("ja").asString()).contains("JPN, RESTRICTED");
        var state = officer.get("/api/v1/translation").json();
        assertThat(state.path("on").asBoolean()).isTrue();
        assertThat(state.path("service").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void noScriptAsks() {
        var made = officer.send(
                "POST", "/api/v1/account/tokens", "{\"name\":\"t\",\"scopes\":[\"read\",\"write\"],\"days\":1}");
        var script =
                new Visitor(node).bearing("Bearer " + made.json().path("secret").asString());
        assertThat(script.status("POST", "/api/v1/translation", request(cut, "/summary")))
                .isEqualTo(403);
    }

    private static RunningNode.Answer ask(Visitor who, String record, String at) {
        return who.send("POST", "/api/v1/translation", request(record, at));
    }

    private static String request(String record, String at) {
        return "{\"record\":\"%s\",\"at\":\"%s\",\"to\":\"ja\"}".formatted(record, at);
    }

    private static JsonNode event(String name) {
        return node.get("/api/v1/audit?event=" + name).json().path("entries").path(0);
    }

    private static JsonNode check(RunningNode at) {
        return at.get("/api/v1/operation")
                .json()
                .path("checks")
                .valueStream()
                .filter(one -> one.path("name").asString().equals("translation"))
                .findFirst()
                .orElseThrow();
    }

    private static void term(String en, String ja, String label) {
        write("{\"kind\":\"term\",\"label\":\"%s\",\"body\":{\"title\":{\"en\":\"%s\",\"ja\":\"%s\"}}}"
                .formatted(label, en, ja));
    }

    private static String write(String draft) {
        var answer = node.post("/api/v1/records", draft);
        assertThat(List.of(200, 201)).as(answer.text()).contains(answer.status());
        return answer.id();
    }
}
