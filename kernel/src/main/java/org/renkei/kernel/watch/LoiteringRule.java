package org.renkei.kernel.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.TrackIdentity;

/// Finds ships that stay within a circle around where they came to it, moving, and do not say that they lie still.
final class LoiteringRule implements Rule {
    private final WatchLimits.Loitering limits;
    private final Harbors harbors;
    private final Map<TrackIdentity, Stay> stays = new HashMap<>();

    LoiteringRule(WatchLimits.Loitering limits, Harbors harbors) {
        this.limits = limits;
        this.harbors = harbors;
    }

    private static final class Stay {
        private final Seen first;
        private Seen last;
        private double way;
        private boolean given;

        private Stay(Seen first) {
            this.first = first;
            this.last = first;
        }
    }

    @Override
    public void seen(Seen seen, Consumer<Finding> found) {
        if (!seen.isSea()) {
            return;
        }
        var stay = stays.get(seen.identity());
        if (stay == null || seen.saysItLiesStill() || harbors.hold(seen) || isOutside(stay, seen)) {
            end(stay, found);
            stays.put(seen.identity(), new Stay(seen));
            return;
        }
        stay.way += stay.last.distance(seen);
        stay.last = seen;
        if (!stay.given && seen.at() - stay.first.at() >= limits.duration() && isSlow(stay)) {
            stay.given = true;
            found.accept(finding(stay, false));
        }
    }

    private boolean isOutside(Stay stay, Seen seen) {
        return seen.distance(stay.first) > limits.radius();
    }

    private boolean isSlow(Stay stay) {
        var speed = meanSpeed(stay);
        return speed >= limits.least() && speed <= limits.most();
    }

    private static double meanSpeed(Stay stay) {
        return stay.way / Math.max(1, (stay.last.at() - stay.first.at()) / 1e3);
    }

    private void end(@Nullable Stay stay, Consumer<Finding> found) {
        if (stay != null && stay.given) {
            found.accept(finding(stay, true));
        }
    }

    private Finding finding(Stay stay, boolean over) {
        return new Finding(
                FindingKind.LOITERING,
                List.of(stay.first.identity()),
                stay.first.at(),
                stay.last.at(),
                over,
                "",
                List.of(stay.first.evidence(), stay.last.evidence()),
                List.of(
                        new Figure(Measure.DURATION, (stay.last.at() - stay.first.at()) / 1e3, limits.duration() / 1e3),
                        new Figure(Measure.MEAN_SPEED, meanSpeed(stay), limits.most()),
                        Figure.of(Measure.DISTANCE, stay.way)));
    }

    @Override
    public void passed(long now, Consumer<Finding> found) {
        // A stay is judged when the ship is seen: silence is another rule's.
    }

    @Override
    public void forget(TrackIdentity identity) {
        stays.remove(identity);
    }
}
