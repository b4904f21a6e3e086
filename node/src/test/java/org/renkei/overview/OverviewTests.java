package org.renkei.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Papers;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two nations in one case look at how everything stands and hand over their watches.
class OverviewTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOTH = "UNCLASSIFIED//REL TO JPN, USA";

    @RegisterExtension
    static final Nations NATIONS = Nations.apart("JPN", "USA");

    static final MovableClock CLOCK = NATIONS.clock();

    private static RunningNode node(String party) {
        return NATIONS.node(party);
    }

    private static String in(Duration time) {
        return CLOCK.instant().plus(time).toString();
    }

    private static String said(String act, String label, Map<String, ?> fields, String... to) {
        var body = JSON.createObjectNode().put("act", act).put("label", label);
        body.set("to", JSON.valueToTree(to));
        body.set("fields", JSON.valueToTree(fields));
        return body.toString();
    }

    private static String opened(String name) {
        var fields = Map.of("nameEn", name, "nameJa", name, "phase", "disaster", "body", "bocc", "text", "Begun");
        var answer = node("JPN").post("/api/v1/cases", said("open", BOTH, fields, "JPN", "USA"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var id = answer.id();
        eventually("USA has it", () -> node("USA").get("/api/v1/cases/" + id).status() == 200);
        return id;
    }

    private static void say(String party, String id, String act, String label, Map<String, ?> fields, String... to) {
        var answer = node(party).post("/api/v1/cases/" + id + "/statements", said(act, label, fields, to));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static JsonNode brief(String party) {
        return node(party).get("/api/v1/handover-brief").json();
    }

    private static List<JsonNode> lines(JsonNode brief, String section) {
        return brief.path("sections")
                .valueStream()
                .filter(one -> one.path("code").asString().equals(section))
                .findFirst()
                .orElseThrow()
                .path("lines")
                .valueStream()
                .toList();
    }

    private static JsonNode unanswered(String party, String id) {
        return node(party)
                .get("/api/v1/overview?exercise=false")
                .json()
                .path("unanswered")
                .valueStream()
                .filter(one -> one.path("caseId").asString().equals(id))
                .findFirst()
                .orElse(JSON.missingNode());
    }

    @Test
    void eachNationSeesWhatWaitsForIt() {
        var id = opened("Flood");
        var ask = Map.of("text", "Berths?", "due", in(Duration.ofHours(4)));
        say("USA", id, "ask", BOTH, ask, "JPN", "USA");
        eventually("JPN is asked", () -> unanswered("JPN", id).path("mine").asBoolean());
        assertThat(unanswered("USA", id).path("mine").asBoolean()).isFalse();
        var overview = node("JPN").get("/api/v1/overview?exercise=false").json();
        assertThat(overview.path("cases").path(0).path("phase").asString()).isEqualTo("disaster");
        assertThat(overview.path("duties").path("due").asInt()).isPositive();
        assertThat(overview.path("links").path(0).path("party").asString()).isEqualTo("USA");
        assertThat(overview.path("label").asString()).contains("REL TO JPN");
        assertThat(node("USA")
                        .get("/api/v1/overview?exercise=false")
                        .json()
                        .path("label")
                        .asString())
                .as("of what is seen alone")
                .isEqualTo(BOTH);
        var drill = node("JPN").get("/api/v1/overview?exercise=true").json();
        assertThat(drill.path("cases")).as("an exercise is counted apart").isEmpty();
        var on = unanswered("JPN", id).path("on").asString();
        say("JPN", id, "answer", BOTH, Map.of("on", on, "text", "Two"), "JPN", "USA");
        assertThat(unanswered("JPN", id).isMissingNode()).isTrue();
    }

    @Test
    void forcesAreCountedByNationAndCategoryWhereverTheyAreOffered() {
        var id = opened("Eruption");
        var fields = Map.of("category", "medical", "text", "A field hospital", "due", in(Duration.ofHours(4)));
        say("JPN", id, "request", BOTH, fields, "JPN", "USA");
        eventually("USA is asked", () -> unanswered("USA", id).path("mine").asBoolean());
        var on = unanswered("USA", id).path("on").asString();
        say("USA", id, "offer", BOTH, Map.of("on", on, "text", "Two surgeons"), "JPN", "USA");
        stored(
                "{\"kind\":\"offer-of-assistance\",\"label\":\"UNCLASSIFIED//REL TO JPN\",\"body\":"
                        + "{\"title\":\"x\",\"offer\":\"x\",\"item\":\"toilets\",\"quantity\":{\"value\":4,\"unit\":\"pcs\"}}}");
        eventually("JPN has the offer", () -> offered("JPN").contains("USA case medical 1 1"));
        assertThat(offered("JPN")).contains("JPN relief toilets 1 1");
        assertThat(offered("USA"))
                .as("what is kept from them is not counted there")
                .contains("USA case medical 1 1")
                .noneMatch(one -> one.contains("toilets"));
    }

    private static List<String> offered(String party) {
        return node(party)
                .get("/api/v1/overview?exercise=false")
                .json()
                .path("offers")
                .valueStream()
                .map(one -> String.join(
                        " ",
                        one.path("party").asString(),
                        one.path("source").asString(),
                        one.path("category").asString(),
                        one.path("offers").asString(),
                        one.path("open").asString()))
                .toList();
    }

    @Test
    void meetingsToComeAreCountedAndThoseOfTheNextHoursAreInTheBrief() {
        meeting("Tonight", Duration.ofHours(12));
        meeting("Next week", Duration.ofDays(8));
        eventually(
                "USA has both",
                () -> meetings("USA").path("within24Hours").asInt() == 1
                        && meetings("USA").path("later").asInt() == 1);
        assertThat(meetings("USA").path("unagreed").asInt()).isEqualTo(2);
        assertThat(meetings("USA").path("todo").asInt()).isEqualTo(2);
        assertThat(meetings("JPN").path("todo").asInt())
                .as("who proposed it waits for the others")
                .isZero();
        assertThat(lines(brief("JPN"), "meetings").toString())
                .contains("Tonight", "日時提案中")
                .doesNotContain("Next week");
        assertThat(lines(brief("USA"), "meetings").toString())
                .as("where something is to be done, it stands early")
                .contains("Tonight", "Next week", "日時・場所に同意または異議を述べる");
    }

    private static JsonNode meetings(String party) {
        return node(party).get("/api/v1/overview?exercise=false").json().path("meetings");
    }

    private static void meeting(String title, Duration ahead) {
        var starts = CLOCK.instant().plus(ahead);
        var fields = Map.of(
                "titleEn",
                title,
                "titleJa",
                title,
                "body",
                "bocc",
                "starts",
                starts.toString(),
                "minutes",
                60,
                "zone",
                "Asia/Tokyo",
                "place",
                "Ichigaya, room 4");
        var answer = node("JPN").post("/api/v1/meetings", said("call", BOTH, fields, "JPN", "USA"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void aBriefTellsWhatCameInAndWhatIsToBeDone() {
        var id = opened("Quake");
        var secret = "SECRET//REL TO JPN";
        say("JPN", id, "decision", secret, Map.of("authority", "Minister", "text", "KAGERO"), "JPN");
        var asked = Map.of("text", "Fuel at Kumamoto?", "due", in(Duration.ofHours(4)));
        say("USA", id, "ask", BOTH, asked, "JPN", "USA");
        place("RJFT");
        alert("Tsunami", "2040-01-01T00:00:00Z");
        alert("Past", "2020-01-01T00:00:00Z");
        eventually(
                "JPN has the question",
                () -> lines(brief("JPN"), "due").stream()
                        .anyMatch(one -> one.path("text").asString().startsWith("Fuel")));
        var ours = brief("JPN");
        assertThat(ours.path("label").asString())
                .as("as high as its highest line, for those alone who may have all of it")
                .isEqualTo("SECRET//REL TO JPN");
        assertThat(lines(ours, "said").toString()).contains("KAGERO").contains("national decision", "国の決定");
        assertThat(lines(ours, "due").toString()).contains("回答する");
        assertThat(lines(ours, "places")).hasSize(1);
        assertThat(lines(ours, "alerts").toString()).contains("Tsunami").doesNotContain("Past");
        var theirs = brief("USA");
        assertThat(theirs.toString()).doesNotContain("KAGERO");
        assertThat(theirs.path("label").asString()).isEqualTo(BOTH);
        assertThat(lines(theirs, "awaiting").toString()).contains("Fuel at Kumamoto?");
        var residents = new Residents(node("JPN"), CLOCK);
        var american = residents
                .settleAs("usa.watch", Residents.draft("usa.watch", "USA", "liaison"))
                .signedIn();
        assertThat(american.get("/api/v1/handover-brief").text()).doesNotContain("KAGERO");
        var audit = node("JPN")
                .get("/api/v1/audit?event=handover-brief-read")
                .json()
                .path("entries")
                .path(0);
        assertThat(audit.path("actor").asString()).isEqualTo("usa.watch");
        assertThat(audit.path("details").path("label").asString()).isEqualTo(BOTH);
    }

    @Test
    void aBriefForPaperHoldsWhatItsMakerSeesAndTheMarkingOfThat() {
        Papers.assumeFont();
        var id = opened("Landslide");
        var decided = Map.of("authority", "Minister", "text", "ASAGIRI");
        say("JPN", id, "decision", "SECRET//REL TO JPN", decided, "JPN");
        alert("Heavy rain", "2040-01-01T00:00:00Z");
        var paper = Papers.of(node("JPN"), "/api/v1/handover-brief/pdf");
        Papers.keep(paper, "brief");
        assertThat(Papers.pages(paper))
                .allSatisfy(
                        page -> assertThat(page).contains("SECRET//REL TO JPN").doesNotContain("this font lacks"));
        assertThat(Papers.plain(paper))
                .contains("当直引継ぎ", "ASAGIRI", "Heavyrain", "国の決定nationaldecision", "Handedoverby");
        var american = new Residents(node("JPN"), CLOCK)
                .settleAs("usa.paper", Residents.draft("usa.paper", "USA", "liaison"))
                .signedIn();
        var theirs = Papers.plain(Papers.of(american, "/api/v1/handover-brief/pdf"));
        assertThat(theirs).contains("Heavyrain").doesNotContain("ASAGIRI").doesNotContain("SECRET");
        var audit = node("JPN")
                .get("/api/v1/audit?event=handover-brief-made")
                .json()
                .path("entries")
                .path(0);
        assertThat(audit.path("actor").asString()).isEqualTo("usa.paper");
    }

    @Test
    void whatCameLateIsNewsAndALinkThatIsDownIsSaid() {
        var id = opened("Fire");
        NATIONS.confirmed("JPN", "USA");
        NATIONS.federation().stop("JPN");
        say("USA", id, "report", BOTH, Map.of("text", "Smoke over Aso"), "JPN", "USA");
        CLOCK.advance(Duration.ofHours(9));
        assertThat(lines(brief("USA"), "said")).as("that was the watch before").isEmpty();
        eventually(
                "USA says that the link is down",
                () -> lines(brief("USA"), "links").size() == 1);
        eventually("JPN has it", () -> lines(brief("JPN"), "said").toString().contains("Smoke over Aso"));
    }

    private static RunningNode.Answer entered(
            String party, String act, String label, Map<String, ?> fields, String... to) {
        return node(party).post("/api/v1/watch-log", said(act, label, fields, to));
    }

    private static JsonNode entry(JsonNode log, String text) {
        return log.path("lines")
                .valueStream()
                .filter(one -> one.path("entry").path("text").asString().equals(text))
                .findFirst()
                .orElse(JSON.missingNode());
    }

    @Test
    void aWatchIsTakenLoggedAndHandedOverWithTheBrief() {
        var own = "UNCLASSIFIED//REL TO JPN";
        assertThat(entered("JPN", "taken-over", own, Map.of(), "JPN").text()).contains("nobody has the watch");
        assertThat(entered("JPN", "opened", BOTH, Map.of(), "JPN", "USA").text())
                .contains("/to");
        assertThat(entered("JPN", "opened", own, Map.of(), "JPN").status()).isEqualTo(201);
        assertThat(entered("JPN", "opened", own, Map.of(), "JPN").text()).contains("administrator has the watch");
        var log = entered("JPN", "call", own, Map.of("text", "Port of Yatsushiro called"), "JPN")
                .json();
        var call = entry(log, "Port of Yatsushiro called")
                .path("entry")
                .path("record")
                .asString();
        assertThat(log.path("watch").path("officer").asString()).isEqualTo("administrator");
        var shared = entered("JPN", "event", BOTH, Map.of("text", "Bridge at Aso is down"), "JPN", "USA");
        assertThat(shared.status()).as(shared.text()).isEqualTo(201);
        var right = Map.of("text", "It was Misumi that called", "corrects", call);
        var corrected = entered("JPN", "correction", own, right, "JPN").json();
        var line = entry(corrected, "Port of Yatsushiro called");
        assertThat(line.path("corrections").path(0).path("text").asString()).isEqualTo("It was Misumi that called");
        assertThat(node("JPN")
                        .put("/api/v1/records/" + call, written(own, "changed"))
                        .text())
                .as("nothing is written over")
                .contains("enter a correction");
        assertThat(entered("JPN", "correction", own, Map.of("text", "x", "corrects", UNKNOWN), "JPN")
                        .status())
                .isEqualTo(422);
        eventually(
                "USA reads what it was told",
                () -> node("USA").get("/api/v1/watch-log").text().contains("Bridge at Aso"));
        var theirs = node("USA").get("/api/v1/watch-log").json();
        assertThat(theirs.toString()).doesNotContain("Yatsushiro").doesNotContain("Misumi");
        assertThat(theirs.path("watch").isNull())
                .as("who has ours is not theirs to know")
                .isTrue();
        assertThat(lines(brief("JPN"), "log").toString()).contains("Yatsushiro", "Misumi", "当直開始");
        assertThat(lines(brief("USA"), "log")).as("theirs is empty").isEmpty();
        assertThat(node("JPN")
                        .get("/api/v1/watch-log?words=yatsushiro%20misumi")
                        .json()
                        .path("lines"))
                .hasSize(1);
        eventually(
                "the search finds it",
                () -> node("JPN").get("/api/v1/search?text=Misumi").text().contains("It was Misumi"));
        assertThat(node("JPN")
                        .get("/api/v1/watch-log?act=event&words=aso")
                        .json()
                        .path("lines"))
                .hasSize(1);
        assertThat(node("JPN")
                        .get("/api/v1/overview?exercise=false")
                        .json()
                        .path("watch")
                        .path("officer")
                        .asString())
                .isEqualTo("administrator");
        assertThat(entered("JPN", "handed-over", own, Map.of("text", "All quiet"), "JPN")
                        .json()
                        .path("watch")
                        .path("ended")
                        .isNull())
                .isFalse();
        var liaison = new Residents(node("JPN"), CLOCK)
                .settleAs("usa.log", Residents.draft("usa.log", "USA", "liaison"))
                .signedIn();
        var seen = liaison.get("/api/v1/watch-log").json();
        assertThat(seen.toString()).contains("Bridge at Aso").doesNotContain("administrator\",\"since");
        assertThat(seen.path("suggestions")).isEmpty();
        assertThat(liaison.send("POST", "/api/v1/watch-log", said("event", own, Map.of("text", "x"), "JPN"))
                        .status())
                .isEqualTo(403);
        Papers.assumeFont();
        assertThat(Papers.plain(Papers.of(node("JPN"), "/api/v1/watch-log/pdf")))
                .contains("当直日誌", "Yatsushiro", "Misumi");
        assertThat(node("JPN").get("/api/v1/audit?event=watch-log-made").text()).contains("watch-log-made");
    }

    private static final String UNKNOWN = "01900000-0000-7000-8000-000000000000";

    private static String written(String label, String text) {
        return "{\"kind\":\"watch-entry\",\"label\":\"%s\",\"body\":{\"title\":\"x\",\"act\":\"call\",\"at\":\"2026-04-14T12:30:00Z\",\"text\":\"%s\"}}"
                .formatted(label, text);
    }

    @Test
    void whatHappenedIsSuggestedAndEnteredOnlyByAPerson() {
        var id = opened("Whiteout");
        var log = node("JPN").get("/api/v1/watch-log").json();
        var suggested = log.path("suggestions")
                .valueStream()
                .filter(one -> one.path("key").asString().equals("case-opened " + id))
                .findFirst()
                .orElseThrow();
        assertThat(suggested.path("text").path("ja").asString()).contains("Whiteout");
        assertThat(log.path("lines").toString()).as("nothing is written alone").doesNotContain("Whiteout");
        var fields = Map.of(
                "text",
                suggested.path("text").path("en").asString(),
                "suggestion",
                suggested.path("key").asString(),
                "at",
                suggested.path("at").asString(),
                "case",
                id);
        var after = entered("JPN", "event", "UNCLASSIFIED//REL TO JPN", fields, "JPN");
        assertThat(after.status()).as(after.text()).isEqualTo(201);
        assertThat(after.json().path("suggestions").toString()).doesNotContain(id);
        assertThat(after.json().path("lines").toString()).contains("Whiteout", "\"to\":\"case\"");
    }

    @Test
    void aBriefBeginsInThePastAndNotLongAgo() {
        for (var since : List.of(in(Duration.ofHours(1)), in(Duration.ofDays(-40)))) {
            var refused = node("JPN").get("/api/v1/handover-brief?since=" + since);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("/since");
        }
        var empty = node("JPN").get("/api/v1/handover-brief?since=" + CLOCK.instant());
        assertThat(empty.status()).isEqualTo(200);
        assertThat(lines(empty.json(), "said")).isEmpty();
    }

    private static void place(String code) {
        stored(
                "{\"kind\":\"place-status\",\"label\":\"%s\",\"body\":{\"title\":\"%s\",\"placeType\":\"airfield\",\"status\":\"limited\",\"placeCode\":\"%s\"}}"
                        .formatted(BOTH, code, code));
    }

    private static void alert(String title, String expires) {
        stored("{\"kind\":\"alert\",\"label\":\"%s\",\"body\":{\"title\":\"%s\",\"expires\":\"%s\"}}"
                .formatted(BOTH, title, expires));
    }

    private static void stored(String draft) {
        var answer = node("JPN").post("/api/v1/records", draft);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
