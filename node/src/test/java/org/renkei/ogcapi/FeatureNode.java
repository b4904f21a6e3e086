package org.renkei.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
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
import org.renkei.picture.Picture;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.renkei.testing.Visitor;

/// A node with ports, one of them secret, and a ship that others see only in its cell; an officer of the
/// nation and an Australian at its desk.
abstract class FeatureNode {
    static final String PLACES = "/ogc/collections/place-status/items";
    static final String TRACKS = "/ogc/collections/tracks/items";

    @TempDir
    static Path folder;

    static MovableClock clock = new MovableClock();
    static TestFederation federation;
    static RunningNode node;
    static Visitor officer;
    static Visitor australian;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "AUS");
        node = federation.node("JPN");
        var residents = new Residents(node, clock);
        officer = residents.settle("officer", "watch-officer").signedIn();
        australian = residents
                .settleAs("australian", Residents.draft("australian", "AUS", "liaison"))
                .signedIn();
        for (var number = 0; number < 25; number++) {
            place("Port " + number, "UNCLASSIFIED//REL TO AUS, JPN", 33 + number / 100.0, 131);
        }
        place("=Secret harbor, \"north\"", "SECRET", 34.5, 132.25);
        node.bean(Picture.class)
                .govern(Map.of(
                        "radar",
                        new FeedRule(
                                Label.parse("UNCLASSIFIED//REL TO JPN"),
                                new Coarsening(
                                        Label.parse("UNCLASSIFIED//REL TO AUS, JPN"),
                                        new TrackGrid(10),
                                        Duration.ofMinutes(5)))));
        for (var minute = 0; minute < 20; minute++) {
            sail(minute);
            clock.advance(Duration.ofSeconds(60));
        }
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    private static void place(String name, String label, double latitude, double longitude) {
        var stored =
                node.post("/api/v1/records", """
                {"kind":"place-status","label":"%s","precedence":"ROUTINE",
                 "body":{"title":{"en":"%s"},"placeType":"port","status":"open",
                         "position":{"lat":%s,"lon":%s}}}""".formatted(label, name.replace("\"", "\\\""), latitude, longitude));
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
    }

    private static void sail(int minute) {
        var now = clock.millis();
        node.bean(Picture.class)
                .take(new Sighting(
                        "radar",
                        TrackIdentity.parse("radar:KUNISAKI/7"),
                        TrackDomain.SEA,
                        now,
                        now,
                        Optional.of(new Fix(33.42, 131.43 + minute * 0.005, 40)),
                        Motion.of(90, 8),
                        Particulars.named("TANKER NANTO")));
    }
}
