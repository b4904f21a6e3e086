package org.renkei.kernel.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.TrackIdentity;

/// Finds ships that go slowly where their bow does not point: wind and current have them. A few moments in which it
/// looks otherwise do not end it.
final class DriftRule implements Rule {
    private static final long PATIENCE = 60_000;

    private final WatchLimits.Drift limits;
    private final Map<TrackIdentity, Leg> legs = new HashMap<>();

    DriftRule(WatchLimits.Drift limits) {
        this.limits = limits;
    }

    private static final class Leg {
        private final Seen first;
        private Seen last;
        private double off;
        private boolean given;

        private Leg(Seen first, double off) {
            this.first = first;
            this.last = first;
            this.off = off;
        }
    }

    @Override
    public void seen(Seen seen, Consumer<Finding> found) {
        var motion = seen.motion();
        if (!seen.isSea()
                || motion.speed().isEmpty()
                || motion.course().isEmpty()
                || motion.heading().isEmpty()) {
            return;
        }
        var off = between(motion.course().getAsDouble(), motion.heading().getAsDouble());
        var speed = motion.speed().getAsDouble();
        var drifts =
                off >= limits.offBow() && speed >= limits.least() && speed <= limits.most() && !seen.saysItLiesStill();
        var leg = legs.get(seen.identity());
        if (!drifts) {
            if (leg != null && seen.at() - leg.last.at() > PATIENCE) {
                end(leg, found);
                legs.remove(seen.identity());
            }
        } else if (leg == null) {
            legs.put(seen.identity(), new Leg(seen, off));
        } else {
            goOn(leg, seen, off, found);
        }
    }

    private void goOn(Leg leg, Seen seen, double off, Consumer<Finding> found) {
        leg.last = seen;
        leg.off = Math.min(leg.off, off);
        if (!leg.given
                && seen.at() - leg.first.at() >= limits.duration()
                && seen.distance(leg.first) >= limits.distance()) {
            leg.given = true;
            found.accept(finding(leg, false));
        }
    }

    private static double between(double one, double other) {
        var difference = Math.abs(one - other) % 360;
        return difference > 180 ? 360 - difference : difference;
    }

    private void end(@Nullable Leg leg, Consumer<Finding> found) {
        if (leg != null && leg.given) {
            found.accept(finding(leg, true));
        }
    }

    private Finding finding(Leg leg, boolean over) {
        return new Finding(
                FindingKind.DRIFT,
                List.of(leg.first.identity()),
                leg.first.at(),
                leg.last.at(),
                over,
                "",
                List.of(leg.first.evidence(), leg.last.evidence()),
                List.of(
                        new Figure(Measure.DURATION, (leg.last.at() - leg.first.at()) / 1e3, limits.duration() / 1e3),
                        new Figure(Measure.DISTANCE, leg.first.distance(leg.last), limits.distance()),
                        new Figure(Measure.OFF_BOW, leg.off, limits.offBow())));
    }

    @Override
    public void passed(long now, Consumer<Finding> found) {
        // A drift is judged when the ship is seen.
    }

    @Override
    public void forget(TrackIdentity identity) {
        legs.remove(identity);
    }
}
