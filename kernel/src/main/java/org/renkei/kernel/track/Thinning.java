package org.renkei.kernel.track;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which points of a history stay as it grows old: all of them for ten minutes, then one in ten seconds up to an hour,
/// one a minute up to a day, one in five minutes up to thirty days, none after that. A turn stays whatever its
/// age: a point is dropped only while dead reckoning from the point kept before it comes to within the bound of its
/// age, and when that fails, the point before the failure stays too. Thinning what is thin already changes nothing.
public final class Thinning {
    private Thinning() {}

    /// @param until age up to which it holds
    /// @param step time between two points that are kept at least
    /// @param bound metres by which dead reckoning may miss a point that is dropped
    record Age(Duration until, Duration step, double bound) {}

    private static final List<Age> AGES = List.of(
            new Age(Duration.ofMinutes(10), Duration.ZERO, 0),
            new Age(Duration.ofHours(1), Duration.ofSeconds(10), 50),
            new Age(Duration.ofHours(24), Duration.ofMinutes(1), 100),
            new Age(Duration.ofDays(30), Duration.ofMinutes(5), 500));

    /// @param points of one source, oldest first
    /// @return those that stay at that time, oldest first
    public static List<HistoryPoint> thin(List<HistoryPoint> points, long now) {
        var kept = new ArrayList<HistoryPoint>();
        HistoryPoint dropped = null;
        for (var point : points) {
            var age = ageOf(point, now);
            if (age == null) {
                continue;
            }
            var turned = !kept.isEmpty() && misses(kept.getLast(), point, age);
            if (turned && dropped != null) {
                kept.add(dropped);
            }
            if (turned
                    || kept.isEmpty()
                    || point.at() - kept.getLast().at() >= age.step().toMillis()) {
                kept.add(point);
                dropped = null;
            } else {
                dropped = point;
            }
        }
        return List.copyOf(kept);
    }

    private static @Nullable Age ageOf(HistoryPoint point, long now) {
        for (var age : AGES) {
            if (now - point.at() <= age.until().toMillis()) {
                return age;
            }
        }
        return null;
    }

    private static boolean misses(HistoryPoint before, HistoryPoint point, Age age) {
        return before.missedBy(point) > age.bound();
    }

    /// The age after which nothing stays.
    public static Duration longest() {
        return AGES.getLast().until();
    }
}
