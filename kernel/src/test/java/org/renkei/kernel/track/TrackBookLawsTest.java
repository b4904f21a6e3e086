package org.renkei.kernel.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

/// A strait full of ships, each with AIS, some of them also seen by a radar, with noise, loss, repetition and delay.
class TrackBookLawsTest {
    private static final double LAT = 34.3;
    private static final double LON = 179.99;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverPutsTwoOfOneSchemeIntoOneTrack(long seed) {
        var book = new TrackBook();
        for (var sighting : strait(Seeds.random(seed))) {
            var taken = book.take(sighting);
            var schemes = taken.track().identities().stream()
                    .map(TrackIdentity::scheme)
                    .toList();
            assertThat(schemes).doesNotHaveDuplicates();
        }
        var listed = book.tracks().stream()
                .flatMap(track -> track.identities().stream())
                .toList();
        assertThat(listed).doesNotHaveDuplicates();
    }

    /// Of the pairs in the end joined nearly all are pairs in truth.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void joinsWhatBelongsTogether(long seed) {
        var book = new TrackBook();
        strait(Seeds.random(seed)).forEach(book::take);
        var right = 0;
        var wrong = 0;
        for (var track : book.tracks()) {
            if (track.identities().size() == 2) {
                var mmsi = track.identities().get(0).value();
                var number = track.identities().get(1).value();
                if (mmsi.endsWith(number.substring(number.indexOf('/') + 1))) {
                    right++;
                } else {
                    wrong++;
                }
            }
        }
        assertThat(wrong).isLessThanOrEqualTo(1);
        assertThat(right).isGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void saysTheSameOfTheSameSightings(long seed) {
        var sightings = strait(Seeds.random(seed));
        var one = new TrackBook();
        var other = new TrackBook();
        for (var sighting : sightings) {
            assertThat(one.take(sighting)).isEqualTo(other.take(sighting));
        }
        assertThat(one.tracks()).isEqualTo(other.tracks());
    }

    /// Sightings repeated by a second station of the same feed, some seconds later, change nothing.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isNotMovedByRepetition(long seed) {
        var random = Seeds.random(seed);
        var plain = new TrackBook();
        var repeated = new TrackBook();
        for (var sighting : strait(random)) {
            plain.take(sighting);
            repeated.take(sighting);
            var delay = random.nextLong(0, 2_000);
            repeated.take(new Sighting(
                    sighting.feed(),
                    sighting.identity(),
                    sighting.domain(),
                    sighting.observedAt() + delay,
                    sighting.receivedAt() + delay,
                    sighting.fix(),
                    sighting.motion(),
                    sighting.particulars()));
        }
        assertThat(states(repeated)).isEqualTo(states(plain));
    }

    private static Map<TrackIdentity, Kinematics> states(TrackBook book) {
        var states = new HashMap<TrackIdentity, Kinematics>();
        for (var track : book.tracks()) {
            for (var source : track.sources()) {
                states.put(source.identity(), source.state());
            }
        }
        return states;
    }

    /// Twenty ships in lanes across the antimeridian for ten minutes; every second one is seen by the radar.
    private static List<Sighting> strait(Random random) {
        var all = new ArrayList<Sighting>();
        for (var ship = 0; ship < 20; ship++) {
            var course = ship % 2 == 0 ? 90 : 270;
            var speed = random.nextDouble(3, 12);
            var north = ship * 450.0;
            for (var second = random.nextDouble(0, 6); second < 600; second += 6) {
                var east = (course == 90 ? 1 : -1) * speed * second;
                if (random.nextInt(10) > 0) {
                    all.add(sighting(random, Sightings.ais("4310000" + (10 + ship)), second, east, north, 10)
                            .going(course, speed)
                            .build());
                }
                if (ship % 2 == 0 && random.nextInt(10) > 0) {
                    all.add(sighting(random, Sightings.radar(10 + ship), second + 1, east + speed, north, 40)
                            .build());
                }
            }
        }
        all.sort(Comparator.comparingLong(one -> one.observedAt() + random(one)));
        return all;
    }

    /// Some come a few seconds late, always the same ones.
    private static long random(Sighting sighting) {
        return Math.floorMod(sighting.observedAt() * 31, 7) == 0 ? 8_000 : 0;
    }

    private static Sightings sighting(
            Random random, Sightings one, double second, double east, double north, double accuracy) {
        return one.at(second)
                .off(
                        LAT,
                        LON,
                        east + random.nextGaussian() * accuracy,
                        north + random.nextGaussian() * accuracy,
                        accuracy);
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }
}
