package org.renkei.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Coarsening;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackGrid;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Four people at one node of Japan and what each sees of three ships: one by public AIS, one by a radar that
/// the United States see whole and Australia coarsely, and one by a sensor that is national. The public ship is
/// also seen by the national sensor.
class PictureTests {
    private static final Map<String, FeedRule> RULES = Map.of(
            "ais",
            new FeedRule(Label.parse("UNCLASSIFIED//PUBLIC"), null),
            "radar",
            new FeedRule(
                    Label.parse("UNCLASSIFIED//REL TO JPN, USA"),
                    new Coarsening(
                            Label.parse("UNCLASSIFIED//REL TO AUS, JPN"), new TrackGrid(10), Duration.ofMinutes(5))),
            "own",
            new FeedRule(Label.parse("SECRET"), null));

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static Instant began = clock.instant();
    static TestFederation federation;
    static RunningNode node;
    static Visitor officer;
    static Visitor clerk;
    static Visitor american;
    static Visitor australian;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA", "AUS");
        node = federation.node("JPN");
        var residents = new Residents(node, clock);
        officer = residents.settle("officer", "watch-officer").signedIn();
        clerk = residents
                .settleAs(
                        "clerk",
                        Residents.draft("clerk", "JPN", "desk-officer").replace("\"SECRET\"", "\"CONFIDENTIAL\""))
                .signedIn();
        american = residents
                .settleAs("american", Residents.draft("american", "USA", "liaison"))
                .signedIn();
        australian = residents
                .settleAs("australian", Residents.draft("australian", "AUS", "liaison"))
                .signedIn();
        picture().govern(RULES);
        for (var i = 0; i < 40; i++) {
            sail();
            clock.advance(Duration.ofSeconds(30));
        }
        node.bean(HistoryRounds.class).write();
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void showsEachWhatEachMaySee() {
        assertThat(names(officer)).containsExactlyInAnyOrder("FERRY ASAHI", "TANKER NANTO", "GHOST SHIRANUI");
        assertThat(names(clerk)).containsExactlyInAnyOrder("FERRY ASAHI", "TANKER NANTO");
        assertThat(names(american)).containsExactlyInAnyOrder("FERRY ASAHI", "TANKER NANTO");
        assertThat(names(australian)).containsExactlyInAnyOrder("FERRY ASAHI", "coarse");
    }

    @Test
    void tellsNobodyOfASourceThatIsWithheld() {
        var seen = find(officer, "FERRY");
        assertThat(seen.path("feeds")).hasSize(2);
        assertThat(seen.path("label").asString()).isEqualTo("SECRET");
        var open = find(american, "FERRY");
        assertThat(open.path("feeds").toString()).isEqualTo("[\"ais\"]");
        assertThat(open.path("label").asString()).isEqualTo("UNCLASSIFIED//PUBLIC");
        assertThat(open.path("accuracyMetres").asDouble())
                .isGreaterThan(seen.path("accuracyMetres").asDouble());
        assertThat(american.get(path(open)).json().path("sources")).hasSize(1);
        assertThat(american.get(path(open)).text()).doesNotContain("\"own\"", "SECRET");
    }

    @Test
    void showsACellSomeTimeAgoAndNothingFiner() {
        var coarse = tracks(australian, "").stream()
                .filter(one -> one.path("coarse").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(coarse.path("latitude").asDouble()).isEqualTo(33.45);
        assertThat(coarse.path("cellKm").asDouble()).isEqualTo(11.1);
        var seenAt = Instant.parse(coarse.path("seenAt").asString());
        assertThat(seenAt.getEpochSecond() % 300).isZero();
        assertThat(Duration.between(seenAt, clock.instant())).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(coarse.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "coarse",
                        "domain",
                        "state",
                        "label",
                        "latitude",
                        "longitude",
                        "seenAt",
                        "cellKm",
                        "identities",
                        "feeds",
                        "origin");
        assertThat(coarse.path("identities")).isEmpty();

        var detail = australian.get(path(coarse));
        assertThat(detail.json().path("history").isEmpty()).isFalse();
        assertThat(detail.text()).doesNotContain("NANTO", "radar", "33.42", "speed");
        var whole = find(officer, "NANTO");
        assertThat(whole.path("id").asString()).isNotEqualTo(coarse.path("id").asString());
        assertThat(australian.get(path(whole)).status()).isEqualTo(404);
        assertThat(officer.get(path(coarse)).status()).isEqualTo(404);
    }

    @Test
    void hidesWhatIsWithheldAsIfItWereNotThere() {
        var ghost = find(officer, "SHIRANUI");
        for (var reader : List.of(clerk, american, australian)) {
            assertThat(reader.get(path(ghost)).status()).isEqualTo(404);
            assertThat(reader.get(path(ghost)).text())
                    .isEqualTo(reader.get("/api/v1/tracks/01900000-0000-7000-8000-00000000feed")
                            .text()
                            .replace(
                                    "01900000-0000-7000-8000-00000000feed",
                                    ghost.path("id").asString()));
            assertThat(tracks(reader, "?text=shiranui")).isEmpty();
            assertThat(tracks(reader, "?feed=own")).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "text=431000001 | 1", "text=asahi | 1", "domain=sea&bbox=131,33,132,33.15 | 1", "domain=air | 0",
                        "domain=air&domain=sea&text=asahi | 1",
                "bbox=131,33.3,132,33.5 | 2", "bbox=-10,0,10,10 | 0", "bbox=170,33.3,132,34 | 2",
                        "feed=radar&text=nanto | 1", "age=1 | 0",
                "age=120&text=asahi | 1"
            })
    void filters(String query, int count) {
        assertThat(tracks(officer, "?" + query)).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bbox=1,2,3",
                "bbox=a,b,c,d",
                "bbox=0,50,1,40",
                "domain=moon",
                "age=0",
                "at=2999-01-01T00:00:00Z",
                "at=yesterday"
            })
    void refusesWhatItCannotRead(String query) {
        assertThat(officer.get("/api/v1/tracks?" + query).status()).isEqualTo(400);
    }

    @Test
    void showsThePictureOfAnEarlierTimeByTheSameRules() {
        var then = clock.instant().minus(Duration.ofMinutes(6));
        assertThat(names(officer, "?at=" + then))
                .containsExactlyInAnyOrder("FERRY ASAHI", "TANKER NANTO", "GHOST SHIRANUI");
        assertThat(names(american, "?at=" + then)).containsExactlyInAnyOrder("FERRY ASAHI", "TANKER NANTO");
        assertThat(names(australian, "?at=" + then)).containsExactlyInAnyOrder("FERRY ASAHI", "coarse");
        var now = find(officer, "FERRY");
        var before = tracks(officer, "?text=FERRY&at=" + then).getFirst();
        assertThat(before.path("id")).isEqualTo(now.path("id"));
        assertThat(before.path("longitude").asDouble())
                .isLessThan(now.path("longitude").asDouble() - 0.02);
        assertThat(Instant.parse(before.path("seenAt").asString())).isBeforeOrEqualTo(then);
        assertThat(tracks(officer, "?at=2020-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void knowsOneTrackWithItsHistoryAndWhereItGoes() {
        var detail = american.get(path(find(american, "NANTO"))).json();
        assertThat(detail.path("history")).hasSize(40);
        assertThat(detail.path("predicted")).hasSize(4);
        var first = detail.path("predicted").get(0);
        var last = detail.path("predicted").get(3);
        assertThat(last.path("longitude").asDouble())
                .isGreaterThan(first.path("longitude").asDouble());
        assertThat(last.path("accuracyMetres").asDouble())
                .isGreaterThan(first.path("accuracyMetres").asDouble());
        assertThat(detail.path("sources").get(0).path("identity").asString()).isEqualTo("radar:KUNISAKI/7");
    }

    @Test
    void tellsOpenMapsWhatChangesForThemAndNothingElse() throws IOException {
        var whole = Collections.synchronizedList(new ArrayList<JsonNode>());
        try (var stream = american.open("/api/v1/tracks/stream")) {
            Thread.ofVirtual().start(() -> read(stream, whole));
            eventually("the map is told", () -> !whole.isEmpty());
            assertThat(whole.getFirst().path("whole").asBoolean()).isTrue();
            assertThat(whole.getFirst().path("tracks")).hasSize(2);
            var told = whole.size();
            ghost();
            picture().take(sighting("radar", "radar:KUNISAKI/8", 33.2, 131.8, 40, "NEW MURAKUMO"));
            eventually("the map is told", () -> whole.toString().contains("MURAKUMO"));
            assertThat(whole.subList(told, whole.size())).singleElement().satisfies(changes -> {
                assertThat(changes.path("whole").asBoolean()).isFalse();
                assertThat(changes.path("tracks")).hasSize(1);
            });
            assertThat(whole.toString()).doesNotContain("SHIRANUI");
            picture().govern(Map.of("ais", new FeedRule(Label.parse("UNCLASSIFIED//PUBLIC"), null)));
            eventually("the map is told", () -> !whole.getLast().path("gone").isEmpty());
            assertThat(whole.getLast().path("gone")).hasSize(2);
        } finally {
            picture().govern(RULES);
            picture().take(sighting("radar", "radar:KUNISAKI/8", 33.2, 131.8, 40, "NEW MURAKUMO"));
        }
    }

    /// Each asks for less by something else; none learns of more than the same reader sees without
    /// asking.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bbox=131,33.4,132,33.5 | TANKER NANTO",
                "bbox=170,33.4,132,33.5 | TANKER NANTO",
                "feed=ais&bbox=131,33,132,34 | FERRY ASAHI",
                "feed=own | ",
                "domain=air | ",
                "origin=USA | ",
                "origin=JPN&domain=sea&bbox=131,33.4,132,33.5 | TANKER NANTO",
                "bbox=131.89,33.09,131.91,33.11 | "
            })
    void tellsAMapWhatItAsksForAndNothingElse(String query, @Nullable String name) throws IOException {
        var told = Collections.synchronizedList(new ArrayList<JsonNode>());
        try (var stream = american.open("/api/v1/tracks/stream?" + query)) {
            Thread.ofVirtual().start(() -> read(stream, told));
            eventually("the map is told", () -> !told.isEmpty());
            ghost();
            var names = told.getFirst()
                    .path("tracks")
                    .valueStream()
                    .map(track -> track.path("name").asString())
                    .filter(one -> !one.contains("MURAKUMO"))
                    .toList();
            assertThat(names).isEqualTo(Optional.ofNullable(name).stream().toList());
        }
        assertThat(told.toString()).doesNotContain("SHIRANUI");
    }

    @Test
    void refusesAStreamOfABoxThatIsNone() {
        assertThat(american.get("/api/v1/tracks/stream?bbox=1,2").status()).isEqualTo(400);
        assertThat(american.get("/api/v1/tracks/stream?domain=moon").status()).isEqualTo(400);
    }

    @Test
    void aMapThatWasAwayIsToldTheNewestOfWhatHasChanged() throws InterruptedException {
        var rules = new HashMap<>(RULES);
        rules.put("step", new FeedRule(Label.parse("SECRET"), null));
        picture().govern(rules);
        try {
            isToldTheNewest();
        } finally {
            // Without a rule nobody sees what the feed said.
            picture().govern(RULES);
        }
    }

    private static void isToldTheNewest() throws InterruptedException {
        var audience =
                new TrackAudience(node.bean(TrackStream.class).follow(), Caller.part("test"), JsonMapper.shared());
        audience.join();
        Thread.ofVirtual().start(audience);
        var away = told(audience, -1);
        assertThat(text(away)).contains("\"whole\":true", "SHIRANUI", "NANTO");
        var round = away.round();
        for (var step = 0; step < 3; step++) {
            picture().take(sighting("step", "mmsi:431000009", 34 + step * 1e-4, 131.8, 15, "STEP " + step));
            clock.advance(Duration.ofSeconds(2));
            var next = told(audience, round);
            assertThat(text(next)).contains("\"whole\":false", "STEP " + step).doesNotContain("NANTO");
            round = next.round();
        }
        var again = told(audience, away.round());
        assertThat(again.round()).isEqualTo(round);
        assertThat(text(again)).contains("\"whole\":false", "STEP 2").doesNotContain("STEP 0", "STEP 1", "NANTO");
        assertThat(text(told(audience, -1))).contains("\"whole\":true", "STEP 2", "NANTO");
        assertThat(audience.leave()).isTrue();
        assertThat(audience.next(round, null)).as("nobody listens any more").isEmpty();
    }

    private static String text(TrackAudience.Next next) {
        assertThat(next.messages()).hasSize(1);
        return new String(next.messages().getFirst(), UTF_8);
    }

    private static TrackAudience.Next told(TrackAudience audience, long before) throws InterruptedException {
        for (var i = 0; i < 60; i++) {
            var next = audience.next(before, null).orElseThrow();
            if (!next.messages().isEmpty()) {
                return next;
            }
        }
        throw new AssertionError("nothing was told");
    }

    /// Reads events until the stream ends.
    private static void read(InputStream stream, List<JsonNode> events) {
        var json = JsonMapper.builder().build();
        try (var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    events.add(json.readTree(line.substring(5)));
                }
            }
        } catch (IOException e) {
            // The test has closed it.
        }
    }

    private static Picture picture() {
        return node.bean(Picture.class);
    }

    /// All three ships go east at 8 m/s.
    private static void sail() {
        var east = 8e-5 * Duration.between(began, clock.instant()).toSeconds();
        picture().take(sighting("ais", "mmsi:431000001", 33.31, 131.4 + east, 15, "FERRY ASAHI"));
        picture().take(sighting("own", "mmsi:431000001", 33.31, 131.4 + east, 3, "FERRY ASAHI"));
        picture().take(sighting("radar", "radar:KUNISAKI/7", 33.42, 131.43 + east, 40, "TANKER NANTO"));
        ghost();
    }

    private static void ghost() {
        picture().take(sighting("own", "radar:OWN/1", 33.1, 131.9, 5, "GHOST SHIRANUI"));
    }

    private static Sighting sighting(
            String feed, String identity, double latitude, double longitude, double accuracy, String name) {
        var now = clock.millis();
        return new Sighting(
                feed,
                TrackIdentity.parse(identity),
                TrackDomain.SEA,
                now,
                now,
                Optional.of(new Fix(latitude, longitude, accuracy)),
                Motion.of(90, 8),
                Particulars.of(Optional.of(name), Optional.empty(), Optional.of("70")));
    }

    private static JsonNode find(Visitor reader, String name) {
        return tracks(reader, "?text=" + name).getFirst();
    }

    private static String path(JsonNode track) {
        return "/api/v1/tracks/" + track.path("id").asString();
    }

    private static List<String> names(Visitor reader) {
        return names(reader, "?bbox=131,33.05,132,33.5");
    }

    private static List<String> names(Visitor reader, String query) {
        return tracks(reader, query).stream()
                .map(one -> one.path("coarse").asBoolean()
                        ? "coarse"
                        : one.path("name").asString())
                .filter(name -> !name.contains("MURAKUMO"))
                .toList();
    }

    private static List<JsonNode> tracks(Visitor reader, String query) {
        var answer = reader.get("/api/v1/tracks" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("total").asInt())
                .isEqualTo(answer.json().path("tracks").size());
        return answer.json().path("tracks").valueStream().toList();
    }
}
