package org.renkei.kernel.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

class EarthTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leadsThereAndSaysHowItGotThere(long seed) {
        var random = Seeds.random(seed);
        for (var i = 0; i < 50; i++) {
            var from = place(random);
            var east = random.nextGaussian() * 20_000;
            var north = random.nextGaussian() * 20_000;
            var to = Earth.move(from.latitude(), from.longitude(), east, north);
            var way = Earth.offset(from.latitude(), from.longitude(), to.latitude(), to.longitude());

            assertThat(Math.hypot(way.east() - east, way.north() - north))
                    .as("%s by %s, %s", from, east, north)
                    .isLessThan(0.01);
            assertThat(to.longitude()).isGreaterThanOrEqualTo(-180).isLessThan(180);
        }
    }

    /// Who goes straight on and looks back sees the place he came from behind him.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void knowsHowTheCompassTurnsOnTheWay(long seed) {
        var random = Seeds.random(seed);
        for (var i = 0; i < 50; i++) {
            var from = place(random);
            var to = Earth.move(from.latitude(), from.longitude(), random.nextGaussian() * 50_000, 40_000);
            var there = Earth.offset(from.latitude(), from.longitude(), to.latitude(), to.longitude());
            var back = Earth.offset(to.latitude(), to.longitude(), from.latitude(), from.longitude());
            var departure = Math.atan2(there.east(), there.north());
            var arrival = Math.atan2(-back.east(), -back.north());
            var turn = Earth.turn(from.latitude(), from.longitude(), to.latitude(), to.longitude());

            assertThat(Math.IEEEremainder(arrival - departure - turn, 2 * Math.PI))
                    .isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void goesOverThePoleAndTheAntimeridian() {
        var beyond = Earth.move(89.95, 10, 0, 11_119.5);
        assertThat(beyond.latitude()).isCloseTo(89.95, within(1e-4));
        assertThat(beyond.longitude()).isCloseTo(-170, within(1e-6));
        assertThat(Earth.move(0, 179.99, 2_223.9, 0).longitude()).isCloseTo(-179.99, within(1e-6));
        assertThat(Earth.distance(0, 179.99, 0, -179.99)).isCloseTo(2_223.9, within(0.1));
    }

    private static Earth.Place place(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Earth.Place(89.999 - random.nextDouble() / 10, random.nextDouble(-180, 180));
            case 1 -> new Earth.Place(-90 + random.nextDouble() / 10, random.nextDouble(-180, 180));
            case 2 -> new Earth.Place(random.nextDouble(-80, 80), 179.95 + random.nextDouble() / 20);
            default -> new Earth.Place(random.nextDouble(-89, 89), random.nextDouble(-180, 180));
        };
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }
}
