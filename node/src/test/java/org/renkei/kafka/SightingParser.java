package org.renkei.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;

/// Reads what a log between nodes of one nation holds of sightings.
public final class SightingParser {
    private SightingParser() {}

    /// What is read is written as it was, and read as the same.
    public static void read(byte[] input) {
        SightingCodec.read(input)
                .ifPresent(told -> assertThat(SightingCodec.read(SightingCodec.write(told)))
                        .contains(told));
    }

    public static List<byte[]> samples() {
        var label = Label.parse("SECRET//REL TO JPN, USA");
        var bare = new Sighting(
                "ais",
                TrackIdentity.parse("mmsi:431000001"),
                TrackDomain.SEA,
                1_790_000_000_000L,
                1_790_000_000_100L,
                Optional.empty(),
                Motion.of(90, 8),
                Particulars.of(Optional.empty(), Optional.empty(), Optional.empty()));
        var whole = new Sighting(
                "air",
                TrackIdentity.parse("icao:86d1c4"),
                TrackDomain.AIR,
                1_790_000_000_000L,
                1_790_000_000_100L,
                Optional.of(new Fix(32.8, 130.7, 15)),
                new Motion(
                        OptionalDouble.of(90),
                        OptionalDouble.of(120),
                        OptionalDouble.empty(),
                        OptionalDouble.of(3000),
                        OptionalDouble.of(-2)),
                new Particulars(
                        Optional.of("EXLIFT3"),
                        Optional.of("EXLIFT3"),
                        Optional.of("C130"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("RJFT"),
                        OptionalInt.of(8),
                        OptionalInt.of(9),
                        OptionalInt.empty(),
                        OptionalInt.empty()));
        return List.of(
                SightingCodec.write(new SightingCodec.Told(bare, label)),
                SightingCodec.write(new SightingCodec.Told(whole.at(8), label)));
    }
}
