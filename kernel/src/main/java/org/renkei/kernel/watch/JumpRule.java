package org.renkei.kernel.watch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.TrackIdentity;

/// Finds objects that are further off than they can have come, and identities that are used in two places. One
/// single position that nothing follows is left to a damaged message.
final class JumpRule implements Rule {
    private static final int TURNS = 3;
    private static final long TURNS_WITHIN = 3_600_000;
    private static final double DEVIATIONS = 3;

    private final WatchLimits.Jump limits;
    private final Map<TrackIdentity, Path> paths = new HashMap<>();

    JumpRule(WatchLimits.Jump limits) {
        this.limits = limits;
    }

    /// Where an identity is, and where else it has lately been said to be.
    private static final class Path {
        private Seen here;
        private @Nullable Seen elsewhere;
        private boolean lastElsewhere;
        private int turns;
        private long turnedAt;
        private boolean twofold;

        private Path(Seen first) {
            here = first;
        }
    }

    @Override
    public void seen(Seen seen, Consumer<Finding> found) {
        var path = paths.get(seen.identity());
        if (path == null) {
            paths.put(seen.identity(), new Path(seen));
            return;
        }
        var elsewhere = path.elsewhere;
        if (isReachable(path.here, seen)) {
            if (elsewhere != null && path.lastElsewhere) {
                turn(path, elsewhere, seen, found);
            }
            path.here = seen;
            path.lastElsewhere = false;
        } else if (elsewhere != null && path.lastElsewhere && isReachable(elsewhere, seen)) {
            if (!path.twofold) {
                found.accept(jump(path.here, elsewhere, seen));
            }
            turn(path, path.here, seen, found);
            path.elsewhere = path.here;
            path.here = seen;
            path.lastElsewhere = false;
        } else {
            path.elsewhere = seen;
            path.lastElsewhere = true;
        }
    }

    /// The identity is back from elsewhere, or has gone there for good: who does so again and again is two.
    private void turn(Path path, Seen elsewhere, Seen seen, Consumer<Finding> found) {
        path.turns = seen.at() - path.turnedAt > TURNS_WITHIN ? 1 : path.turns + 1;
        path.turnedAt = seen.at();
        if (path.turns >= TURNS && !path.twofold) {
            path.twofold = true;
            found.accept(new Finding(
                    FindingKind.DOUBLE,
                    List.of(seen.identity()),
                    Math.min(path.here.at(), elsewhere.at()),
                    seen.at(),
                    true,
                    "",
                    Stream.of(path.here, elsewhere, seen)
                            .sorted(Comparator.comparingLong(Seen::at))
                            .map(Seen::evidence)
                            .toList(),
                    List.of(
                            new Figure(Measure.DISTANCE, elsewhere.distance(seen), limits.distance()),
                            new Figure(Measure.TIMES, path.turns, TURNS))));
        }
    }

    private Finding jump(Seen from, Seen to, Seen confirmed) {
        return new Finding(
                FindingKind.JUMP,
                List.of(from.identity()),
                from.at(),
                to.at(),
                true,
                "",
                List.of(from.evidence(), to.evidence(), confirmed.evidence()),
                List.of(
                        new Figure(Measure.DISTANCE, from.distance(to), limits.distance()),
                        new Figure(Measure.IMPLIED_SPEED, from.distance(to) / seconds(from, to), fastest(from))));
    }

    private boolean isReachable(Seen from, Seen to) {
        var errors = DEVIATIONS * (from.fix().accuracyMetres() + to.fix().accuracyMetres());
        var distance = from.distance(to);
        return distance <= limits.distance() || distance - errors <= fastest(from) * seconds(from, to);
    }

    private static double seconds(Seen from, Seen to) {
        return Math.max(1, Math.abs(to.at() - from.at()) / 1e3);
    }

    private double fastest(Seen of) {
        return switch (of.domain()) {
            case SEA -> limits.sea();
            case AIR -> limits.air();
            case LAND, UNKNOWN -> limits.other();
        };
    }

    @Override
    public void passed(long now, Consumer<Finding> found) {
        // A jump is found when it is seen.
    }

    @Override
    public void forget(TrackIdentity identity) {
        paths.remove(identity);
    }
}
