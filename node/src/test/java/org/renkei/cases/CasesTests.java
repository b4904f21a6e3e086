package org.renkei.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.Shown;
import tools.jackson.databind.JsonNode;

/// Two nations work cases on their own nodes, each with what it keeps from the other; a third sees nothing,
/// or its part.
class CasesTests {
    @RegisterExtension
    static final Nations NATIONS = Nations.apart("JPN", "USA", "AUS");

    static final MovableClock CLOCK = NATIONS.clock();

    private static CaseTalk talk() {
        return new CaseTalk(NATIONS.federation());
    }

    private static String in(Duration time) {
        return CLOCK.instant().plus(time).toString();
    }

    private static Map<String, Object> request(int quantity) {
        return Map.of(
                "category", "transport",
                "text", "Airlift of blankets to Minamiaso",
                "quantity", quantity,
                "unit", "t",
                "due", in(Duration.ofHours(6)));
    }

    @Test
    void whoWasShownACaseIsWrittenDownOfItsStatements() {
        var talk = talk().opened("disaster", "JPN", "USA");
        var request = talk.say("JPN", "request", request(10), "JPN", "USA");
        var first = CaseTalk.records(talk.page("JPN")).getFirst();
        var reader = new Residents(NATIONS.node("JPN"), CLOCK)
                .settle("case.reader", "coordination-officer")
                .signedIn();
        for (var path : List.of("", "/inbox", "", "/" + talk.id)) {
            assertThat(reader.get("/api/v1/cases" + path).status()).isEqualTo(200);
        }
        assertThat(Shown.to("case.reader", NATIONS.node("JPN"), first)).containsExactly("case", "cases");
        assertThat(Shown.to("case.reader", NATIONS.node("JPN"), request)).containsExactly("case");
    }

    @Test
    void aCaseIsWorkedToItsEndAndBothHaveTheSame() {
        var talk = talk().opened("disaster", "JPN", "USA");
        var request = talk.say("JPN", "request", request(10), "JPN", "USA");
        talk.arrives("USA", request);
        assertThat(talk.inbox("USA")).containsExactly("respond USA due");
        assertThat(talk.inbox("JPN")).containsExactly("respond USA awaiting");
        var offer = talk.say("USA", "offer", Map.of("on", request, "quantity", 6, "text", "Two C-130"), "JPN", "USA");
        talk.arrives("JPN", offer);
        talk.say("JPN", "accept", Map.of("on", offer, "extent", "part", "quantity", 4), "JPN", "USA");
        eventually("USA delivers", () -> talk.inbox("USA").equals(List.of("deliver USA due")));
        assertThat(asked("USA", talk).path("state").asString()).isEqualTo("accepted-in-part");
        talk.say("USA", "status", Map.of("on", offer, "status", "done"), "JPN", "USA");
        var done = talk.say("JPN", "status", Map.of("on", request, "status", "done"), "JPN", "USA");
        talk.arrives("USA", done);
        minutes(talk);
        closed(talk);
        assertThat(CaseTalk.records(talk.page("USA"))).isEqualTo(CaseTalk.records(talk.page("JPN")));
        assertThat(talk.inbox("JPN")).isEmpty();
        assertThat(talk.inbox("USA")).isEmpty();
        var late = talk.trying("USA", "report", Map.of("text", "One thing more"), "JPN", "USA");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("the case is closed by all its nations: reopen it first");
        talk.say("USA", "lesson", Map.of("text", "Ask for weights in tonnes"), "JPN", "USA");
        talk.say("USA", "reopen", Map.of("text", "Blankets are missing"), "JPN", "USA");
        eventually("it is open", () -> talk.page("JPN").path("state").asString().equals("open"));
    }

    private static void minutes(CaseTalk talk) {
        var call = Map.of("body", "acg-action", "at", in(Duration.ofHours(1)), "text", "Airlift");
        var called = talk.say("JPN", "call", call, "JPN", "USA");
        talk.arrives("USA", called);
        var ours = talk.say("JPN", "minutes", Map.of("on", called, "text", "4トンを輸送する。"), "JPN", "USA");
        var theirs = talk.say("USA", "minutes", Map.of("on", called, "text", "4 t are lifted."), "JPN", "USA");
        talk.arrives("JPN", theirs);
        talk.arrives("USA", ours);
        for (var party : List.of("JPN", "USA")) {
            var step = step(talk.page(party), "agree");
            talk.say(party, "agree", Map.of("on", value(step, "on"), "hash", value(step, "hash")), "JPN", "USA");
        }
        for (var party : List.of("JPN", "USA")) {
            eventually(
                    party + " has them agreed",
                    () -> talk.page(party)
                            .path("consultations")
                            .path(0)
                            .path("agreed")
                            .asBoolean());
        }
        assertThat(talk.page("USA").path("consultations").path(0).path("versions"))
                .isEqualTo(talk.page("JPN").path("consultations").path(0).path("versions"));
    }

    private static void closed(CaseTalk talk) {
        var closing = talk.say("JPN", "close", Map.of("text", "Done"), "JPN", "USA");
        talk.arrives("USA", closing);
        assertThat(talk.inbox("USA")).containsExactly("close USA due");
        talk.say("USA", "close", Map.of("text", "Done"), "JPN", "USA");
        eventually(
                "it is closed", () -> talk.page("JPN").path("state").asString().equals("closed"));
    }

    @Test
    void halfOfItMayBeInvisibleToTheOther() {
        var talk = talk().opened("disaster", "JPN", "USA", "AUS");
        var report = talk.say("JPN", "report", Map.of("text", "Route 57 is cut"), "AUS", "JPN", "USA");
        talk.say("JPN", "decision", Map.of("authority", "Minister", "text", "KAGERO: reserves"), "JPN");
        talk.say("JPN", "task", Map.of("text", "Ready reserves", "due", in(Duration.ofDays(1))), "JPN");
        var request = talk.say("JPN", "request", request(3), "JPN", "USA");
        var second = talk.say("JPN", "report", Map.of("text", "Route 57 is open"), "AUS", "JPN", "USA");
        talk.arrives("AUS", second);
        talk.arrives("USA", second);
        var japan = CaseTalk.records(talk.page("JPN"));
        assertThat(CaseTalk.records(talk.page("USA")))
                .containsExactlyElementsOf(japan.stream()
                        .filter(one -> CaseTalk.records(talk.page("USA")).contains(one))
                        .toList())
                .containsExactly(japan.getFirst(), report, request, second);
        assertThat(CaseTalk.records(talk.page("AUS"))).containsExactly(japan.getFirst(), report, second);
        assertThat(talk.page("AUS").toString()).doesNotContain("KAGERO").doesNotContain("blankets");
        assertThat(NATIONS.node("AUS").get("/api/v1/cases/inbox").text()).doesNotContain(request);
        assertThat(talk.inbox("AUS")).isEmpty();
        NATIONS.confirmed("JPN", "AUS");
        var told = "/api/v1/cases/" + talk.id + "/told?to=AUS&until=";
        assertThat(CaseTalk.records(japan().get(told + CLOCK.instant()).json()))
                .as("we see what we told them")
                .isEqualTo(CaseTalk.records(talk.page("AUS")));
        assertThat(japan().get(told + "2020-01-01T00:00:00Z").status()).isEqualTo(404);
        var refused = talk.trying("USA", "offer", Map.of("on", request, "text", "Yes"), "AUS", "JPN", "USA");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("AUS was not told what this answers");
    }

    @Test
    void aThirdNationSeesNothingNeitherAtItsNodeNorSeatedHere() {
        var talk = talk().opened("grey-zone", "JPN", "USA");
        NATIONS.confirmed("JPN", "AUS");
        var australia = NATIONS.node("AUS");
        assertThat(australia.get("/api/v1/cases").text()).doesNotContain(talk.id);
        assertThat(australia.get("/api/v1/cases/" + talk.id).status()).isEqualTo(404);
        var residents = new Residents(japan(), CLOCK);
        var australian = residents.settleAs("aus.seat", Residents.draft("aus.seat", "AUS", "liaison"));
        assertThat(australian.signedIn().get("/api/v1/cases").text()).doesNotContain(talk.id);
        var american = residents
                .settleAs("usa.seat", Residents.draft("usa.seat", "USA", "liaison"))
                .signedIn();
        var page = american.get("/api/v1/cases/" + talk.id).json();
        assertThat(page.path("own").asString()).isEqualTo("USA");
        assertThat(page.path("next")).as("a liaison says nothing for us").isEmpty();
        assertThat(american.get("/api/v1/cases/options").json().path("nations"))
                .as("nor learns of our links")
                .isEmpty();
        assertThat(CaseTalk.records(page)).isEqualTo(CaseTalk.records(talk.page("USA")));
    }

    @Test
    void threeWeeksWithoutAPartnerHideNothingAndAskNothingAgain() {
        var talk = talk().opened("disaster", "JPN", "USA");
        var first = talk.say("JPN", "ask", Map.of("text", "Berths?", "due", in(Duration.ofHours(4))), "JPN", "USA");
        var second = talk.say("JPN", "ask", Map.of("text", "Fuel?", "due", in(Duration.ofHours(4))), "JPN", "USA");
        talk.arrives("USA", second);
        NATIONS.federation().stop("JPN");
        talk.say("USA", "answer", Map.of("on", first, "text", "Two berths"), "JPN", "USA");
        var theirs = talk.say("USA", "request", request(5), "JPN", "USA");
        NATIONS.federation().stop("USA");
        CLOCK.advance(Duration.ofDays(21));
        assertThat(talk.inbox("JPN"))
                .as("what is late is said to be late, though nothing came")
                .containsExactly("inform USA awaiting", "inform USA awaiting");
        assertThat(late("JPN", talk)).isEqualTo(2);
        assertThat(talk.inbox("USA")).contains("inform USA overdue", "respond JPN awaiting");
        talk.arrives("JPN", theirs);
        eventually(
                "what was answered is not asked again",
                () -> talk.inbox("JPN").equals(List.of("inform USA awaiting", "respond JPN overdue")));
        assertThat(talk.inbox("USA")).containsExactly("inform USA overdue", "respond JPN awaiting");
        var declined = talk.say("JPN", "decline", Map.of("on", theirs, "text", "Too late"), "JPN", "USA");
        talk.arrives("USA", declined);
        assertThat(talk.inbox("USA")).containsExactly("inform USA overdue");
    }

    private static long late(String party, CaseTalk talk) {
        return NATIONS.node(party)
                .get("/api/v1/cases/inbox")
                .json()
                .path("duties")
                .valueStream()
                .filter(one -> one.path("caseId").asString().equals(talk.id)
                        && one.path("late").asBoolean())
                .count();
    }

    @Test
    void receiptsGoToTheWriterAlone() {
        var talk = talk().opened("disaster", "JPN", "USA", "AUS");
        var report = talk.say("JPN", "report", Map.of("text", "Aftershock"), "AUS", "JPN", "USA");
        talk.arrives("USA", report);
        var receipts = "/api/v1/cases/" + talk.id + "/receipts";
        var read = NATIONS.node("USA").post(receipts, "{\"receipt\":\"acknowledged\"}");
        assertThat(read.status()).as(read.text()).isEqualTo(201);
        eventually("JPN knows", () -> receipts("JPN", talk, report).equals(List.of("USA acknowledged")));
        NATIONS.confirmed("USA", "AUS");
        assertThat(receipts("AUS", talk, report)).isEmpty();
        var again = NATIONS.node("USA").post(receipts, "{\"receipt\":\"acknowledged\"}");
        assertThat(again.text()).contains("there is nothing to confirm");
    }

    private static List<String> receipts(String party, CaseTalk talk, String record) {
        return talk.page(party)
                .path("statements")
                .valueStream()
                .filter(one -> one.path("record").asString().equals(record))
                .flatMap(one -> one.path("receipts").valueStream())
                .map(one ->
                        one.path("party").asString() + " " + one.path("receipt").asString())
                .toList();
    }

    @Test
    void whatTheLawDoesNotAllowIsNotOffered() {
        var talk = talk().opened("disaster", "USA", "JPN");
        var fields = Map.of("category", "asset-protection", "text", "Escort", "due", in(Duration.ofHours(4)));
        var request = talk.say("USA", "request", fields, "JPN", "USA");
        talk.arrives("JPN", request);
        var refused = talk.trying("JPN", "offer", Map.of("on", request, "text", "One destroyer"), "JPN", "USA");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("has no basis to give").contains("articles 83 and 100-6");
        talk.say("JPN", "phase", Map.of("phase", "grey-zone", "text", "Assessed anew"), "JPN", "USA");
        talk.say("JPN", "offer", Map.of("on", request, "text", "One destroyer"), "JPN", "USA");
    }

    @Test
    void nothingIsSaidThatDoesNotFitByWhateverWay() {
        var talk = talk().opened("disaster", "JPN", "USA");
        var noBody = Map.of("body", "nowhere", "at", "tomorrow", "text", "");
        assertThat(places(talk.trying("JPN", "call", noBody, "JPN", "USA")))
                .containsExactlyInAnyOrder("/fields/at", "/fields/text");
        assertThat(places(talk.trying("JPN", "close", Map.of("text", "Done"), "JPN")))
                .contains("/to");
        var opening = CaseTalk.records(talk.page("JPN")).getFirst();
        var body = japan().get("/api/v1/records/" + opening).json().path("body");
        var revised = japan().put(
                        "/api/v1/records/" + opening,
                        "{\"kind\":\"case-statement\",\"label\":\"UNCLASSIFIED//REL TO JPN, USA\",\"body\":%s}"
                                .formatted(body));
        assertThat(revised.status()).as(revised.text()).isEqualTo(422);
        assertThat(revised.text()).contains("/body/mark");
        var label = CaseTalk.said("report", Map.of("text", "x"), List.of("JPN", "USA"))
                .replace(", USA\"", "\"");
        assertThat(places(japan().post("/api/v1/cases/" + talk.id + "/statements", label)))
                .containsExactly("/label");
        var exercise = CaseTalk.said("report", Map.of("text", "x"), List.of("JPN", "USA"))
                .replace(", USA\"", ", USA//EXERCISE\"");
        assertThat(japan().post("/api/v1/cases/" + talk.id + "/statements", exercise)
                        .text())
                .contains("this case is no exercise");
    }

    @Test
    void anInboxKnowsWhereSomebodyHasTheWatchAndWhatTheyHaveSeen() {
        var talk = talk().opened("disaster", "USA", "JPN");
        var taken = japan().put("/api/v1/cases/watch", "{\"bodies\":[\"bocc\"]}");
        assertThat(taken.json().path("seats").path(0).asString()).isEqualTo("bocc");
        assertThat(japan().put("/api/v1/cases/watch", "{\"bodies\":[\"nowhere\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(fresh(talk)).hasSize(1);
        var seen = japan().post(
                        "/api/v1/cases/" + talk.id + "/seen",
                        "{\"statements\":[\"%s\"]}".formatted(fresh(talk).getFirst()));
        assertThat(seen.status()).isEqualTo(204);
        assertThat(fresh(talk)).isEmpty();
    }

    private static List<String> fresh(CaseTalk talk) {
        return japan().get("/api/v1/cases/inbox")
                .json()
                .path("fresh")
                .valueStream()
                .filter(one -> one.path("caseId").asString().equals(talk.id))
                .map(one -> one.path("record").asString())
                .toList();
    }

    @Test
    void aDeadlineKeepsTheWorkingHoursOfBoth() {
        var answer = japan().get("/api/v1/cases/deadline?body=sdc&hours=8&nations=JPN,USA")
                .json();
        assertThat(answer.path("due").asString()).isGreaterThan(CLOCK.instant().toString());
        assertThat(answer.path("offices")
                        .valueStream()
                        .map(one -> one.path("zone").asString()))
                .containsExactly("Asia/Tokyo", "America/New_York");
    }

    private static JsonNode asked(String party, CaseTalk talk) {
        return talk.page(party).path("asked").path(0);
    }

    private static JsonNode step(JsonNode page, String act) {
        return page.path("next")
                .valueStream()
                .filter(one -> one.path("act").asString().equals(act))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode value(JsonNode step, String field) {
        return step.path("fields")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(field))
                .findFirst()
                .orElseThrow()
                .path("value");
    }

    private static List<String> places(RunningNode.Answer refused) {
        return refused.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("at").asString())
                .toList();
    }

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }
}
