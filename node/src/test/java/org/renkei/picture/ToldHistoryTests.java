package org.renkei.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.federation.Ships;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Coarsening;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.TrackGrid;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;

/// What Japan told the United States of its ships stays there as it was told, and for as long as Japan lets
/// it.
class ToldHistoryTests {
    private static final String AGREEMENT = "/api/v1/agreements/jpn-usa-information-protection-2007";
    private static final Label NATIONAL = Label.parse("SECRET");
    private static final double A_MINUTE_EAST = 8e-5 * 60;

    @TempDir
    Path folder;

    private final Map<String, FeedRule> rules = new HashMap<>(Ships.RULES);
    private final MovableClock clock = new MovableClock();
    private TestFederation federation;
    private RunningNode japan;
    private RunningNode states;
    private Ships ships;
    private int minute;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA");
        japan = federation.node("JPN");
        states = federation.node("USA");
        ships = new Ships(japan.bean(Picture.class), clock);
        for (; minute < 12; minute++) {
            ships.sail(minute * A_MINUTE_EAST);
            clock.advance(Duration.ofMinutes(1));
        }
        ships.sail(minute * A_MINUTE_EAST);
        eventually("three of four ships are seen", () -> tracks(states, "").size() == 3);
        for (var step = 0; step < 5; step++) {
            sailOn();
        }
        eventually("it is written", () -> history(states, id("FERRY")).size() == 6);
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void isKeptInTheFormInWhichItCame() {
        var then = clock.instant().minus(Duration.ofSeconds(150));
        showsThePastToWhomItMay(then);
        showsWhereEachWasAndNothingFiner();
        var before = tracks(states, "?at=" + then);
        states.restart();
        assertThat(tracks(states, "?at=" + then)).containsExactlyInAnyOrderElementsOf(before);
        growsThinAndGoes();
    }

    private void showsThePastToWhomItMay(Instant then) {
        var ferry = tracks(states, "?text=FERRY&at=" + then).getFirst();
        assertThat(ferry.path("origin").asString()).isEqualTo("JPN/test");
        assertThat(ferry.path("label").asString()).isEqualTo("UNCLASSIFIED//PUBLIC");
        assertThat(ferry.path("id"))
                .isEqualTo(tracks(states, "?text=FERRY").getFirst().path("id"));
        assertThat(Instant.parse(ferry.path("receivedAt").asString())).isBeforeOrEqualTo(then);
        assertThat(ferry.path("longitude").asDouble())
                .isLessThan(tracks(states, "?text=FERRY")
                                .getFirst()
                                .path("longitude")
                                .asDouble()
                        - A_MINUTE_EAST);
        var seenAt = Instant.parse(ferry.path("seenAt").asString());
        assertThat(seenAt).isBetween(then.minusSeconds(90), then);
        assertThat(tracks(states, "?at=" + then))
                .hasSize(3)
                .filteredOn(track -> track.path("coarse").asBoolean())
                .singleElement()
                .satisfies(
                        track -> assertThat(Instant.parse(track.path("seenAt").asString()))
                                .as("what came later was not known then")
                                .isBefore(then.minus(Duration.ofMinutes(5))));
        assertThat(states.get("/api/v1/tracks?at=" + then).text())
                .doesNotContain("431777002", "431777004", "NANTO", "SHIRANUI", "33.42");
        var residents = new Residents(states, clock);
        var clerk = residents.settleAs(
                "clerk", Residents.draft("clerk", "USA", "desk-officer").replace("\"SECRET\"", "\"CONFIDENTIAL\""));
        assertThat(clerk.signedIn().get("/api/v1/tracks?at=" + then).text())
                .contains("FERRY")
                .doesNotContain("PATROL");
        var patrol = id("PATROL");
        assertThat(clerk.signedIn().get("/api/v1/tracks/" + patrol).status()).isEqualTo(404);
        Visitor australian = residents
                .settleAs("australian", Residents.draft("australian", "AUS", "liaison"))
                .signedIn();
        assertThat(australian
                        .get("/api/v1/tracks?at=" + then)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(australian
                        .get("/api/v1/tracks/" + id("FERRY") + "?at=" + then)
                        .status())
                .isEqualTo(404);
    }

    private void showsWhereEachWasAndNothingFiner() {
        var places = history(states, id("FERRY"));
        assertThat(places)
                .extracting(place -> place.path("longitude").asDouble())
                .isSorted();
        assertThat(places).allSatisfy(place -> assertThat(place.has("feed")).isFalse());
        var coarse = tracks(states, "").stream()
                .filter(track -> track.path("coarse").asBoolean())
                .findFirst()
                .orElseThrow();
        var cells = history(states, coarse.path("id").asString());
        assertThat(cells).isNotEmpty().allSatisfy(place -> {
            assertThat(place.path("latitude").asDouble()).isEqualTo(33.45);
            assertThat(Instant.parse(place.path("at").asString()).getEpochSecond() % 300)
                    .isZero();
            assertThat(place.has("speed")).isFalse();
        });
        assertThat(states.database()
                        .sql("select count(*) from picture.told where label like 'SECRET%' and cell_km > 0")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void growsThinAndGoes() {
        var rounds = states.bean(HistoryRounds.class);
        var before = points();
        clock.advance(Duration.ofHours(24).plusMinutes(10));
        rounds.thin();
        assertThat(points()).isBetween(3L, before - 5);
        clock.advance(Duration.ofDays(31));
        rounds.thin();
        assertThat(points()).isZero();
        assertThat(toldTracks()).isZero();
    }

    /// By an agreement that is suspended, by another label of a feed, and by a rule that changes while the
    /// link is down.
    @Test
    void isForgottenWhenTheOriginLetsItBeKeptNoLonger() {
        var then = clock.instant().minus(Duration.ofMinutes(2));
        assertThat(tracks(states, "?at=" + then)).hasSize(3);
        japan.post(AGREEMENT + "/suspend", "{\"reason\":\"test\"}");
        eventually("nothing is left of the patrol", () -> toldTracks("PATROL KUNISAKI") == 0);
        assertThat(tracks(states, "?at=" + then)).hasSize(2);
        assertThat(toldTracks("FERRY ASAHI")).isOne();

        govern("ais", new FeedRule(NATIONAL, null));
        eventually("nothing is left of the ferry", () -> toldTracks("FERRY ASAHI") == 0);
        assertThat(tracks(states, "?at=" + then)).hasSize(1);

        states.post("/api/v1/links/JPN/pause", "{}");
        govern("radar", new FeedRule(NATIONAL, null));
        assertThat(tracks(states, "?at=" + then)).as("nobody could say so").hasSize(1);
        states.post("/api/v1/links/JPN/resume", "{}");
        eventually("nothing is left at all", () -> toldTracks() == 0 && points() == 0);
        assertThat(tracks(states, "?at=" + then)).isEmpty();
        assertThat(japan.get("/api/v1/tracks?at=" + then).json().path("total").asInt())
                .as("the origin keeps its own")
                .isPositive();
    }

    /// A wider label and a narrower one that both reach the United States: nothing is lost, and it lies
    /// there under the new one.
    @Test
    void staysUnderTheNewLabelWhenTheFeedIsRelabelled() {
        var then = clock.instant().minus(Duration.ofSeconds(90));
        var ferry = id("FERRY");
        var places = history(states, ferry);
        govern("ais", new FeedRule(Label.parse("UNCLASSIFIED//REL TO AUS, JPN, USA"), null));
        eventually("it is relabelled", () -> labels(ferry, then).equals(Set.of("UNCLASSIFIED//REL TO JPN, USA")));
        sailOn();
        eventually("it goes on", () -> history(states, ferry).size() == places.size() + 1);
        assertThat(history(states, ferry)).startsWith(places.toArray(JsonNode[]::new));
        assertThat(tracks(states, "?at=" + then)).hasSize(3);

        states.post("/api/v1/links/JPN/pause", "{}");
        govern("ais", new FeedRule(Label.parse("SECRET//REL TO JPN, USA"), null));
        assertThat(labels(ferry, then)).as("nobody could say so").containsExactly("UNCLASSIFIED//REL TO JPN, USA");
        states.post("/api/v1/links/JPN/resume", "{}");
        eventually("it is relabelled", () -> labels(ferry, then).equals(Set.of("SECRET//REL TO JPN, USA")));
        assertThat(history(states, ferry)).hasSizeGreaterThan(places.size());
        var clerk = new Residents(states, clock)
                .settleAs(
                        "clerk",
                        Residents.draft("clerk", "USA", "desk-officer").replace("\"SECRET\"", "\"CONFIDENTIAL\""));
        assertThat(clerk.signedIn().get("/api/v1/tracks?at=" + then).text())
                .as("whom the new label does not let see it")
                .doesNotContain("FERRY");

        govern("ais", Ships.RULES.get("ais"));
        eventually("it is as it was", () -> labels(ferry, then).equals(Set.of("UNCLASSIFIED//PUBLIC")));
    }

    /// What may be seen coarsely only is coarse in the past, too: no name, no exact place in any table,
    /// and an id that leads from the ship to nothing.
    @Test
    void isMadeCoarseWhereTheNewLabelAllowsNoMore() {
        var then = clock.instant().minus(Duration.ofSeconds(30));
        var ferry = id("FERRY");
        govern(
                "ais",
                new FeedRule(
                        NATIONAL,
                        new Coarsening(
                                Label.parse("UNCLASSIFIED//REL TO JPN, USA"),
                                new TrackGrid(10),
                                Duration.ofMinutes(2))));
        eventually("it is coarse", () -> toldTracks("FERRY ASAHI") == 0);
        assertThat(states.get("/api/v1/tracks/" + ferry + "?at=" + then).status())
                .isEqualTo(404);
        assertThat(states.get("/api/v1/tracks?at=" + then).text()).doesNotContain("FERRY", "431000001");
        var cells = tracks(states, "?at=" + then).stream()
                .filter(track -> track.path("coarse").asBoolean()
                        && track.path("latitude").asDouble() == 33.35)
                .toList();
        assertThat(cells).singleElement().satisfies(cell -> {
            assertThat(cell.path("label").asString()).isEqualTo("UNCLASSIFIED//REL TO JPN, USA");
            assertThat(cell.path("identities")).isEmpty();
            assertThat(Instant.parse(cell.path("seenAt").asString())).isBefore(then.minus(Duration.ofMinutes(2)));
        });
        assertThat(count("""
                        select count(*) from picture.point p join picture.told t on t.id = p.source
                        where p.latitude between 33.3 and 33.349 or p.latitude between 33.351 and 33.4
                        or t.cell_km > 0 and (p.speed is not null or t.name is not null or t.identities <> '')""")).isZero();

        govern("ais", new FeedRule(NATIONAL, null));
        eventually(
                "nothing is left",
                () -> count("select count(*) from picture.point where latitude between 33.3 and 33.4") == 0);
        assertThat(toldTracks("PATROL KUNISAKI")).isOne();
    }

    private void govern(String feed, FeedRule rule) {
        rules.put(feed, rule);
        japan.bean(Picture.class).govern(rules);
    }

    /// Under what labels the whole history of a track lies there.
    private Set<String> labels(String id, Instant then) {
        var labels = new HashSet<>(states.database()
                .sql("select distinct label from picture.told where track = '" + id + "'")
                .query(String.class)
                .list());
        states.get("/api/v1/tracks/" + id + "?at=" + then)
                .json()
                .path("track")
                .path("label")
                .asStringOpt()
                .ifPresent(labels::add);
        return labels;
    }

    /// Every position is seen at the other node before the next.
    private void sailOn() {
        var before = tracks(states, "?text=FERRY").getFirst().path("longitude").asDouble();
        clock.advance(Duration.ofMinutes(1));
        ships.sail(++minute * A_MINUTE_EAST);
        eventually(
                "it moves",
                () -> tracks(states, "?text=FERRY").getFirst().path("longitude").asDouble()
                        > before + A_MINUTE_EAST / 2);
    }

    private String id(String name) {
        return tracks(states, "?text=" + name).getFirst().path("id").asString();
    }

    private static List<JsonNode> history(RunningNode node, String id) {
        return node.get("/api/v1/tracks/" + id)
                .json()
                .path("history")
                .valueStream()
                .toList();
    }

    private long points() {
        return count("select count(*) from picture.point");
    }

    private long toldTracks() {
        return count("select count(*) from picture.told");
    }

    private long toldTracks(String name) {
        return count("select count(*) from picture.told where name = '" + name + "'");
    }

    private long count(String sql) {
        return states.database().sql(sql).query(Long.class).single();
    }

    private static List<JsonNode> tracks(RunningNode node, String query) {
        var answer = node.get("/api/v1/tracks" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("tracks").valueStream().toList();
    }
}
