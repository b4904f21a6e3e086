package org.renkei.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;
import tools.jackson.databind.JsonNode;

/// Who looked at tracks stands in the audit log, once and not with every change of a page.
class TrackReadingsTests {
    private static final String STREAM = "/api/v1/tracks/stream";

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static RunningNode node;
    static Residents residents;
    private static int sailed;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA");
        node = federation.node("JPN");
        residents = new Residents(node, clock);
        node.bean(Picture.class)
                .govern(Map.of(
                        "ais", new FeedRule(Label.parse("UNCLASSIFIED//PUBLIC"), null),
                        "own", new FeedRule(Label.parse("SECRET"), null)));
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void aTrackIsOpenedOnceAnHourForEachPersonAndDepth() {
        sail();
        var reader = residents.settle("reader", "watch-officer");
        var officer = reader.signedIn();
        var ferry = track(officer, "FERRY");
        for (var times = 0; times < 5; times++) {
            officer.get("/api/v1/tracks/" + ferry);
        }
        assertThat(events("track-read", "reader")).singleElement().satisfies(entry -> {
            assertThat(entry.path("details").path("track").asString()).isEqualTo(ferry);
            assertThat(entry.path("details").path("hours").asInt()).isEqualTo(6);
            assertThat(Instant.parse(entry.path("details").path("at").asString()))
                    .isBeforeOrEqualTo(clock.instant());
        });
        officer.get("/api/v1/tracks/" + ferry + "?hours=24");
        assertThat(events("track-read", "reader")).hasSize(2);
        clock.advance(Duration.ofMinutes(61));
        sail();
        reader.signedIn().get("/api/v1/tracks/" + ferry);
        assertThat(events("track-read", "reader")).hasSize(3);
        assertThat(node.get("/api/v1/audit?limit=100").text()).doesNotContain("FERRY", "431000001");
    }

    @Test
    void whatIsNotSeenIsNotOpened() {
        sail();
        var officer = residents.settle("knowing", "watch-officer").signedIn();
        var ghost = track(officer, "SHIRANUI");
        var liaison = residents
                .settleAs("american", Residents.draft("american", "USA", "liaison"))
                .signedIn();
        assertThat(liaison.get("/api/v1/tracks/" + ghost).status()).isEqualTo(404);
        assertThat(events("track-read", "american")).isEmpty();
        node.get("/api/v1/tracks/" + ghost);
        assertThat(events("track-read", "administrator"))
                .as("the service account is no person")
                .isEmpty();
    }

    @Test
    void whoIsGivenManyAtOnceIsOnRecordWithTheirNumber() {
        sail();
        var officer = residents.settle("lister", "watch-officer").signedIn();
        for (var times = 0; times < 5; times++) {
            officer.get("/api/v1/tracks?domain=sea");
        }
        assertThat(events("tracks-listed", "lister"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.path("details").path("count").asInt()).isEqualTo(2));
        var past = clock.instant().minus(Duration.ofHours(30));
        for (var minute = 0; minute < 5; minute++) {
            officer.get(
                    "/api/v1/tracks?at=" + past.truncatedTo(ChronoUnit.HOURS).plusSeconds(minute));
        }
        assertThat(events("tracks-listed", "lister"))
                .as("and one for an hour of the past")
                .hasSize(2);
    }

    @Test
    void whoFollowsThemIsOnRecordFromWhenToWhen() throws IOException {
        sail();
        var officer = residents.settle("follower", "watch-officer").signedIn();
        try (var first = listen(officer);
                var second = listen(officer)) {
            assertThat(first.readLine()).isNotNull();
            assertThat(second.readLine()).isNotNull();
            eventually("both are told of both ships", () -> told(first) && told(second));
            assertThat(events("tracks-followed", "follower")).hasSize(1);
        }
        clock.advance(Duration.ofSeconds(50));
        try (var again = listen(officer)) {
            eventually("and again", () -> told(again));
            clock.advance(Duration.ofSeconds(50));
            assertThat(events("tracks-left", "follower")).as("was not away").isEmpty();
        }
        eventually("the end is on record", () -> {
            sail();
            clock.advance(Duration.ofSeconds(30));
            return events("tracks-left", "follower").size() == 1;
        });
        assertThat(events("tracks-followed", "follower"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.path("details").path("by").asString()).isEqualTo("session"));
        var left = events("tracks-left", "follower").getFirst().path("details");
        assertThat(left.path("seconds").asLong()).isGreaterThanOrEqualTo(100);
        assertThat(left.path("most").asInt()).isEqualTo(2);
        assertThat(Instant.parse(left.path("since").asString())).isBefore(clock.instant());
    }

    private static BufferedReader listen(Visitor who) {
        return new BufferedReader(new InputStreamReader(who.open(STREAM), UTF_8));
    }

    private static boolean told(BufferedReader stream) {
        try {
            for (var line = stream.readLine(); line != null; line = stream.readLine()) {
                if (line.contains("FERRY") && line.contains("SHIRANUI")) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void sail() {
        sailed++;
        sight("ais", "mmsi:431000001", 131.4 + sailed * 1e-4, "FERRY ASAHI");
        sight("own", "mmsi:431000009", 131.9 + sailed * 1e-4, "GHOST SHIRANUI");
    }

    private static void sight(String feed, String identity, double longitude, String name) {
        var now = clock.millis();
        node.bean(Picture.class)
                .take(new Sighting(
                        feed,
                        TrackIdentity.parse(identity),
                        TrackDomain.SEA,
                        now,
                        now,
                        Optional.of(new Fix(33.31, longitude, 15)),
                        Motion.of(90, 1),
                        Particulars.named(name)));
    }

    private static String track(Visitor who, String name) {
        return who.get("/api/v1/tracks?text=" + name)
                .json()
                .path("tracks")
                .get(0)
                .path("id")
                .asString();
    }

    private static List<JsonNode> events(String event, String actor) {
        return node.get("/api/v1/audit?limit=100&event=" + event)
                .json()
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("actor").asString().equals(actor))
                .toList();
    }
}
