package org.renkei.relief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.renkei.feeds.FeedDraft;
import org.renkei.feeds.FeedItem;
import org.renkei.feeds.FeedReader;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Nations;
import org.renkei.testing.Recordings;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Two nations work one relief board on their own nodes, each with what it keeps from the other; a third
/// sees nothing. Each test uses a commodity and places of its own.
class ReliefTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOTH = "UNCLASSIFIED//REL TO JPN, USA";

    @RegisterExtension
    static final Nations NATIONS = Nations.shared("JPN", "USA", "AUS");

    static final MovableClock CLOCK = NATIONS.clock();

    @Test
    void aNeedIsServedWithAnotherNationsOfferAndBothHaveTheSame() {
        place("JPN", "RJFT", "open", BOTH);
        var need = need("JPN", "water", 10, BOTH);
        var offer = offer("USA", "water", 25, BOTH);
        arrives("JPN", offer);
        arrives("USA", need);
        var proposed = line(propose("JPN"), need);
        assertThat(proposed.path("offer").asString()).isEqualTo(offer);
        assertThat(proposed.path("quantity").asLong()).isEqualTo(10);
        assertThat(proposed.path("decision").asString()).isEqualTo("proposed");
        assertThat(proposed.path("reasons").toString())
                .contains("No other offer reaches this need")
                .contains("使用できます");
        assertThat(row("JPN", "needs", need).path("proposed").asLong())
                .as("nobody has decided yet")
                .isZero();
        assertThat(decide("JPN", proposed).status()).isEqualTo(201);
        eventually(
                "USA is asked", () -> row("USA", "needs", need).path("proposed").asLong() == 10);
        assertThat(decide("USA", line(propose("USA"), need)).status()).isEqualTo(201);
        eventually(
                "JPN has the promise",
                () -> row("JPN", "needs", need).path("unmet").asLong() == 0);
        assertThat(row("JPN", "offers", offer).path("left").asLong()).isEqualTo(15);
        assertThat(row("USA", "needs", need)).isEqualTo(row("JPN", "needs", need));
        assertThat(row("USA", "offers", offer)).isEqualTo(row("JPN", "offers", offer));
        assertThat(assignments("USA", need)).hasSize(2).isEqualTo(assignments("JPN", need));
        var audit = NATIONS.node("JPN").get("/api/v1/audit").text();
        assertThat(audit).contains("relief-matched").contains("relief-decided");
    }

    @Test
    void nothingGoesByWayOfAPlaceThatOneOfThemReportsClosed() {
        var report = place("JPN", "RJFK", "open", BOTH);
        var need = need("JPN", "food", 5, BOTH);
        var offer = offer("USA", "food", 5, BOTH);
        arrives("JPN", offer);
        var line = line(propose("JPN"), need);
        assertThat(line.isMissingNode()).isFalse();
        for (var code : List.of("RJFT", "RJFK")) {
            place("USA", code, "closed", BOTH);
        }
        eventually("JPN has it", () -> placeRow("JPN", "RJFK").path("closed").asBoolean());
        assertThat(placeRow("JPN", "RJFK").path("differences").toString()).contains("status");
        assertThat(placeRow("JPN", "RJFK").path("reports")).hasSize(2);
        var without = propose("JPN");
        assertThat(line(without, need).isMissingNode()).isTrue();
        assertThat(without.path("missing").toString()).contains("no-open-place");
        var refused = decide("JPN", withVia(line, report));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("/lines/0/via").contains("is not reported open");
        place("USA", "RJFT", "open", BOTH);
        place("USA", "RJFK", "open", BOTH);
        eventually(
                "both are open again",
                () -> placeRow("JPN", "RJFT").path("usable").asBoolean());
    }

    private static JsonNode withVia(JsonNode line, String report) {
        return ((ObjectNode) line.deepCopy()).put("via", report);
    }

    @Test
    void whatIsKeptFromThemIsNotOnTheirBoardAndIsServedToNobodyElse() {
        place("JPN", "RJFO", "open", BOTH);
        var hidden = need("JPN", "fuel", 7, "UNCLASSIFIED//REL TO JPN");
        var shown = need("JPN", "fuel", 9, BOTH);
        var offer = offer("USA", "fuel", 50, BOTH);
        arrives("JPN", offer);
        arrives("USA", shown);
        assertThat(NATIONS.node("USA").get("/api/v1/relief/board").text()).doesNotContain(hidden);
        NATIONS.confirmed("JPN", "AUS");
        assertThat(NATIONS.node("AUS").get("/api/v1/relief/board").text())
                .doesNotContain(shown)
                .doesNotContain(offer);
        var report = placeRow("JPN", "RJFO").path("id").asString();
        assertThat(NATIONS.node("JPN").get("/api/v1/relief/places/" + report).status())
                .isEqualTo(200);
        assertThat(NATIONS.node("AUS").get("/api/v1/relief/places/" + report).status())
                .isEqualTo(404);
        var residents = new Residents(NATIONS.node("JPN"), CLOCK);
        var australian = residents
                .settleAs("aus.relief", Residents.draft("aus.relief", "AUS", "liaison"))
                .signedIn();
        assertThat(australian.get("/api/v1/relief/board").text()).doesNotContain(shown);
        var refused = decide("JPN", line(propose("JPN"), hidden));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .as("the offer's nation may not know of the need")
                .contains("/lines/0/need")
                .contains("USA");
    }

    @Test
    void nobodyPromisesWhatIsAnothersOrMoreThanIsLeft() {
        var need = need("JPN", "blankets", 100, BOTH);
        var theirs = offer("USA", "blankets", 100, BOTH);
        var ours = offer("JPN", "blankets", 30, BOTH);
        var food = offer("JPN", "tents", 30, BOTH);
        arrives("JPN", theirs);
        assertThat(promise(need, theirs, 10)).contains("/body/decision").contains("only USA can promise");
        assertThat(promise(need, ours, 31)).contains("/body/quantity").contains("30 t are left");
        assertThat(promise(need, food, 1)).contains("/body/offer").contains("not of one commodity");
        var both = NATIONS.node("JPN").post("/api/v1/relief/assignments", """
                        {"lines":[{"need":"%s","offer":"%s","quantity":20},{"need":"%s","offer":"%s","quantity":11}]}
                        """.formatted(need, ours, need, ours));
        assertThat(both.status()).isEqualTo(422);
        assertThat(both.text()).contains("/lines/1/quantity").contains("10 t are left");
        assertThat(row("JPN", "needs", need).path("promised").asLong())
                .as("all lines or none")
                .isZero();
    }

    private static String promise(String need, String offer, int units) {
        var answer = NATIONS.node("JPN").post("/api/v1/records", """
                        {"kind":"relief-assignment","label":"%s","body":{"title":"x","need":"%s","offer":"%s",
                         "quantity":{"value":%d,"unit":"t"},"decision":"promised"}}
                        """.formatted(BOTH, need, offer, units));
        assertThat(answer.status()).isEqualTo(422);
        return answer.text();
    }

    @Test
    void peopleInAShelterAreACurveOfWhatEachNationSaid() {
        var shelter = shelter(null, 120, 0);
        CLOCK.advance(Duration.ofMinutes(1));
        shelter(shelter, 95, 6);
        shelter(shelter, 60, 12);
        var series = NATIONS.node("JPN")
                .get("/api/v1/relief/places/" + shelter)
                .json()
                .path("series");
        assertThat(series).hasSize(1);
        assertThat(series.path(0)
                        .path("points")
                        .valueStream()
                        .map(point -> point.path("occupants").asInt()))
                .containsExactly(120, 95, 60);
    }

    /// 35 tables of Nanao City, 9 January to 28 February 2024.
    @Test
    void everyShelterOfThePublishedTablesHasACurve() throws IOException {
        var drafts = new ArrayList<FeedDraft>();
        try (var file =
                Files.newInputStream(Recordings.need("disaster/shelter/noto2024_nanao_open_shelters_dev.zip"))) {
            new FeedReader().read(file, item -> {
                if (item instanceof FeedItem.Read read) {
                    drafts.add(read.draft());
                }
            });
        }
        var node = NATIONS.node("JPN");
        for (var from = 0; from < drafts.size(); from += 400) {
            var some = drafts.subList(from, Math.min(drafts.size(), from + 400));
            var body = JSON.writeValueAsString(Map.of("drafts", some));
            assertThat(node.post("/api/v1/records/batch", body).status()).isEqualTo(200);
        }
        var shelters = board("JPN")
                .path("places")
                .valueStream()
                .filter(one ->
                        one.path("reports").path(0).path("label").asString().contains("PUBLIC"))
                .toList();
        assertThat(shelters).hasSize(31);
        var points = 0;
        for (var shelter : shelters) {
            var series = node.get("/api/v1/relief/places/" + shelter.path("id").asString())
                    .json()
                    .path("series")
                    .path(0)
                    .path("points");
            points += series.size();
            assertThat(series.valueStream().map(one -> one.path("at").asString()))
                    .isSorted();
            assertThat(series.valueStream().map(one -> one.path("occupants"))).allMatch(JsonNode::isIntegralNumber);
        }
        assertThat(points).isEqualTo(857);
    }

    @Test
    void anExerciseAndWhatIsRealAreTwoBoards() {
        var drill = need("JPN", "medicine", 3, BOTH + "//EXERCISE");
        var real = need("JPN", "medicine", 3, BOTH);
        assertThat(board("JPN").toString()).contains(real).doesNotContain(drill);
        var other =
                NATIONS.node("JPN").get("/api/v1/relief/board?exercise=true").text();
        assertThat(other).contains(drill).doesNotContain(real);
    }

    private static String shelter(String revises, int people, int hour) {
        var body = """
                {"kind":"place-status","label":"%s","body":{"title":"Gymnasium","placeType":"shelter","status":"open",
                 "occupants":%d,"observedAt":"2016-04-16T%02d:00:00Z"}}
                """.formatted(BOTH, people, hour);
        var node = NATIONS.node("JPN");
        return stored(
                revises == null ? node.post("/api/v1/records", body) : node.put("/api/v1/records/" + revises, body));
    }

    @Test
    void whatWasRecalledStandsOnNobodysBoard() {
        var id = need("JPN", "tents", 7, BOTH);
        NATIONS.confirmed("JPN", "USA");
        for (var party : new String[] {"JPN", "USA"}) {
            assertThat(NATIONS.node(party).get("/api/v1/relief/board").text()).contains(id);
        }
        NATIONS.node("JPN").post("/api/v1/records/" + id + "/recall", "{\"reason\":\"a mistake\"}");
        NATIONS.confirmed("JPN", "USA");
        for (var party : new String[] {"JPN", "USA"}) {
            assertThat(NATIONS.node(party).get("/api/v1/relief/board").text()).doesNotContain(id);
        }
    }

    /// The newest report counts, so time has to pass between two.
    private static String place(String party, String code, String status, String label) {
        CLOCK.advance(Duration.ofMinutes(1));
        return record(party, "place-status", label, """
                "placeType":"airfield","placeCode":"%s","status":"%s","dailyMovements":4,
                "position":{"lat":32.84,"lon":130.86}
                """.formatted(code, status));
    }

    private static String need(String party, String item, int units, String label) {
        return record(party, "request-for-assistance", label, """
                "need":"%s","item":"%s","quantity":{"value":%d,"unit":"t"},"weight":5,"neededBy":"%s",
                "position":{"lat":32.78,"lon":130.81}
                """.formatted(
                        item, item, units, CLOCK.instant().plus(Duration.ofDays(2))));
    }

    private static String offer(String party, String item, int units, String label) {
        return record(party, "offer-of-assistance", label, """
                "offer":"%s","item":"%s","quantity":{"value":%d,"unit":"t"},"mode":"air","deliveries":3,
                "position":{"lat":34.14,"lon":132.24}
                """.formatted(item, item, units));
    }

    private static String record(String party, String kind, String label, String fields) {
        return stored(NATIONS.node(party)
                .post(
                        "/api/v1/records",
                        "{\"kind\":\"%s\",\"label\":\"%s\",\"body\":{\"title\":\"%s\",%s}}"
                                .formatted(kind, label, kind, fields)));
    }

    private static String stored(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return answer.id();
    }

    private static JsonNode board(String party) {
        return NATIONS.node(party).get("/api/v1/relief/board").json();
    }

    private static JsonNode row(String party, String list, String id) {
        return board(party)
                .path(list)
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> assignments(String party, String need) {
        return board(party)
                .path("assignments")
                .valueStream()
                .filter(one -> one.path("need").asString().equals(need))
                .toList();
    }

    private static JsonNode placeRow(String party, String code) {
        return board(party)
                .path("places")
                .valueStream()
                .filter(one -> one.path("key").asString().endsWith(code))
                .findFirst()
                .orElseThrow();
    }

    private static void arrives(String party, String record) {
        eventually(
                party + " has it",
                () -> NATIONS.node(party).get("/api/v1/records/" + record).status() == 200);
    }

    private static JsonNode propose(String party) {
        var answer = NATIONS.node(party).post("/api/v1/relief/proposals", "{}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /// Missing where nothing serves it.
    private static JsonNode line(JsonNode proposal, String need) {
        return proposal.path("lines")
                .valueStream()
                .filter(one -> one.path("need").asString().equals(need))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private static Answer decide(String party, JsonNode line) {
        return NATIONS.node(party).post("/api/v1/relief/assignments", "{\"lines\":[%s]}".formatted(line));
    }
}
