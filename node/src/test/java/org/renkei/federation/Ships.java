package org.renkei.federation;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

/// Four ships at a node of Japan: a public one, one by a radar that partners see coarsely, one under the agreement with
/// the United States, and one that is national.
public record Ships(Picture picture, Clock clock) {
    public static final Map<String, FeedRule> RULES = Map.of(
            "ais",
            new FeedRule(Label.parse("UNCLASSIFIED//PUBLIC"), null),
            "radar",
            new FeedRule(
                    Label.parse("SECRET"),
                    new Coarsening(
                            Label.parse("UNCLASSIFIED//REL TO AUS, JPN, USA"),
                            new TrackGrid(10),
                            Duration.ofMinutes(5))),
            "shared",
            new FeedRule(Label.parse("SECRET//REL TO JPN, USA"), null),
            "own",
            new FeedRule(Label.parse("SECRET"), null));

    public Ships {
        picture.govern(RULES);
    }

    /// All go east at 8 m/s.
    public void sail(double east) {
        sight("ais", "mmsi:431000001", 33.31, 131.4 + east, "FERRY ASAHI");
        sight("radar", "mmsi:431777002", 33.42123, 131.43456 + east, "TANKER NANTO");
        sight("shared", "mmsi:431777003", 33.52, 131.5 + east, "PATROL KUNISAKI");
        sight("own", "mmsi:431777004", 33.1, 131.9 + east, "GHOST SHIRANUI");
    }

    void sight(String feed, String identity, double latitude, double longitude, String name) {
        var now = clock.millis();
        picture.take(new Sighting(
                feed,
                TrackIdentity.parse(identity),
                TrackDomain.SEA,
                now,
                now,
                Optional.of(new Fix(latitude, longitude, 15)),
                Motion.of(90, 8),
                Particulars.of(Optional.of(name), Optional.empty(), Optional.of("70"))));
    }
}
