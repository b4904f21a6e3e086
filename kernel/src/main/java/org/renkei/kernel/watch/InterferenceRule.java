package org.renkei.kernel.watch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;

/// Finds cells in which satellite navigation is likely disturbed: where many aircraft report a low integrity or
/// accuracy of their own position (NIC and NACp, RTCA DO-260B). The count is that of public maps: of all aircraft seen
/// in the cell, those that were affected at any time, less one.
final class InterferenceRule implements Rule {
    private static final int MOST_EVIDENCE = 20;

    private final WatchLimits.Interference limits;
    private final Map<String, Map<TrackIdentity, Heard>> cells = new TreeMap<>();
    private long window = Long.MIN_VALUE;

    InterferenceRule(WatchLimits.Interference limits) {
        this.limits = limits;
    }

    /// @param seen when it was first affected; its last sighting for one that was not
    private record Heard(Seen seen, boolean affected) {}

    @Override
    public void seen(Seen seen, Consumer<Finding> found) {
        var nic = seen.particulars().nic();
        var nacp = seen.particulars().nacp();
        if (seen.domain() != TrackDomain.AIR || nic.isEmpty() && nacp.isEmpty()) {
            return;
        }
        passed(seen.at(), found);
        var affected =
                nic.isPresent() && nic.getAsInt() < limits.nic() || nacp.isPresent() && nacp.getAsInt() < limits.nacp();
        cells.computeIfAbsent(Gars.cell(seen.fix().latitude(), seen.fix().longitude()), cell -> new HashMap<>())
                .merge(
                        seen.identity(),
                        new Heard(seen, affected),
                        (before, after) -> before.affected() ? before : after);
    }

    @Override
    public void passed(long now, Consumer<Finding> found) {
        var current = Math.floorDiv(now, limits.window());
        if (current > window) {
            cells.forEach((cell, heard) -> judge(cell, List.copyOf(heard.values()), found));
            cells.clear();
            window = current;
        }
    }

    private void judge(String cell, List<Heard> heard, Consumer<Finding> found) {
        var affected = heard.stream()
                .filter(Heard::affected)
                .map(Heard::seen)
                .sorted(Comparator.comparingLong(Seen::at).thenComparing(Seen::identity))
                .toList();
        var share = (affected.size() - 1.0) / heard.size();
        if (heard.size() >= limits.aircraft() && share >= limits.share()) {
            found.accept(new Finding(
                    FindingKind.INTERFERENCE,
                    affected.stream().map(Seen::identity).toList(),
                    window * limits.window(),
                    (window + 1) * limits.window(),
                    true,
                    cell,
                    affected.stream()
                            .limit(MOST_EVIDENCE)
                            .map(InterferenceRule::evidence)
                            .toList(),
                    List.of(
                            new Figure(Measure.SHARE, share, limits.share()),
                            new Figure(Measure.AIRCRAFT, heard.size(), limits.aircraft()),
                            Figure.of(Measure.AIRCRAFT_AFFECTED, affected.size()))));
        }
    }

    private static Evidence evidence(Seen seen) {
        var nic = seen.particulars().nic();
        var nacp = seen.particulars().nacp();
        return seen.evidence((nic.isPresent() ? "nic=" + nic.getAsInt() : "")
                + (nic.isPresent() && nacp.isPresent() ? " " : "")
                + (nacp.isPresent() ? "nacp=" + nacp.getAsInt() : ""));
    }

    @Override
    public void forget(TrackIdentity identity) {
        // Each window forgets all.
    }
}
