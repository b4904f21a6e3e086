package org.renkei.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Papers;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode.Answer;
import org.renkei.testing.Shown;

/// Two nations prepare and hold meetings, each on its own node; a third sees nothing, or its part.
class MeetingsTests {
    private static final String[] BOTH = {"JPN", "USA"};

    @RegisterExtension
    static final Nations NATIONS = Nations.shared("JPN", "USA", "AUS");

    static final MovableClock CLOCK = NATIONS.clock();

    private static Instant in(int hours) {
        return CLOCK.instant().plus(Duration.ofHours(hours));
    }

    private static MeetingTalk talk() {
        return new MeetingTalk(NATIONS.federation());
    }

    private static MeetingTalk agreed(String title) {
        var talk = talk().called(MeetingTalk.fields(in(2), title), BOTH);
        talk.say("USA", "agree", Map.of("on", talk.call("USA")), BOTH);
        return talk;
    }

    private static List<String> places(Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.json()
                .path("errors")
                .valueStream()
                .map(one -> one.path("at").asString())
                .toList();
    }

    @Test
    void whoWasShownAMeetingIsWrittenDownOfItsStatements() {
        var talk = talk().called(MeetingTalk.fields(in(2), "Readers"), BOTH);
        var item = talk.say("JPN", "item", MeetingTalk.item("Berths", 1), BOTH);
        var japan = NATIONS.node("JPN");
        var reader =
                new Residents(japan, CLOCK).settle("meeting.reader", "planner").signedIn();
        for (var path : List.of("", "/" + talk.id, "/" + talk.id + "/agenda")) {
            assertThat(reader.get("/api/v1/meetings" + path).status()).isEqualTo(200);
        }
        assertThat(Shown.to("meeting.reader", japan, talk.call("JPN")))
                .containsExactly("agenda", "meeting", "meetings");
        assertThat(Shown.to("meeting.reader", japan, item)).containsExactly("agenda", "meeting");
    }

    @Test
    void aMeetingIsAgreedHeldAndFollowedByAnother() {
        var talk = talk().called(MeetingTalk.fields(in(2), "Supplies"), BOTH);
        assertThat(talk.row("USA").path("state").asString()).isEqualTo("proposed");
        assertThat(talk.duties("USA")).containsExactly("answer-time");
        assertThat(talk.duties("JPN")).isEmpty();
        talk.say("USA", "agree", Map.of("on", talk.call("USA")), BOTH);
        assertThat(talk.row("JPN").path("state").asString()).isEqualTo("agreed");
        var berths = talk.say("JPN", "item", MeetingTalk.item("Berths", 1), BOTH);
        var nights = talk.say("USA", "item", MeetingTalk.item("Nights", 2), BOTH);
        var lift = talk.say("USA", "item", MeetingTalk.item("Lift", 3), BOTH);
        talk.say("USA", "agree", Map.of("on", berths), BOTH);
        talk.say("JPN", "reorder", Map.of("on", nights, "position", 1), BOTH);
        assertThat(talk.agenda("JPN")).containsExactly("1 Berths", "2 Nights", "3 Lift");
        assertThat(talk.agenda("USA")).isEqualTo(talk.agenda("JPN"));
        assertThat(places(talk.trying("JPN", "held", Map.of(), BOTH)))
                .as("it has not begun")
                .containsExactly("/act");
        assertThat(places(talk.trying("JPN", "outcome", Map.of("on", berths, "result", "noted"), BOTH)))
                .containsExactly("/act");

        CLOCK.advance(Duration.ofHours(4));
        assertThat(talk.duties("JPN")).contains("say-held");
        talk.say("JPN", "held", Map.of(), BOTH);
        assertThat(talk.duties("USA")).containsExactly("say-outcome");
        var promise = commitment();
        assertThat(places(talk.trying("JPN", "outcome", Map.of("on", berths, "result", "agreed", "textEn", "x"), BOTH)))
                .containsExactly("/fields/textEn");
        assertThat(places(talk.trying(
                        "JPN", "outcome", Map.of("on", berths, "result", "committed", "commitment", talk.id), BOTH)))
                .containsExactly("/fields/commitment");
        var words = Map.of("on", berths, "result", "agreed", "textEn", "Two berths.", "textJa", "二つの係留場所。");
        var agreed = talk.say("JPN", "outcome", words, BOTH);
        talk.say("USA", "agree", Map.of("on", agreed), BOTH);
        var made = talk.say("JPN", "outcome", Map.of("on", lift, "result", "committed", "commitment", promise), BOTH);
        talk.say("USA", "agree", Map.of("on", made), BOTH);
        var later = talk.say("USA", "outcome", Map.of("on", nights, "result", "deferred"), BOTH);
        assertThat(talk.duties("JPN")).containsExactly("answer-outcome");
        talk.say("JPN", "agree", Map.of("on", later), BOTH);
        for (var part : List.of("state", "items", "schedules", "ending", "starts")) {
            assertThat(talk.page("USA").path(part))
                    .as(part)
                    .isEqualTo(talk.page("JPN").path(part));
        }
        assertThat(talk.page("USA")
                        .path("items")
                        .path(2)
                        .path("promise")
                        .path("title")
                        .path("en")
                        .asString())
                .isEqualTo("Lift for relief");

        var fields = MeetingTalk.fields(in(48), "Supplies again");
        fields.put("follows", talk.id);
        var next = talk().called(fields, BOTH);
        assertThat(next.page("USA")
                        .path("carried")
                        .path(0)
                        .path("title")
                        .path("en")
                        .asString())
                .isEqualTo("Nights");
        var taken = new HashMap<String, Object>(MeetingTalk.item("Nights", 1));
        taken.put("from", nights);
        next.say("USA", "item", taken, BOTH);
        assertThat(next.page("JPN").path("carried")).isEmpty();
        assertThat(next.agenda("JPN")).containsExactly("1 Nights");
    }

    private static String commitment() {
        var day = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
        var fields = new HashMap<String, Object>(Map.of(
                "titleEn", "Lift for relief",
                "titleJa", "救援の輸送",
                "meeting", "bocc",
                "held", day.minusDays(1).toString(),
                "reference", "Minutes 3",
                "sentenceEn", "Lift is given.",
                "sentenceJa", "輸送を提供する。",
                "outcomeEn", "Forty flights",
                "outcomeJa", "四十便",
                "due", day.plusDays(90).toString()));
        fields.put("owner", "bocc");
        var made = NATIONS.node("JPN").post("/api/v1/commitments", MeetingTalk.said("record", fields, List.of(BOTH)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        NATIONS.confirmed("JPN", "USA");
        return made.id();
    }

    @Test
    void anItemThatOneIsNotToldOfLeavesNoTraceThere() {
        var talk = talk().called(MeetingTalk.fields(in(5), "Three"), "JPN", "USA", "AUS");
        talk.say("JPN", "item", MeetingTalk.item("Opening", 1), "AUS", "JPN", "USA");
        var kept = talk.say("JPN", "item", MeetingTalk.item("KAGERO", 2), "JPN", "USA");
        talk.say("USA", "item", MeetingTalk.item("Fuel", 3), "AUS", "JPN", "USA");
        talk.say("JPN", "item", MeetingTalk.item("TSUBAME", 3), "JPN");
        assertThat(talk.agenda("JPN")).containsExactly("1 Opening", "JPN·USA 1 KAGERO", "2 Fuel", "JPN 1 TSUBAME");
        assertThat(talk.agenda("USA")).containsExactly("1 Opening", "JPN·USA 1 KAGERO", "2 Fuel");
        assertThat(talk.agenda("AUS")).containsExactly("1 Opening", "2 Fuel");
        NATIONS.confirmed("JPN", "AUS");
        assertThat(talk.page("AUS").toString()).doesNotContain("KAGERO", "TSUBAME", kept);
        assertThat(talk.row("AUS").path("items").asInt()).isEqualTo(2);
        assertThat(talk.trying("AUS", "agree", Map.of("on", kept), "AUS", "JPN", "USA")
                        .status())
                .as("what one does not see cannot be answered")
                .isEqualTo(422);
    }

    @Test
    void aPaperIsNamedOnlyToThoseWhoHaveIt() {
        var talk = agreed("Papers");
        var item = talk.say("JPN", "item", MeetingTalk.item("Draughts", 1), BOTH);
        var kept = record("SECRET");
        var open = record("UNCLASSIFIED//REL TO JPN, USA");
        assertThat(places(talk.trying("JPN", "paper", Map.of("on", item, "record", kept), BOTH)))
                .containsExactly("/fields/record");
        talk.say("JPN", "paper", Map.of("on", item, "record", kept), "JPN");
        talk.say("JPN", "paper", Map.of("on", item, "record", open, "text", "Draughts"), BOTH);
        var ours = talk.page("JPN").path("items").path(0).path("papers");
        var theirs = talk.page("USA").path("items").path(0).path("papers");
        assertThat(ours).hasSize(2);
        assertThat(theirs).hasSize(1);
        assertThat(theirs.path(0).path("record").asString()).isEqualTo(open);
        assertThat(theirs.path(0).path("here").asBoolean()).isTrue();
        assertThat(talk.page("USA").toString()).doesNotContain(kept);
    }

    private static String record(String label) {
        var draft = "{\"kind\":\"situation-report\",\"label\":\"%s\",\"body\":{\"title\":\"Draughts\"}}";
        return NATIONS.node("JPN")
                .post("/api/v1/records", draft.formatted(label))
                .id();
    }

    @Test
    void aConsultationOfACaseLeadsToAMeetingAndBack() {
        var japan = NATIONS.node("JPN");
        var fields = Map.of("nameEn", "Earthquake", "nameJa", "地震", "phase", "disaster", "body", "bocc", "text", "7");
        var theCase = japan.post("/api/v1/cases", MeetingTalk.said("open", fields, List.of(BOTH)))
                .id();
        var say = "/api/v1/cases/" + theCase + "/statements";
        var call = Map.of("body", "bocc", "at", in(20).toString(), "text", "Berths");
        var called = japan.post(say, MeetingTalk.said("call", call, List.of(BOTH)))
                .json()
                .path("consultations")
                .path(0)
                .path("on")
                .asString();
        var meeting = MeetingTalk.fields(in(20), "Berths");
        meeting.put("consultation", called);
        var talk = talk().called(meeting, BOTH);
        NATIONS.confirmed("JPN", "USA");
        for (var party : BOTH) {
            assertThat(talk.page(party).path("caseId").asString()).isEqualTo(theCase);
        }
        meeting.put("consultation", record("SECRET"));
        assertThat(places(talk().trying(meeting, BOTH)))
                .as("what is said in no case, and what the other does not have")
                .containsExactly("/fields/consultation", "/fields/consultation");
    }

    @Test
    void refusesWithEveryReasonAndStoresNothing() {
        var past = MeetingTalk.fields(in(-3), "Past");
        past.put("zone", "Asia/Edo");
        past.put("body", "round-table");
        assertThat(places(talk().trying(past, BOTH)))
                .containsExactlyInAnyOrder("/fields/starts", "/fields/zone", "/fields/body");
        var talk = agreed("Cancelled");
        talk.say("USA", "cancel", Map.of("text", "No aircraft"), BOTH);
        assertThat(talk.row("JPN").path("state").asString()).isEqualTo("cancelled");
        assertThat(places(talk.trying("JPN", "item", MeetingTalk.item("Late", 1), BOTH)))
                .containsExactly("/act");
        assertThat(talk.page("JPN").path("next")).isEmpty();
        assertThat(NATIONS.node("AUS").get(MeetingTalk.AT + "/" + talk.id).status())
                .isEqualTo(404);
        assertThat(NATIONS.node("AUS")
                        .get(MeetingTalk.AT + "/" + talk.id + "/agenda")
                        .status())
                .isEqualTo(404);
        assertThat(NATIONS.node("JPN").post("/api/v1/records", """
                {"kind":"meeting-statement","label":"UNCLASSIFIED//REL TO USA","body":{"act":"call"}}""").status())
                .as("by no other way either")
                .isEqualTo(422);
    }

    @Test
    void aLiaisonSeesWhatTheirNationSeesAndSaysNothing() {
        var talk = agreed("Liaison");
        talk.say("JPN", "item", MeetingTalk.item("Shared", 1), BOTH);
        talk.say("JPN", "item", MeetingTalk.item("KAGERO", 2), "JPN");
        var liaison = new Residents(NATIONS.node("JPN"), CLOCK)
                .settleAs("usa.meets", Residents.draft("usa.meets", "USA", "liaison"))
                .signedIn();
        var page = liaison.get(MeetingTalk.AT + "/" + talk.id);
        assertThat(page.json().path("items")).hasSize(1);
        assertThat(page.text()).doesNotContain("KAGERO");
        assertThat(page.json().path("next")).isEmpty();
        assertThat(liaison.status("POST", MeetingTalk.AT + "/" + talk.id + "/statements", "{}"))
                .isEqualTo(403);
    }

    @Test
    void theAgendaIsPrintedWithItsMarkingAndOnRecord() {
        Papers.assumeFont();
        var talk = agreed("Printed");
        talk.say("JPN", "item", MeetingTalk.item("Berths", 1), BOTH);
        var paper = Papers.plain(Papers.of(NATIONS.node("JPN"), MeetingTalk.AT + "/" + talk.id + "/agenda"));
        assertThat(paper).contains("UNCLASSIFIED//RELTOJPN,USA", "Berths", "Asia/Tokyo", "Ichigaya");
        var event = NATIONS.node("JPN")
                .get("/api/v1/audit?event=agenda-made")
                .json()
                .path("entries")
                .path(0);
        assertThat(event.path("details").path("meeting").asString()).isEqualTo(talk.id);
        assertThat(event.path("details").path("items").asInt()).isEqualTo(1);
    }
}
