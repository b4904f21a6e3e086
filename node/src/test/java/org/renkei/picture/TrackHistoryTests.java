package org.renkei.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

/// A ship by a recorded feed, another that sails for ten minutes; then a restart, an hour, a day and a month go by.
class TrackHistoryTests {
    @TempDir
    static Path folder;

    private final MovableClock clock = new MovableClock();

    @Test
    void keepsTracksOverARestartAndThinsThemAsTheyGrowOld() throws IOException {
        try (var federation = new TestFederation(folder, clock, "JPN", "AUS")) {
            Files.writeString(folder.resolve("JPN/ships.nmea"), "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\n");
            Files.writeString(federation.file("JPN"), """
                      feeds:
                        - {id: harbor, kind: ais, source: "file:ships.nmea", label: "UNCLASSIFIED//REL TO JPN", replay-speed: 100}
                      picture:
                        coarse: [{feed: harbor, label: "UNCLASSIFIED//REL TO AUS, JPN", delay-minutes: 5}]
                    """, StandardOpenOption.APPEND);
            var node = federation.node("JPN");
            eventually("the recorded ship is seen", () -> total(node, "") == 1);
            var recorded = node.get("/api/v1/tracks").json().path("tracks").get(0);
            assertThat(recorded.path("feeds").get(0).asString()).isEqualTo("harbor");
            var australian = new Residents(node, clock)
                    .settleAs("australian", Residents.draft("australian", "AUS", "liaison"))
                    .signedIn();
            assertThat(australian.get("/api/v1/tracks").json().path("total").asInt())
                    .isZero();
            clock.advance(Duration.ofSeconds(610));
            var coarse = australian.get("/api/v1/tracks").json().path("tracks");
            assertThat(coarse).hasSize(1);
            assertThat(coarse.get(0).path("coarse").asBoolean()).isTrue();

            sail(node);
            var before = node.get("/api/v1/tracks?text=431000001")
                    .json()
                    .path("tracks")
                    .get(0);
            node.bean(HistoryRounds.class).write();
            assertThat(rows(node)).isEqualTo(121);

            node.restart();
            eventually("the ship is there again", () -> total(node, "?text=431000001") == 1);
            var after = node.get("/api/v1/tracks?text=431000001")
                    .json()
                    .path("tracks")
                    .get(0);
            assertThat(after.path("id")).isEqualTo(before.path("id"));
            assertThat(history(node, before.path("id").asString())).isEqualTo(120);

            clock.advance(Duration.ofMinutes(70));
            node.bean(HistoryRounds.class).thin();
            assertThat(rows(node)).isBetween(11L, 16L);
            clock.advance(Duration.ofMinutes(24 * 60 - 65));
            node.bean(HistoryRounds.class).thin();
            assertThat(rows(node)).isBetween(2L, 6L);
            clock.advance(Duration.ofDays(31));
            node.bean(HistoryRounds.class).thin();
            assertThat(rows(node)).isZero();
            assertThat(node.bean(TrackHistory.class).days()).isEmpty();
        }
    }

    /// Straight on for ten minutes, seen every five seconds.
    private void sail(RunningNode node) {
        for (var i = 0; i < 120; i++) {
            var now = clock.millis();
            node.bean(Picture.class)
                    .take(new Sighting(
                            "harbor",
                            TrackIdentity.parse("mmsi:431000001"),
                            TrackDomain.SEA,
                            now,
                            now,
                            Optional.of(new Fix(33.3 + i * 5 * 8 / 111_195.0, 131.5, 10)),
                            Motion.of(0, 8),
                            Particulars.NONE));
            clock.advance(Duration.ofSeconds(5));
        }
    }

    private static int total(RunningNode node, String query) {
        return node.get("/api/v1/tracks" + query).json().path("total").asInt();
    }

    private static int history(RunningNode node, String id) {
        return node.get("/api/v1/tracks/" + id).json().path("history").size();
    }

    private static long rows(RunningNode node) {
        return node.database()
                .sql("select count(*) from picture.point")
                .query(Long.class)
                .single();
    }
}
