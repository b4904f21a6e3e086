package org.renkei.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.federation.Ships;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.json.JsonMapper;

/// A map that wants one box of the sea, beside ships that are elsewhere.
class TrackStreamTests {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private TestFederation federation;
    private RunningNode japan;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN");
        japan = federation.node("JPN");
        new Ships(japan.bean(Picture.class), clock).sail(0);
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    /// What leaves the box is gone, and comes again; what falls silent has ended as well; what is
    /// withdrawn is gone only.
    @Test
    void tellsAMapWhatLeavesItsBoxWhatEndsAndWhatIsWithdrawn() throws InterruptedException {
        var rules = new HashMap<>(Ships.RULES);
        rules.put("box", new FeedRule(Label.parse("SECRET"), null));
        japan.bean(Picture.class).govern(rules);
        var audience =
                new TrackAudience(japan.bean(TrackStream.class).follow(), Caller.part("test"), JsonMapper.shared());
        audience.join();
        Thread.ofVirtual().start(audience);
        try {
            var window = new TrackWindow(
                    new TrackFilter(TrackFilter.Box.parse("140,20,141,21"), Set.of(), null, null, null, null));
            var round = sees(audience, window, -1, "\"whole\":true", "\"tracks\":[]");
            box(140.9);
            round = sees(audience, window, round, "BOX", "\"gone\":[],\"ended\":[]");
            box(141.01);
            round = sees(audience, window, round, "\"tracks\":[]", "\"gone\":[\"", "\"ended\":[]");
            box(140.95);
            round = sees(audience, window, round, "BOX");
            clock.advance(Duration.ofMinutes(61));
            japan.bean(Picture.class).sweep(clock.millis());
            round = sees(audience, window, round, "\"tracks\":[]", "\"ended\":[\"");
            box(140.9);
            round = sees(audience, window, round, "BOX");
            japan.bean(Picture.class).govern(Ships.RULES);
            sees(audience, window, round, "\"gone\":[\"", "\"ended\":[]");
        } finally {
            audience.leave();
        }
    }

    private void box(double longitude) {
        clock.advance(Duration.ofMinutes(10));
        japan.bean(Picture.class)
                .take(new Sighting(
                        "box",
                        TrackIdentity.parse("mmsi:431000077"),
                        TrackDomain.SEA,
                        clock.millis(),
                        clock.millis(),
                        Optional.of(new Fix(20.5, longitude, 15)),
                        Motion.of(90, 8),
                        Particulars.of(Optional.of("BOX"), Optional.empty(), Optional.of("70"))));
    }

    private static long sees(TrackAudience audience, TrackWindow window, long round, String... words)
            throws InterruptedException {
        for (var i = 0; i < 60; i++) {
            var next = audience.next(round, window).orElseThrow();
            round = next.round();
            if (!next.messages().isEmpty()) {
                var text = new String(next.messages().getFirst(), UTF_8);
                if (text.contains("FERRY")) {
                    throw new AssertionError(text);
                }
                if (List.of(words).stream().allMatch(text::contains)) {
                    return round;
                }
            }
        }
        throw new AssertionError("never told: " + List.of(words));
    }
}
