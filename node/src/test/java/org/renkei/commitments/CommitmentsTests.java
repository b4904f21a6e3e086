package org.renkei.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.Shown;

/// Two nations keep account of what they promised, each on its own node; a third sees nothing, or its part.
class CommitmentsTests {
    private static final String[] BOTH = {"JPN", "USA"};

    @RegisterExtension
    static final Nations NATIONS = Nations.shared("JPN", "USA", "AUS");

    static final MovableClock CLOCK = NATIONS.clock();

    private static LocalDate today() {
        return LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
    }

    private static CommitmentTalk talk() {
        return new CommitmentTalk(NATIONS.federation(), today());
    }

    @Test
    void whatIsPromisedIsFollowedUntilBothSayThatItIsMet() {
        var talk = talk().recorded(200, BOTH);
        assertThat(talk.sides("USA")).containsExactly("JPN open", "USA –");
        assertThat(talk.row("USA").path("state").isNull())
                .as("nothing is agreed")
                .isTrue();
        assertThat(talk.duties("USA")).containsExactly("confirm", "name-owner");
        assertThat(talk.duties("JPN")).isEmpty();
        var agreed = talk.say("USA", "agree", Map.of("on", first(talk)), BOTH);
        talk.say("USA", "owner", Map.of("owner", "sdc", "office", "Policy"), BOTH);
        talk.arrives("JPN", agreed);
        assertThat(talk.row("JPN").path("state").asString()).isEqualTo("open");
        talk.say("JPN", "evidence", Map.of("text", "Two delivered", "document", "Depot report 7"), BOTH);
        var fields = Map.of("state", "met", "text", "Done", "measured", "Two aircraft in 2026");
        var met = talk.say("JPN", "state", fields, BOTH);
        talk.arrives("USA", met);
        talk.say("USA", "object", Map.of("on", met, "text", "One is still at the depot"), BOTH);
        var due = today().plusDays(300).toString();
        var risk = talk.say("USA", "state", Map.of("state", "at-risk", "text", "Parts", "due", due), BOTH);
        talk.arrives("JPN", risk);
        assertThat(talk.sides("JPN"))
                .as("each side's word stands beside the other's, and neither is agreed")
                .containsExactly("JPN met", "USA at-risk");
        assertThat(talk.row("JPN").path("state").asString()).isEqualTo("open");
        assertThat(talk.row("JPN").path("due").asString()).isNotEqualTo(due);
        var yes = talk.say("JPN", "agree", Map.of("on", risk), BOTH);
        talk.arrives("USA", yes);
        assertThat(talk.sides("USA")).containsExactly("JPN at-risk agreed", "USA at-risk agreed");
        assertThat(talk.row("USA").path("due").asString()).isEqualTo(due);
        var again = talk.say("JPN", "state", fields, BOTH);
        talk.arrives("USA", again);
        var over = talk.say("USA", "agree", Map.of("on", again), BOTH);
        talk.arrives("JPN", over);
        for (var party : BOTH) {
            assertThat(talk.row(party).path("horizon").asString()).isEqualTo("over");
            assertThat(talk.duties(party)).isEmpty();
        }
        for (var part : List.of("sides", "proposals", "evidence", "due", "state")) {
            assertThat(talk.page("USA").path(part)).isEqualTo(talk.page("JPN").path(part));
        }
        assertThat(CommitmentTalk.records(talk.page("USA"))).isEqualTo(CommitmentTalk.records(talk.page("JPN")));
    }

    private static String first(CommitmentTalk talk) {
        return CommitmentTalk.records(talk.page("JPN")).getFirst();
    }

    @Test
    void whatIsToldToOneOfThemShiftsNothingForTheOthers() {
        var talk = talk().recorded(120, "JPN", "USA", "AUS");
        talk.say("JPN", "note", Map.of("text", "KAGERO: budget is not decided"), "JPN");
        talk.say("JPN", "evidence", Map.of("text", "Draft", "document", "TSUBAME 3"), "JPN", "USA");
        var track = talk.say("JPN", "state", Map.of("state", "on-track", "text", "Begun"), "AUS", "JPN", "USA");
        talk.arrives("AUS", track);
        talk.arrives("USA", track);
        assertThat(CommitmentTalk.records(talk.page("AUS"))).containsExactly(first(talk), track);
        assertThat(talk.page("AUS").toString()).doesNotContain("KAGERO").doesNotContain("TSUBAME");
        assertThat(talk.page("USA").toString()).doesNotContain("KAGERO").contains("TSUBAME");
        for (var part : List.of("sides", "proposals", "due")) {
            assertThat(talk.page("AUS").path(part)).isEqualTo(talk.page("JPN").path(part));
        }
        var one = talk.say("USA", "agree", Map.of("on", track), "AUS", "JPN", "USA");
        talk.arrives("JPN", one);
        assertThat(talk.row("JPN").path("state").isNull())
                .as("two of three are not all")
                .isTrue();
    }

    @Test
    void aThirdNationSeesNothingNeitherAtItsNodeNorSeatedHere() {
        var talk = talk().recorded(60, BOTH);
        NATIONS.confirmed("JPN", "AUS");
        var at = "/api/v1/commitments/" + talk.id;
        assertThat(NATIONS.node("AUS").get("/api/v1/commitments").text()).doesNotContain(talk.id);
        assertThat(NATIONS.node("AUS").get(at).status()).isEqualTo(404);
        var residents = new Residents(japan(), CLOCK);
        var australian = residents
                .settleAs("aus.policy", Residents.draft("aus.policy", "AUS", "liaison"))
                .signedIn();
        assertThat(australian.get(at).status()).isEqualTo(404);
        var american = residents
                .settleAs("usa.policy", Residents.draft("usa.policy", "USA", "liaison"))
                .signedIn();
        var page = american.get(at).json();
        assertThat(page.path("own").asString()).isEqualTo("USA");
        assertThat(page.path("next")).as("a liaison says nothing for us").isEmpty();
        assertThat(american.get("/api/v1/commitments/options").json().path("nations"))
                .isEmpty();
        assertThat(american.send("POST", at + "/statements", "{}").status()).isEqualTo(403);
    }

    @Test
    void remindersFollowTheDay() {
        var expected = Map.of(-1, "overdue", 7, "within-7", 30, "within-30", 90, "within-90", 91, "later");
        expected.forEach((days, horizon) -> {
            var talk = talk().recorded(days, BOTH);
            assertThat(talk.row("JPN").path("horizon").asString()).isEqualTo(horizon);
            assertThat(talk.duties("JPN")).as("in %d days", days).isEqualTo(days <= 30 ? List.of("fulfil") : List.of());
        });
    }

    @Test
    void nothingIsRecordedThatIsNotWhole() {
        var fields = talk().fields(30);
        fields.put("held", today().plusDays(1).toString());
        fields.put("due", today().toString());
        fields.put("meeting", "nowhere");
        fields.put("minutes", "019f0000-0000-7000-8000-000000000001");
        assertThat(places(talk().record(fields, BOTH)))
                .containsExactlyInAnyOrder("/fields/held", "/fields/due", "/fields/meeting", "/fields/minutes");
        var bare = talk().record(new HashMap<>(Map.of("titleEn", "x")), BOTH);
        assertThat(places(bare))
                .contains("/fields/titleJa", "/fields/sentenceEn", "/fields/outcomeJa", "/fields/due", "/fields/owner");
        assertThat(places(talk().record(talk().fields(30), "JPN"))).containsExactly("/to");
    }

    @Test
    void nothingIsSaidThatDoesNotFitByWhateverWay() {
        var talk = talk().recorded(30, BOTH);
        var met = Map.of("state", "met", "text", "Done", "measured", "2");
        assertThat(talk.trying("JPN", "state", met, BOTH).text()).contains("nothing shows that it was met");
        assertThat(talk.trying("JPN", "agree", Map.of("on", first(talk)), BOTH).text())
                .contains("its writer agrees already");
        assertThat(places(talk.trying("JPN", "evidence", Map.of("text", "x"), BOTH)))
                .containsExactly("/fields/document");
        assertThat(places(talk.trying("JPN", "state", Map.of("state", "dropped", "text", "No money"), "JPN")))
                .containsExactly("/to");
        var track = talk.say("JPN", "state", Map.of("state", "on-track", "text", "Begun"), BOTH);
        talk.arrives("USA", track);
        talk.say("JPN", "state", Map.of("state", "at-risk", "text", "Late"), BOTH);
        eventually(
                "USA has the newer one",
                () -> talk.page("USA").path("proposals").size() == 3);
        assertThat(talk.trying("USA", "agree", Map.of("on", track), BOTH).text())
                .contains("a newer proposal took its place");
        var opening = japan().get("/api/v1/records/" + first(talk)).json().path("body");
        var revised = japan().put(
                        "/api/v1/records/" + first(talk),
                        "{\"kind\":\"commitment-statement\",\"label\":\"UNCLASSIFIED//REL TO JPN, USA\",\"body\":%s}"
                                .formatted(opening));
        assertThat(revised.status()).as(revised.text()).isEqualTo(422);
        assertThat(revised.text()).contains("/body/mark");
        var exercise =
                CommitmentTalk.said("note", Map.of("text", "x"), List.of(BOTH)).replace(", USA\"", ", USA//EXERCISE\"");
        assertThat(japan().post("/api/v1/commitments/" + talk.id + "/statements", exercise)
                        .text())
                .contains("this commitment is no exercise");
    }

    @Test
    void evidenceIsARecordThatItsReadersHave() {
        var talk = talk().recorded(30, BOTH);
        var kept = report("UNCLASSIFIED//REL TO JPN");
        var refused = talk.trying("JPN", "evidence", Map.of("text", "Report", "record", kept), BOTH);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("does not let USA have it");
        var shared = report("UNCLASSIFIED//REL TO JPN, USA");
        var evidence = talk.say("JPN", "evidence", Map.of("text", "Report", "record", shared), BOTH);
        talk.arrives("USA", evidence);
        eventually(
                "USA can open it",
                () -> talk.page("USA").path("evidence").path(0).path("here").asBoolean());
        var gone = talk.say("JPN", "withdraw", Map.of("on", evidence, "text", "Wrong report"), BOTH);
        talk.arrives("USA", gone);
        assertThat(talk.page("USA").path("evidence")).isEmpty();
    }

    @Test
    void whatTakesItsPlaceIsKnownToAll() {
        var wide = talk().recorded(30, "JPN", "USA", "AUS");
        var narrow = talk().recorded(30, BOTH);
        var fields = Map.of("state", "superseded", "text", "Merged", "by", narrow.id);
        assertThat(wide.trying("JPN", "state", fields, "AUS", "JPN", "USA").text())
                .contains("AUS is no party to the commitment that takes its place");
        var unknown = Map.of("state", "superseded", "text", "x", "by", "019f0000-0000-7000-8000-000000000001");
        assertThat(narrow.trying("JPN", "state", unknown, BOTH).text())
                .contains("no commitment of that id is held here");
        var state = narrow.say("JPN", "state", Map.of("state", "superseded", "text", "x", "by", wide.id), BOTH);
        narrow.arrives("USA", state);
        narrow.say("USA", "agree", Map.of("on", state), BOTH);
        assertThat(narrow.row("USA").path("horizon").asString()).isEqualTo("over");
    }

    @Test
    void readingOneIsWrittenDown() {
        var talk = talk().recorded(30, BOTH);
        var officer = new Residents(japan(), CLOCK).settle("policy.desk", "desk-officer");
        assertThat(officer.signedIn().get("/api/v1/commitments/" + talk.id).status())
                .isEqualTo(200);
        assertThat(japan().get("/api/v1/audit?event=record-read&record=" + first(talk))
                        .text())
                .contains("policy.desk");
        assertThat(Shown.to("policy.desk", japan(), first(talk))).containsExactly("commitment");
        officer.signedIn().get("/api/v1/commitments");
        assertThat(Shown.to("policy.desk", japan(), first(talk))).containsExactly("commitments", "commitment");
    }

    private static String report(String label) {
        var stored = japan().post(
                        "/api/v1/records",
                        "{\"kind\":\"situation-report\",\"label\":\"%s\",\"body\":{\"title\":\"Depot\",\"summary\":\"Two\"}}"
                                .formatted(label));
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        return stored.id();
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
