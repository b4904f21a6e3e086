package org.renkei.kernel.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

class KinematicsTest {
    private static final TrackLimits SEA = TrackLimits.of(TrackDomain.SEA);

    /// What the filter says of its own accuracy is true: of the simulated ships nearly all are where it says, within
    /// three deviations on either axis, and most within one and a half.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void knowsHowWellItKnows(long seed) {
        var random = Seeds.random(seed);
        var latitude = random.nextDouble(-89.9, 89.9);
        var longitude = random.nextDouble(-180, 180);
        var course = random.nextDouble(0, 360);
        var speed = random.nextDouble(1, 15);
        var accuracy = random.nextDouble(5, 100);
        var measured = random.nextBoolean();
        Kinematics state = null;
        var outside = 0;
        for (var second = 0; second < 1_200; second += 6) {
            var angle = Math.toRadians(course);
            var step = speed * 6;
            var next = Earth.move(latitude, longitude, step * Math.sin(angle), step * Math.cos(angle));
            course += Math.toDegrees(Earth.turn(latitude, longitude, next.latitude(), next.longitude()));
            course = ((course % 360) + 360) % 360;
            latitude = next.latitude();
            longitude = next.longitude();
            var seen =
                    Earth.move(latitude, longitude, random.nextGaussian() * accuracy, random.nextGaussian() * accuracy);
            var fix = new Fix(seen.latitude(), seen.longitude(), accuracy);
            var motion = measured ? Motion.of(course, speed) : Motion.UNKNOWN;
            var at = Sightings.time(second);
            state = state == null ? Kinematics.start(at, fix, motion, SEA) : state.measured(at, fix, motion, SEA);
            var error = Earth.distance(state.latitude(), state.longitude(), latitude, longitude);
            outside += error > 3 * Math.sqrt(2) * state.accuracyMetres() ? 1 : 0;
        }
        assertThat(outside).isLessThan(6);
        assertThat(state).isNotNull();
        assertThat(state.speed()).isCloseTo(speed, within(Math.max(1.0, accuracy / 20)));
        assertThat(state.accuracyMetres()).isLessThan(accuracy);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void becomesUncertainTheFurtherItLooks(long seed) {
        var random = Seeds.random(seed);
        var state = Kinematics.start(0, new Fix(35, 139, 20), Motion.of(random.nextDouble(0, 360), 7), SEA);
        var before = state.accuracyMetres();
        for (var seconds = 1; seconds < 3_600; seconds += random.nextInt(1, 300)) {
            var later = state.predict(seconds * 1000L, SEA);
            assertThat(later.accuracyMetres()).isGreaterThan(before);
            before = later.accuracyMetres();
        }
        assertThat(state.predict(-5, SEA)).isEqualTo(state);
    }

    /// Predicting in two steps is predicting in one.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void predictsTheSameInOneStepOrTwo(long seed) {
        var random = Seeds.random(seed);
        var fix = new Fix(random.nextDouble(-89.9, 89.9), random.nextDouble(-180, 180), 20);
        var state = Kinematics.start(0, fix, Motion.of(random.nextDouble(0, 360), random.nextDouble(0, 20)), SEA);
        var between = random.nextLong(1, 600_000);
        var once = state.predict(600_000, SEA);
        var twice = state.predict(between, SEA).predict(600_000, SEA);

        assertThat(twice.distanceTo(once)).isLessThan(0.01);
        assertThat(twice.positionVariance()).isCloseTo(once.positionVariance(), within(1e-3 * once.positionVariance()));
        assertThat(twice.east()).isCloseTo(once.east(), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "45, 45", "359.5, 359.5", "180, 180"})
    void tellsItsCourse(double course, double expected) {
        var state = Kinematics.start(0, new Fix(35, 139, 20), Motion.of(course, 7), SEA);
        assertThat(state.course()).hasValueCloseTo(expected, within(1e-9));
    }

    @Test
    void hasNoCourseAtRest() {
        assertThat(Kinematics.start(0, new Fix(35, 139, 20), Motion.of(77, 0.1), SEA)
                        .course())
                .isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }
}
