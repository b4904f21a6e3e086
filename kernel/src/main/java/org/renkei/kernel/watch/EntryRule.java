package org.renkei.kernel.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.TrackIdentity;

/// Finds what comes into a watched area, and says when it has left.
final class EntryRule implements Rule {
    private final List<WatchedArea> areas;
    private final Map<TrackIdentity, Seen> before = new HashMap<>();
    private final Map<String, Map<TrackIdentity, Visit>> visits = new HashMap<>();

    EntryRule(List<WatchedArea> areas) {
        this.areas = areas.stream().filter(area -> !area.isHarbor()).toList();
    }

    /// @param outside where it was before; null when it was first seen inside
    private record Visit(@Nullable Seen outside, Seen entered) {}

    @Override
    public void seen(Seen seen, Consumer<Finding> found) {
        for (var area : areas) {
            if (area.domains().contains(seen.domain())) {
                look(area, seen, found);
            }
        }
        before.put(seen.identity(), seen);
    }

    private void look(WatchedArea area, Seen seen, Consumer<Finding> found) {
        var inside = visits.computeIfAbsent(area.id(), id -> new HashMap<>());
        var visit = inside.get(seen.identity());
        var isInside = area.contains(seen.fix().latitude(), seen.fix().longitude());
        if (isInside && visit == null) {
            var entry = new Visit(before.get(seen.identity()), seen);
            inside.put(seen.identity(), entry);
            found.accept(finding(area, entry, null));
        } else if (!isInside && visit != null) {
            inside.remove(seen.identity());
            found.accept(finding(area, visit, seen));
        }
    }

    private static Finding finding(WatchedArea area, Visit visit, @Nullable Seen left) {
        var entered = visit.entered();
        var evidence = new ArrayList<Evidence>();
        if (visit.outside() != null) {
            evidence.add(visit.outside().evidence());
        }
        evidence.add(entered.evidence(visit.outside() == null ? "first seen inside" : ""));
        if (left != null) {
            evidence.add(left.evidence());
        }
        var to = left == null ? entered.at() : left.at();
        return new Finding(
                FindingKind.ENTRY,
                List.of(entered.identity()),
                entered.at(),
                to,
                left != null,
                area.id(),
                evidence,
                left == null ? List.of() : List.of(Figure.of(Measure.DURATION, (to - entered.at()) / 1e3)));
    }

    @Override
    public void passed(long now, Consumer<Finding> found) {
        // Only what is seen enters or leaves.
    }

    @Override
    public void forget(TrackIdentity identity) {
        before.remove(identity);
        visits.values().forEach(inside -> inside.remove(identity));
    }
}
