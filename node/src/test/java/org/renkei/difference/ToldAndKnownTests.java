package org.renkei.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.cases.CaseTalk;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Papers;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.Shown;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Two nations look at what each told the other, and at what each knew when.
class ToldAndKnownTests {
    private static final String BOTH = "UNCLASSIFIED//REL TO JPN, USA";

    @RegisterExtension
    static final Nations NATIONS = Nations.apart("JPN", "USA");

    static final MovableClock CLOCK = NATIONS.clock();

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }

    private static CaseTalk opened() {
        return new CaseTalk(NATIONS.federation()).opened("disaster", "JPN", "USA");
    }

    /// @param more of the query, each with `&` in front
    private static JsonNode view(String from, String of, String more) {
        var answer = NATIONS.node(from).get("/api/v1/differences/" + of + "?exercise=false" + more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode told(JsonNode view, String record) {
        return view.path("rows")
                .valueStream()
                .flatMap(row -> row.path("ours").valueStream())
                .filter(one -> one.path("said").path("record").asString().equals(record))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String state(JsonNode view, String record) {
        return told(view, record).path("state").asString("");
    }

    private static JsonNode row(JsonNode view, String record) {
        return view.path("rows")
                .valueStream()
                .filter(row -> row.toString().contains(record))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String stored(String party, String kind, String label, String body) {
        var answer = NATIONS.node(party)
                .post("/api/v1/records", "{\"kind\":\"%s\",\"label\":\"%s\",\"body\":%s}".formatted(kind, label, body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    private static String place(String party, String code, String status, String label) {
        return stored(
                party,
                "place-status",
                label,
                "{\"title\":\"%s\",\"placeType\":\"airfield\",\"status\":\"%s\",\"placeCode\":\"%s\"}"
                        .formatted(code, status, code));
    }

    private static void recall(String party, String record) {
        var answer = NATIONS.node(party).post("/api/v1/records/" + record + "/recall", "{\"reason\":\"wrong\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void whatWasToldWithheldAndTakenBackStandsBesideWhatThePartnerTold() {
        var talk = opened();
        var report = talk.say("JPN", "report", Map.of("text", "Route 57 is cut"), "JPN", "USA");
        var kept = talk.say("JPN", "decision", Map.of("authority", "Minister", "text", "KAGERO"), "JPN");
        var wrong = talk.say("JPN", "report", Map.of("text", "The tunnel is open"), "JPN", "USA");
        talk.arrives("USA", wrong);
        var answer = talk.say("USA", "remark", Map.of("on", report, "text", "Seen from the air"), "JPN", "USA");
        talk.arrives("JPN", answer);
        NATIONS.confirmed("JPN", "USA");
        recall("JPN", wrong);
        NATIONS.confirmed("JPN", "USA");
        var ours = view("JPN", "USA", "&case=" + talk.id);
        assertThat(state(ours, report)).isEqualTo("confirmed");
        assertThat(told(ours, report).path("confirmed").asString()).isNotEmpty();
        assertThat(state(ours, kept)).isEqualTo("withheld");
        assertThat(told(ours, kept).path("reasons").toString()).contains("releasable-to");
        assertThat(state(ours, wrong)).isEqualTo("taken-back");
        assertThat(told(ours, wrong).path("confirmed").asString())
                .as("the partner confirmed that it is gone")
                .isNotEmpty();
        assertThat(row(ours, report).path("theirs").toString())
                .as("an answer stands at what it answers")
                .contains("Seen from the air");
        assertThat(ours.path("counts").path("withheld").asInt()).isEqualTo(1);
        assertThat(ours.path("counts").path("recalled").asInt()).isEqualTo(1);
        assertThat(ours.path("askIn").path("id").asString()).isEqualTo(talk.id);
        var theirs = view("USA", "JPN", "&case=" + talk.id);
        assertThat(theirs.toString())
                .doesNotContain("KAGERO")
                .doesNotContain("tunnel")
                .doesNotContain(kept);
        assertThat(theirs.path("counts").path("subjects").asInt())
                .as("what is kept from them shifts no number of theirs")
                .isEqualTo(2);
        var gone = view("USA", "JPN", "");
        assertThat(row(gone, wrong).path("theirs").path(0).path("said").isNull())
                .as("of what was taken back they hold the fact alone")
                .isTrue();
        assertThat(japan().get("/api/v1/differences/USA?case=" + talk.id + "&only=kept")
                        .json()
                        .path("found")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whatNationsSayOfOnePlaceIsComparedAndOnlyWhatDiffersIsShownWhenAskedFor() {
        place("JPN", "RJFT", "open", BOTH);
        place("JPN", "RJFK", "open", BOTH);
        var theirs = place("USA", "RJFT", "closed", BOTH);
        place("USA", "RJFK", "open", BOTH);
        var secret = place("JPN", "RJFM", "closed", "SECRET//REL TO JPN");
        eventually("JPN has it", () -> row(view("JPN", "USA", ""), theirs).isObject());
        eventually(
                "it differs",
                () -> view("JPN", "USA", "").path("counts").path("differing").asInt() == 1);
        var differing = view("JPN", "USA", "&only=differing");
        assertThat(differing.path("found").asInt()).isEqualTo(1);
        var row = differing.path("rows").path(0);
        assertThat(row.path("differences").toString()).isEqualTo("[\"status\"]");
        assertThat(row.path("ours").path(0).path("said").path("code").asString())
                .isEqualTo("open");
        assertThat(row.path("theirs").path(0).path("said").path("code").asString())
                .isEqualTo("closed");
        assertThat(view("JPN", "USA", "").path("label").asString()).isEqualTo("SECRET//REL TO JPN");
        var low = new Residents(japan(), CLOCK)
                .settleAs(
                        "low.watch",
                        Residents.draft("low.watch", "JPN", "watch-officer").replace("SECRET", "RESTRICTED"))
                .signedIn();
        var seen = low.get("/api/v1/differences/USA").json();
        assertThat(seen.toString()).doesNotContain(secret);
        assertThat(seen.path("counts").path("subjects").asInt())
                .as("counted after what the reader may see")
                .isEqualTo(
                        view("JPN", "USA", "").path("counts").path("subjects").asInt() - 1);
        assertThat(seen.path("counts").path("withheld").asInt())
                .isEqualTo(
                        view("JPN", "USA", "").path("counts").path("withheld").asInt() - 1);
        assertThat(Shown.to("low.watch", japan(), theirs)).containsExactly("difference");
        CLOCK.advance(Duration.ofHours(9));
        var since = CLOCK.instant().minus(Duration.ofHours(8));
        assertThat(view("JPN", "USA", "&since=" + since).path("found").asInt()).isZero();
    }

    @Test
    void whatIsOnTheWayOrWaitsForAnOfficerIsSaid() {
        var residents = new Residents(japan(), CLOCK);
        var first = residents.settle("first.officer", "release-officer").signedIn();
        var second = residents
                .settle("second.officer", "release-officer", "security-officer")
                .signedIn();
        var policy = first.send("POST", "/api/v1/release-policy", """
                {"from":"%s","many":1000,"reason":"test","rules":[{"id":"offers","act":"review","cause":"always",
                 "parties":["USA"],"kinds":["offer-of-assistance"],"persons":1,"hours":4}]}
                """.formatted(
                        CLOCK.instant().toString().substring(0, 10)));
        assertThat(policy.status()).as(policy.text()).isEqualTo(201);
        var version = policy.json().path("proposed").path("version").asInt();
        assertThat(second.send("POST", "/api/v1/release-policy/" + version + "/confirm", "")
                        .status())
                .isEqualTo(200);
        var offer = stored(
                "JPN",
                "offer-of-assistance",
                BOTH,
                "{\"title\":\"Blankets\",\"offer\":\"Blankets\",\"item\":\"blankets\",\"quantity\":{\"value\":40,\"unit\":\"t\"}}");
        assertThat(state(view("JPN", "USA", ""), offer)).isEqualTo("review");
        assertThat(state(view("JPN", "USA", "&only=kept"), offer)).isEqualTo("review");
        assertThat(japan().post("/api/v1/links/USA/pause", "").status()).isEqualTo(200);
        var waiting = place("JPN", "RJFN", "limited", BOTH);
        assertThat(state(view("JPN", "USA", "&only=unconfirmed"), waiting)).isEqualTo("on-the-way");
        assertThat(japan().post("/api/v1/links/USA/resume", "").status()).isEqualTo(200);
        eventually(
                "it is confirmed", () -> state(view("JPN", "USA", ""), waiting).equals("confirmed"));
        assertThat(view("USA", "JPN", "").toString()).doesNotContain(offer);
    }

    @Test
    void itIsForPeopleOfThisNationAndOfLinkedPartners() {
        var liaison = new Residents(japan(), CLOCK)
                .settleAs("usa.seat", Residents.draft("usa.seat", "USA", "liaison"))
                .signedIn();
        assertThat(liaison.get("/api/v1/differences/USA").status()).isEqualTo(404);
        assertThat(liaison.get("/api/v1/differences/JPN").status()).isEqualTo(404);
        for (var party : List.of("JPN", "AUS", "XXX")) {
            assertThat(japan().get("/api/v1/differences/" + party).status()).isEqualTo(404);
        }
        var nowhere = "01900000-0000-7000-8000-000000000000";
        assertThat(japan().get("/api/v1/differences/USA?case=" + nowhere).status())
                .isEqualTo(404);
        var refused = japan().get("/api/v1/differences/USA?only=some");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("all, differing, unconfirmed, kept");
        assertThat(japan().get("/api/v1/differences/USA?from=-1").status()).isEqualTo(422);
    }

    @Test
    void aCaseIsReplayedAsEachNationKnewIt() {
        var talk = opened();
        NATIONS.confirmed("JPN", "USA");
        assertThat(japan().post("/api/v1/links/USA/pause", "").status()).isEqualTo(200);
        var begun = CLOCK.instant();
        CLOCK.advance(Duration.ofMinutes(1));
        var report = talk.say("JPN", "report", Map.of("text", "Bridge down"), "JPN", "USA");
        var wrong = talk.say("JPN", "report", Map.of("text", "Dam is safe"), "JPN", "USA");
        CLOCK.advance(Duration.ofMinutes(29));
        var before = CLOCK.instant();
        CLOCK.advance(Duration.ofMinutes(30));
        assertThat(japan().post("/api/v1/links/USA/resume", "").status()).isEqualTo(200);
        talk.arrives("USA", wrong);
        NATIONS.confirmed("JPN", "USA");
        CLOCK.advance(Duration.ofMinutes(30));
        var between = CLOCK.instant();
        CLOCK.advance(Duration.ofMinutes(30));
        recall("JPN", wrong);
        NATIONS.confirmed("JPN", "USA");
        CLOCK.advance(Duration.ofMinutes(1));
        var after = CLOCK.instant();
        assertThat(known("JPN", talk, "USA", before))
                .as("said, and not there yet")
                .doesNotContain(report)
                .hasSize(1);
        assertThat(known("JPN", talk, "JPN", before)).contains(report, wrong);
        assertThat(known("JPN", talk, "USA", between)).contains(report, wrong);
        assertThat(known("JPN", talk, "USA", after)).contains(report).doesNotContain(wrong);
        assertThat(known("JPN", talk, "JPN", begun)).hasSize(1);
        assertThat(known("USA", talk, "USA", before)).doesNotContain(report);
        assertThat(known("USA", talk, "USA", after)).contains(report).doesNotContain(wrong);
        var replay = replay("JPN", talk);
        var line = line(replay, report);
        assertThat(line.path("knew").path(1).path("evidence").asString()).isEqualTo("confirmed");
        assertThat(line.path("knew").path(1).path("delaySeconds").asLong()).isBetween(3_500L, 3_600L);
        assertThat(line(replay, wrong).path("knew").path(1).path("until").asString())
                .as("the past keeps what was taken back")
                .isNotEmpty();
        var theirs = replay("USA", talk);
        assertThat(theirs.toString()).doesNotContain("Dam is safe");
        assertThat(theirs.path("gone").path(0).path("record").asString())
                .as("there they hold the fact that it stood")
                .isEqualTo(wrong);
        assertThat(theirs.path("gone").path(0).path("from").asString()).isNotEmpty();
        paper(talk);
    }

    private static void paper(CaseTalk talk) {
        Papers.assumeFont();
        var paper = Papers.of(japan(), "/api/v1/cases/" + talk.id + "/replay/pdf");
        assertThat(Papers.pages(paper)).allSatisfy(page -> assertThat(page).contains(BOTH));
        assertThat(Papers.plain(paper)).contains("事後検証資料", "Bridgedown", "takenback");
        assertThat(japan().get("/api/v1/audit?event=after-action-report-made").text())
                .contains(talk.id);
    }

    @Test
    void aReplayIsForPeopleOfThisNationAndForNationsOfTheCase() {
        var talk = opened();
        var liaison = new Residents(japan(), CLOCK)
                .settleAs("usa.replay", Residents.draft("usa.replay", "USA", "liaison"))
                .signedIn();
        var path = "/api/v1/cases/" + talk.id;
        assertThat(liaison.get(path).status()).isEqualTo(200);
        for (var more : List.of("/replay", "/replay/pdf", "/told?to=USA&until=" + CLOCK.instant())) {
            assertThat(liaison.get(path + more).status()).as(more).isEqualTo(404);
        }
        assertThat(japan().get(path + "/told?to=AUS&until=" + CLOCK.instant()).status())
                .isEqualTo(404);
    }

    private static List<String> known(String at, CaseTalk talk, String party, Instant until) {
        var answer = NATIONS.node(at).get("/api/v1/cases/" + talk.id + "/told?to=" + party + "&until=" + until);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return CaseTalk.records(answer.json());
    }

    private static JsonNode replay(String at, CaseTalk talk) {
        return NATIONS.node(at).get("/api/v1/cases/" + talk.id + "/replay").json();
    }

    private static JsonNode line(JsonNode replay, String record) {
        return replay.path("lines")
                .valueStream()
                .filter(one -> one.path("record").asString().equals(record))
                .findFirst()
                .orElseThrow();
    }
}
