package org.renkei.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.time.Duration;
import java.time.Instant;
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

/// One nation runs convoys, the other receives what they bring, each on its own node; a third sees nothing.
/// Each test uses a commodity and places of its own.
class MovesTests {
    private static final String BOTH = "UNCLASSIFIED//REL TO JPN, USA";

    @RegisterExtension
    static final Nations NATIONS = Nations.shared("JPN", "USA", "AUS");

    static final MovableClock CLOCK = NATIONS.clock();

    private static RunningNode japan() {
        return NATIONS.node("JPN");
    }

    private static MoveTalk talk() {
        return new MoveTalk(NATIONS.federation(), CLOCK);
    }

    @Test
    void aNeedIsMetByWhatItsNationReceivedAndNotByWhatWasPromised() {
        var depot = place("USA", "RJOI", "open", BOTH);
        var port = place("JPN", "JPKMJ", "open", BOTH);
        var shelter = place("JPN", "SH-1", "open", BOTH);
        var need = need("water", BOTH);
        var offer = offer("water", BOTH);
        arrives("USA", need);
        arrives("USA", port);
        arrives("USA", shelter);
        var fields = talk().fields("water", depot, port, shelter);
        fields.put("need", need);
        fields.put("offer", offer);
        var talk = talk().planned(fields, "USA", "JPN");
        assertThat(talk.status("JPN")).isEqualTo("planned");
        assertThat(needRow("JPN", need).path("onTheWay").asInt()).isEqualTo(40);
        assertThat(needRow("JPN", need).path("received").asInt()).isZero();
        CLOCK.advance(Duration.ofHours(2));
        assertThat(talk.move("JPN").path("silent").asBoolean())
                .as("it should have departed an hour ago")
                .isTrue();
        var gone = talk.say("USA", "depart", Map.of("on", talk.plan("USA"), "at", talk.at(-1)));
        assertThat(talk.status("JPN")).isEqualTo("under-way");
        var until = talk.at(4);
        talk.say("USA", "delay", Map.of("on", gone, "arrival", until, "text", "A bridge is out"));
        assertThat(talk.status("JPN")).isEqualTo("delayed");
        assertThat(talk.move("JPN").path("reason").asString()).isEqualTo("A bridge is out");
        var slip = Duration.between(arrival(talk, 0, "planned"), Instant.parse(until));
        assertThat(arrival(talk, 1, "at"))
                .as("what follows is late, too")
                .isEqualTo(arrival(talk, 1, "planned").plus(slip));
        CLOCK.advance(Duration.ofHours(4));
        var half = talk.say("USA", "arrive", Map.of("on", gone, "at", talk.at(0)));
        var again = talk.say("USA", "depart", Map.of("on", half, "at", talk.at(0)));
        CLOCK.advance(Duration.ofHours(2));
        talk.say("USA", "arrive", Map.of("on", again, "at", talk.at(0), "delivered", 40));
        assertThat(talk.status("JPN")).isEqualTo("arrived");
        assertThat(needRow("JPN", need).path("received").asInt())
                .as("delivered is not received")
                .isZero();
        var receipt = Map.of(
                "on", talk.plan("JPN"), "at", talk.at(0), "condition", "damaged", "quantity", 36, "text", "4 t leaked");
        talk.say("JPN", "receive", receipt);
        for (var party : List.of("JPN", "USA")) {
            assertThat(needRow(party, need).path("received").asInt()).isEqualTo(36);
            assertThat(needRow(party, need).path("onTheWay").asInt()).isZero();
            assertThat(talk.move(party).path("disputed").asBoolean()).isTrue();
            assertThat(talk.move(party).path("condition").asString()).isEqualTo("damaged");
        }
        assertThat(talk.move("USA")).isEqualTo(talk.move("JPN"));
        assertThat(MoveTalk.records(talk.page("USA"))).isEqualTo(MoveTalk.records(talk.page("JPN")));
        assertThat(needRow("USA", need)).isEqualTo(needRow("JPN", need));
    }

    private static Instant arrival(MoveTalk talk, int leg, String which) {
        return Instant.parse(talk.move("JPN")
                .path("legs")
                .path(leg)
                .path("arrival")
                .path(which)
                .asString());
    }

    @Test
    void nothingIsPlannedOverAClosedPlaceAndWhatClosesLaterIsMarked() {
        var depot = place("JPN", "RJFU", "open", BOTH);
        var bridge = place("JPN", "BR-2", "open", BOTH);
        var silent = place("JPN", "SH-2", "unknown", BOTH);
        arrives("USA", bridge);
        place("USA", "BR-2", "closed", BOTH);
        eventually("JPN has it", () -> placeRow("BR-2").path("closed").asBoolean());
        var fields = talk().fields("food", depot, bridge, silent);
        fields.put("receiver", "USA");
        var refused = talk().plan(fields, "JPN", "USA");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .as("all reasons at once")
                .contains("/fields/legs/0/to")
                .contains("is reported closed by USA")
                .contains("/fields/legs/1/from")
                .contains("/fields/legs/1/to")
                .contains("open: report it first");
        place("USA", "BR-2", "open", BOTH);
        place("JPN", "SH-2", "limited", BOTH);
        eventually("it is open", () -> placeRow("BR-2").path("usable").asBoolean());
        var talk = talk().planned(fields, "JPN", "USA");
        assertThat(talk.move("USA").path("closed")).isEmpty();
        place("USA", "BR-2", "closed", BOTH);
        eventually("it is marked", () -> !talk.move("JPN").path("closed").isEmpty());
        assertThat(talk.move("JPN").path("closed").path(0).path("en").asString())
                .isEqualTo("BR-2");
        assertThat(talk.move("JPN")
                        .path("legs")
                        .path(0)
                        .path("to")
                        .path("closed")
                        .asBoolean())
                .isTrue();
        assertThat(talk.status("JPN")).as("it is marked, not stopped").isEqualTo("planned");
    }

    /// What Japan knew at each time: nothing before the plan had come, then what had been said by then
    /// over places as they were reported then, and nothing of what was recalled since.
    @Test
    void theMovesOfAnEarlierTimeAreThoseThatWereKnownThen() {
        var depot = place("JPN", "RJFK", "open", BOTH);
        var shelter = place("JPN", "SH-9", "open", BOTH);
        arrives("USA", shelter);
        var before = tick();
        var fields = talk().fields("food", depot, shelter);
        fields.put("receiver", "USA");
        var talk = talk().planned(fields, "JPN", "USA");
        var planned = tick();
        var gone = talk.say("JPN", "depart", Map.of("on", talk.plan("JPN"), "at", talk.at(0)));
        var departed = tick();
        place("USA", "SH-9", "closed", BOTH);
        eventually("JPN has it", () -> placeRow("SH-9").path("closed").asBoolean());
        var closed = tick();
        for (var party : List.of("JPN", "USA")) {
            assertThat(then(party, talk.id, before)).isEmpty();
            assertThat(then(party, talk.id, planned)).singleElement().satisfies(move -> {
                assertThat(move.path("status").asString()).isEqualTo("planned");
                assertThat(move.path("closed")).isEmpty();
            });
            assertThat(then(party, talk.id, departed)).singleElement().satisfies(move -> {
                assertThat(move.path("status").asString()).isEqualTo("under-way");
                assertThat(move.path("legs")
                                .path(0)
                                .path("departure")
                                .path("done")
                                .asBoolean())
                        .isTrue();
                assertThat(move.path("closed")).isEmpty();
            });
            assertThat(then(party, talk.id, closed).getFirst().path("closed")).hasSize(1);
        }
        assertThat(then("AUS", talk.id, closed)).isEmpty();
        assertThat(japan().post("/api/v1/records/" + gone + "/recall", "{\"reason\":\"test\"}")
                        .status())
                .isEqualTo(200);
        eventually(
                "USA has it recalled",
                () -> then("USA", talk.id, departed)
                        .getFirst()
                        .path("status")
                        .asString()
                        .equals("planned"));
        assertThat(then("JPN", talk.id, departed).getFirst().path("status").asString())
                .isEqualTo("planned");
        assertThat(japan().get("/api/v1/relief/moves?at=2999-01-01T00:00:00Z").status())
                .isEqualTo(400);
        assertThat(japan().get("/api/v1/relief/moves?exercise=false")
                        .json()
                        .path("moves")
                        .valueStream())
                .contains(talk.move("JPN"));
    }

    /// A time between what was said before it and after it.
    private static Instant tick() {
        CLOCK.advance(Duration.ofSeconds(20));
        var now = CLOCK.instant();
        CLOCK.advance(Duration.ofSeconds(20));
        return now;
    }

    private static List<JsonNode> then(String party, String move, Instant at) {
        return NATIONS.node(party)
                .get("/api/v1/relief/moves?exercise=false&at=" + at)
                .json()
                .path("moves")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(move))
                .toList();
    }

    @Test
    void whatIsKeptFromThemShiftsNothingAndAThirdNationSeesNothing() {
        var depot = place("JPN", "RJFZ", "open", BOTH);
        var shelter = place("JPN", "SH-3", "open", BOTH);
        var fields = talk().fields("blankets", depot, shelter);
        var talk = talk().planned(fields, "JPN", "USA");
        assertThat(talk.trying("JPN", "note", Map.of("text", "KAGERO: two drivers are ill"), "JPN")
                        .status())
                .isEqualTo(201);
        CLOCK.advance(Duration.ofHours(1));
        talk.say("JPN", "depart", Map.of("on", talk.plan("JPN"), "at", talk.at(0)));
        assertThat(talk.page("USA").toString()).doesNotContain("KAGERO");
        assertThat(talk.page("JPN").toString()).contains("KAGERO");
        assertThat(talk.page("JPN").path("label").asString())
                .as("the page bears the label of everything on it")
                .isEqualTo("UNCLASSIFIED//REL TO JPN");
        assertThat(talk.move("USA")).isEqualTo(talk.move("JPN"));
        var own = talk().planned(talk().fields("blankets", depot, shelter), "JPN");
        NATIONS.confirmed("JPN", "USA");
        assertThat(NATIONS.node("USA").get("/api/v1/relief/board").text())
                .as("a move within a nation is told to nobody")
                .doesNotContain(own.id);
        NATIONS.confirmed("JPN", "AUS");
        var at = MoveTalk.AT + "/" + talk.id;
        assertThat(NATIONS.node("AUS").get(at).status()).isEqualTo(404);
        assertThat(NATIONS.node("AUS").get("/api/v1/relief/board").text()).doesNotContain(talk.id);
        var residents = new Residents(japan(), CLOCK);
        var australian = residents
                .settleAs("aus.moves", Residents.draft("aus.moves", "AUS", "liaison"))
                .signedIn();
        assertThat(australian.get(at).status()).isEqualTo(404);
        assertThat(australian.get("/api/v1/relief/board").text()).doesNotContain(talk.id);
        var american = residents
                .settleAs("usa.moves", Residents.draft("usa.moves", "USA", "liaison"))
                .signedIn();
        var page = american.get(at).json();
        assertThat(page.path("own").asString()).isEqualTo("USA");
        assertThat(page.toString()).doesNotContain("KAGERO");
        assertThat(page.path("next")).as("a liaison says nothing for us").isEmpty();
        assertThat(japan().get("/api/v1/audit?event=record-read&record=" + talk.plan("JPN"))
                        .json()
                        .path("entries"))
                .as("who opened it is written down")
                .isNotEmpty();
        assertThat(Shown.to("usa.moves", japan(), talk.plan("JPN"))).containsExactly("move");
        assertThat(american.get("/api/v1/relief/board").status()).isEqualTo(200);
        assertThat(Shown.to("usa.moves", japan(), depot)).containsExactly("board");
        assertThat(american.get(MoveTalk.AT + "/options").json().path("nations"))
                .isEmpty();
        assertThat(american.send("POST", at + "/statements", "{}").status()).isEqualTo(403);
    }

    @Test
    void eachNationSaysItsOwnPartAndWhatTheOthersMayKnow() {
        var depot = place("JPN", "RJFN", "open", BOTH);
        var hidden = place("JPN", "SH-4", "open", "UNCLASSIFIED//REL TO JPN");
        var need = need("tents", BOTH);
        var fields = talk().fields("medicine", depot, hidden);
        fields.put("need", need);
        fields.put("receiver", "USA");
        var refused = talk().plan(fields, "JPN", "USA");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("/fields/legs/0/to")
                .contains("does not let USA have it")
                .contains("/fields/receiver")
                .contains("/fields/item");
        var shelter = place("JPN", "SH-5", "open", BOTH);
        var talk = talk().planned(talk().fields("medicine", depot, shelter), "JPN", "USA");
        var plan = talk.plan("JPN");
        var both = new String[] {"JPN", "USA"};
        assertThat(talk.trying("USA", "depart", Map.of("on", plan, "at", talk.at(0)), both)
                        .text())
                .contains("only JPN says that");
        assertThat(talk.trying("USA", "receive", Map.of("on", plan, "at", talk.at(0), "condition", "intact"), both)
                        .text())
                .contains("only JPN says that: it is brought to it")
                .contains("/fields/quantity");
        assertThat(talk.trying("JPN", "depart", Map.of("on", plan, "at", talk.at(2)), both)
                        .text())
                .contains("/fields/at")
                .contains("has not happened yet");
        var drill = talk.trying("JPN", "cancel", Map.of("on", plan, "text", "Rain"), "JPN");
        assertThat(drill.text()).contains("told to all who were told of the plan");
        talk.say("JPN", "cancel", Map.of("on", plan, "text", "Rain"));
        assertThat(talk.status("USA")).isEqualTo("cancelled");
        assertThat(talk.trying("JPN", "depart", Map.of("on", plan, "at", talk.at(0)), both)
                        .text())
                .contains("this move was cancelled");
        assertThat(raw(plan)).contains("/body/mark").contains("/body/legs");
    }

    /// Brought as a record, without the desk.
    private static String raw(String plan) {
        var answer = japan().post("/api/v1/records", """
                        {"kind":"move-statement","label":"%s","body":{"title":"x","move":"%s","act":"plan","to":["JPN"],
                         "means":"truck","count":1,"item":"water","quantity":1,"unit":"t","receiver":"JPN"}}
                        """.formatted(BOTH, plan));
        assertThat(answer.status()).isEqualTo(422);
        return answer.text();
    }

    @Test
    void anExerciseAndWhatIsRealDoNotMix() {
        var depot = place("JPN", "RJDM", "open", BOTH);
        var shelter = place("JPN", "SH-6", "open", BOTH);
        var body = MoveTalk.said("plan", talk().fields("fuel", depot, shelter), List.of("JPN", "USA"))
                .replace("REL TO JPN, USA", "REL TO JPN, USA//EXERCISE");
        var refused = japan().post(MoveTalk.AT, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("no such place is on this board");
    }

    /// The newest report counts, so time has to pass between two.
    private static String place(String party, String code, String status, String label) {
        CLOCK.advance(Duration.ofMinutes(1));
        return record(
                party,
                "place-status",
                label,
                code,
                "\"placeType\":\"other\",\"placeCode\":\"%s\",\"status\":\"%s\"".formatted(code, status));
    }

    private static String need(String item, String label) {
        return record("JPN", "request-for-assistance", label, item, """
                "need":"%s","item":"%s","quantity":{"value":100,"unit":"t"},"weight":5
                """.formatted(item, item));
    }

    private static String offer(String item, String label) {
        return record("USA", "offer-of-assistance", label, item, """
                "offer":"%s","item":"%s","quantity":{"value":60,"unit":"t"},"mode":"road"
                """.formatted(item, item));
    }

    private static String record(String party, String kind, String label, String title, String fields) {
        var answer = NATIONS.node(party)
                .post(
                        "/api/v1/records",
                        "{\"kind\":\"%s\",\"label\":\"%s\",\"body\":{\"title\":\"%s\",%s}}"
                                .formatted(kind, label, title, fields));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    private static void arrives(String party, String record) {
        eventually(
                party + " has it",
                () -> NATIONS.node(party).get("/api/v1/records/" + record).status() == 200);
    }

    private static JsonNode needRow(String party, String need) {
        return row(party, "needs", "id", need);
    }

    private static JsonNode placeRow(String code) {
        return row("JPN", "places", "key", "other " + code);
    }

    private static JsonNode row(String party, String list, String field, String value) {
        return NATIONS.node(party)
                .get("/api/v1/relief/board")
                .json()
                .path(list)
                .valueStream()
                .filter(one -> one.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
