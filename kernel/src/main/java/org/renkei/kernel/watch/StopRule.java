package org.renkei.kernel.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.TrackIdentity;

/// Finds ships that stand still within moments of being under way, and stay so: aground, collided, or with a message
/// of their speed that is wrong.
final class StopRule implements Rule {
    private final WatchLimits.Stop limits;
    private final Map<TrackIdentity, Way> ways = new HashMap<>();

    StopRule(WatchLimits.Stop limits) {
        this.limits = limits;
    }

    private static final class Way {
        private @Nullable Seen fast;
        private @Nullable Seen stopped;
    }

    @Override
    public void seen(Seen seen, Consumer<Finding> found) {
        if (!seen.isSea() || seen.speed().isEmpty()) {
            return;
        }
        var speed = seen.speed().getAsDouble();
        var way = ways.computeIfAbsent(seen.identity(), identity -> new Way());
        if (speed >= limits.before()) {
            way.fast = seen;
            way.stopped = null;
        } else if (speed > limits.after()) {
            way.stopped = null;
        } else if (way.fast != null) {
            stand(way, way.fast, seen, found);
        }
    }

    private void stand(Way way, Seen fast, Seen seen, Consumer<Finding> found) {
        if (way.stopped == null) {
            way.stopped = seen.at() - fast.at() <= limits.within() ? seen : null;
            way.fast = way.stopped == null ? null : fast;
        }
        var stopped = way.stopped;
        if (stopped != null && seen.at() - stopped.at() >= limits.lasting()) {
            way.fast = null;
            way.stopped = null;
            found.accept(new Finding(
                    FindingKind.STOP,
                    List.of(seen.identity()),
                    fast.at(),
                    seen.at(),
                    true,
                    "",
                    List.of(fast.evidence(), stopped.evidence(), seen.evidence()),
                    List.of(
                            new Figure(Measure.SPEED_BEFORE, fast.speed().orElse(0), limits.before()),
                            new Figure(Measure.SPEED, stopped.speed().orElse(0), limits.after()),
                            new Figure(Measure.DURATION, (stopped.at() - fast.at()) / 1e3, limits.within() / 1e3))));
        }
    }

    @Override
    public void passed(long now, Consumer<Finding> found) {
        // A stop is judged when the ship is seen.
    }

    @Override
    public void forget(TrackIdentity identity) {
        ways.remove(identity);
    }
}
