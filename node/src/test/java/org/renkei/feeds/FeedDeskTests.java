package org.renkei.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

class FeedDeskTests {
    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN");
        Files.writeString(folder.resolve("JPN/ships.nmea"), """
                !AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A
                !AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B
                """);
        Files.writeString(federation.file("JPN"), """
                  feeds:
                    - {id: harbor, kind: ais, source: "file:ships.nmea", label: UNCLASSIFIED//PUBLIC, replay-speed: 100}
                    - {id: radar-head, kind: sbs, source: "tcp://127.0.0.1:1", label: "TOP SECRET//REL TO JPN", started: false}
                """, StandardOpenOption.APPEND);
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void runsAsTheSettingsSayAndIsStartedAndStopped() {
        eventually(
                "the recording ended",
                () -> feed("harbor").path("state").asString().equals("ended"));
        var harbor = feed("harbor");
        assertThat(harbor.path("sightings").asInt()).isEqualTo(1);
        assertThat(harbor.path("label").asString()).isEqualTo("UNCLASSIFIED//PUBLIC");
        assertThat(harbor.path("refused").path(0).path("reason").asString()).isEqualTo("wrong-checksum");
        assertThat(harbor.path("examples").path(0).path("line").asString()).endsWith("*4B");
        assertThat(feed("radar-head").path("on").asBoolean()).isFalse();

        var started = japan().post("/api/v1/feeds/radar-head/start", "");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        assertThat(japan().post("/api/v1/feeds/radar-head/start", "").status()).isEqualTo(409);
        eventually(
                "nobody answers",
                () -> feed("radar-head")
                        .path("problem")
                        .path("fault")
                        .asString("")
                        .equals("cannot-connect"));
        var stopped = japan().post("/api/v1/feeds/radar-head/stop", "");
        assertThat(stopped.json().path("state").asString()).isEqualTo("stopped");
        assertThat(japan().post("/api/v1/feeds/radar-head/stop", "").status()).isEqualTo(409);
        assertThat(japan().post("/api/v1/feeds/nowhere/stop", "").status()).isEqualTo(404);
        assertThat(japan().get("/api/v1/audit?limit=20").text()).contains("feed-started", "feed-stopped", "radar-head");
    }

    @Test
    void showsRefusedLinesToThoseWhoAreClearedForTheirFeed() {
        var officer = new Residents(japan(), clock).settle("watch", "watch-officer");
        var feeds = officer.signedIn().get("/api/v1/feeds").json().path("feeds");
        assertThat(feeds.path(0).path("examples").isArray()).isTrue();
        assertThat(feeds.path(1).path("examples").isNull()).isTrue();
        assertThat(feeds.path(1).path("refused").isArray()).isTrue();
    }

    @Test
    void knowsTheLabelOfWhatAFeedYields() {
        var labels = japan().bean(FeedLabels.class);
        assertThat(labels.find("harbor").orElseThrow()).hasToString("UNCLASSIFIED//PUBLIC");
        assertThat(labels.find("unknown")).isEmpty();
    }

    private static JsonNode feed(String id) {
        return japan().get("/api/v1/feeds")
                .json()
                .path("feeds")
                .valueStream()
                .filter(feed -> feed.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }
}
