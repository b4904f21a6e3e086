package org.renkei.kernel.watch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.TrackIdentity;

/// Finds two ships that are close together and slow for long, outside harbors.
final class MeetingRule implements Rule {
    /// Somebody who was not heard for so long is not taken to be there still.
    private static final long FRESH = 15 * 60_000;

    private static final double METRES_PER_DEGREE = 111_195;

    private final WatchLimits.Meeting limits;
    private final Harbors harbors;
    private final double cellDegrees;
    private final Map<TrackIdentity, Seen> slow = new HashMap<>();
    private final Map<Cell, Set<TrackIdentity>> cells = new HashMap<>();
    private final Map<TrackIdentity, Map<TrackIdentity, Meeting>> meetings = new HashMap<>();

    MeetingRule(WatchLimits.Meeting limits, Harbors harbors) {
        this.limits = limits;
        this.harbors = harbors;
        this.cellDegrees = limits.distance() / METRES_PER_DEGREE;
    }

    /// A square as high as the distance that matters, and as wide at the equator.
    private record Cell(int row, int column) {}

    private static final class Meeting {
        private final Seen one;
        private final Seen other;
        private double least;
        private long last;
        private boolean given;

        private Meeting(Seen one, Seen other) {
            this.one = one;
            this.other = other;
            this.least = one.distance(other);
            this.last = Math.max(one.at(), other.at());
        }

        private long from() {
            return Math.max(one.at(), other.at());
        }
    }

    @Override
    public void seen(Seen seen, Consumer<Finding> found) {
        if (!seen.isSea() || seen.speed().isEmpty()) {
            return;
        }
        remove(seen.identity());
        if (seen.speed().getAsDouble() > limits.speed() || seen.isMoored() || harbors.hold(seen)) {
            endAll(seen.identity(), found);
            return;
        }
        slow.put(seen.identity(), seen);
        cells.computeIfAbsent(cell(seen, 0, 0), cell -> new HashSet<>()).add(seen.identity());
        var near = near(seen);
        meetingsOf(seen.identity()).keySet().stream()
                .filter(other -> !near.contains(other))
                .toList()
                .forEach(other -> end(seen.identity(), other, found));
        near.forEach(other -> together(seen, other, found));
    }

    private Set<TrackIdentity> near(Seen seen) {
        var near = new HashSet<TrackIdentity>();
        var wide = (int)
                Math.ceil(1 / Math.max(0.01, Math.cos(Math.toRadians(seen.fix().latitude()))));
        for (var row = -1; row <= 1; row++) {
            for (var column = -wide; column <= wide; column++) {
                for (var other : cells.getOrDefault(cell(seen, row, column), Set.of())) {
                    var there = slow.get(other);
                    if (there != null
                            && !other.equals(seen.identity())
                            && seen.at() - there.at() <= FRESH
                            && seen.distance(there) <= limits.distance()) {
                        near.add(other);
                    }
                }
            }
        }
        return near;
    }

    private Cell cell(Seen seen, int rows, int columns) {
        var all = (int) Math.ceil(360 / cellDegrees);
        return new Cell(
                (int) Math.floor(seen.fix().latitude() / cellDegrees) + rows,
                Math.floorMod((int) Math.floor((seen.fix().longitude() + 180) / cellDegrees) + columns, all));
    }

    private void together(Seen seen, TrackIdentity other, Consumer<Finding> found) {
        var there = slow.get(other);
        if (there == null) {
            return;
        }
        var meeting = meetingsOf(seen.identity()).get(other);
        if (meeting == null) {
            var begun = new Meeting(there, seen);
            meetingsOf(seen.identity()).put(other, begun);
            meetingsOf(other).put(seen.identity(), begun);
            return;
        }
        meeting.least = Math.min(meeting.least, seen.distance(there));
        meeting.last = Math.max(meeting.last, seen.at());
        if (!meeting.given && meeting.last - meeting.from() >= limits.duration()) {
            meeting.given = true;
            found.accept(finding(meeting, false));
        }
    }

    private Map<TrackIdentity, Meeting> meetingsOf(TrackIdentity identity) {
        return meetings.computeIfAbsent(identity, key -> new HashMap<>());
    }

    private void endAll(TrackIdentity identity, Consumer<Finding> found) {
        List.copyOf(meetingsOf(identity).keySet()).forEach(other -> end(identity, other, found));
        meetings.remove(identity);
    }

    private void end(TrackIdentity one, TrackIdentity other, Consumer<Finding> found) {
        meetingsOf(other).remove(one);
        @Nullable Meeting meeting = meetingsOf(one).remove(other);
        if (meeting != null && meeting.given) {
            found.accept(finding(meeting, true));
        }
    }

    private Finding finding(Meeting meeting, boolean over) {
        return new Finding(
                FindingKind.MEETING,
                List.of(meeting.one.identity(), meeting.other.identity()),
                meeting.from(),
                meeting.last,
                over,
                "",
                List.of(meeting.one.evidence(), meeting.other.evidence()),
                List.of(
                        new Figure(Measure.DURATION, (meeting.last - meeting.from()) / 1e3, limits.duration() / 1e3),
                        new Figure(Measure.LEAST_DISTANCE, meeting.least, limits.distance())));
    }

    private void remove(TrackIdentity identity) {
        var before = slow.remove(identity);
        if (before != null) {
            var cell = cell(before, 0, 0);
            var there = cells.get(cell);
            if (there != null && there.remove(identity) && there.isEmpty()) {
                cells.remove(cell);
            }
        }
    }

    @Override
    public void passed(long now, Consumer<Finding> found) {
        // Whoever is silent meets nobody: see what counts as fresh.
    }

    @Override
    public void forget(TrackIdentity identity) {
        remove(identity);
        var left = meetings.remove(identity);
        if (left != null) {
            left.keySet().forEach(other -> meetingsOf(other).remove(identity));
        }
    }
}
