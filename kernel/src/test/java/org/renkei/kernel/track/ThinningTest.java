package org.renkei.kernel.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

class ThinningTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;

    @ParameterizedTest(name = "{0} minutes old: {1} points in ten minutes")
    @CsvSource({"0, 300", "30, 61", "600, 11", "6000, 3", "50000, 0"})
    void keepsFewerOfOlderPoints(long minutesOld, int left) {
        var history = straight(300, 2_000);
        var now = history.getLast().at() + minutesOld * MINUTE;
        assertThat(Thinning.thin(history, now).size()).isBetween(left == 0 ? 0 : left - 2, left);
    }

    @Test
    void keepsTheCornerOfATurn() {
        var history = new ArrayList<HistoryPoint>();
        var place = new Earth.Place(34, 136);
        for (var i = 0; i < 120; i++) {
            var north = i < 60;
            history.add(point(i * 2_000L, place, north ? 0 : 90, 10));
            place = Earth.move(place.latitude(), place.longitude(), north ? 0 : 20, north ? 20 : 0);
        }
        var thin = Thinning.thin(history, 2 * DAY);
        assertThat(thin).hasSizeLessThan(8);
        assertThat(thin)
                .anySatisfy(point -> assertThat(Earth.distance(
                                point.latitude(),
                                point.longitude(),
                                history.get(60).latitude(),
                                history.get(60).longitude()))
                        .isLessThan(520));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changesNothingTheSecondTime(long seed) {
        var history = wandering(seed);
        var now = history.getLast().at() + Seeds.random(seed).nextLong(0, 3 * DAY);
        var once = Thinning.thin(history, now);
        assertThat(Thinning.thin(once, now)).isEqualTo(once);
        assertThat(history).containsAll(once);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isNeverFurtherOffThanItsBound(long seed) {
        var history = wandering(seed);
        var now = history.getLast().at() + 2 * DAY;
        var thin = Thinning.thin(history, now);
        var kept = 0;
        for (var point : history) {
            while (kept + 1 < thin.size() && thin.get(kept + 1).at() <= point.at()) {
                kept++;
            }
            assertThat(thin.get(kept).missedBy(point)).isLessThanOrEqualTo(500);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsEverythingOfTheLastTenMinutesAndNothingOlderThanThirtyDays(long seed) {
        var history = wandering(seed);
        assertThat(Thinning.thin(history, history.getLast().at() + 31 * DAY)).isEmpty();
        var now = history.getLast().at();
        assertThat(Thinning.thin(history, now))
                .containsAll(history.stream()
                        .filter(point -> now - point.at() <= 10 * MINUTE)
                        .toList());
    }

    private static List<HistoryPoint> straight(int count, long step) {
        var history = new ArrayList<HistoryPoint>();
        for (var i = 0; i < count; i++) {
            var place = Earth.move(34, 136, 0, 8.0 * i * step / 1000);
            history.add(point(i * step, place, 0, 8));
        }
        return history;
    }

    private static List<HistoryPoint> wandering(long seed) {
        var random = Seeds.random(seed);
        var history = new ArrayList<HistoryPoint>();
        var place = new Earth.Place(random.nextDouble(-89, 89), random.nextDouble(-180, 180));
        var course = random.nextDouble(0, 360);
        var at = 0L;
        for (var i = 0; i < 400; i++) {
            var speed = random.nextDouble(0, 12);
            history.add(point(at, place, course, speed));
            var step = random.nextLong(500, 30_000);
            var way = speed * step / 1000;
            var angle = Math.toRadians(course);
            place = Earth.move(place.latitude(), place.longitude(), way * Math.sin(angle), way * Math.cos(angle));
            course = random.nextInt(10) == 0 ? random.nextDouble(0, 360) : course;
            at += step;
        }
        return history;
    }

    private static HistoryPoint point(long at, Earth.Place place, double course, double speed) {
        return new HistoryPoint(
                at,
                place.latitude(),
                place.longitude(),
                10,
                OptionalDouble.of(course),
                OptionalDouble.of(speed),
                OptionalDouble.empty());
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }
}
