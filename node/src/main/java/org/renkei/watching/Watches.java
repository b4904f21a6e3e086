package org.renkei.watching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.kernel.watch.Evidence;
import org.renkei.kernel.watch.Finding;
import org.renkei.kernel.watch.Latest;
import org.renkei.kernel.watch.Watch;
import org.renkei.watching.WatchPlan.NamedArea;

/// The watches under one plan: one over all that is live, and one for each feed that replays what was recorded, which
/// goes by the time of the recording. Not thread safe.
final class Watches {
    /// What was seen longer ago than this when it was received is a recording.
    private static final long LIVE_WITHIN = 3_600_000;

    private static final int MOST_NAMES = 100_000;
    private static final String LIVE = "";

    private final WatchPlan plan;
    private final Map<String, Watch> watches = new HashMap<>();
    private final Map<String, Long> clocks = new HashMap<>();
    private final Map<String, Label> labels = new HashMap<>();
    private final Map<TrackIdentity, String> names = new Latest<>(MOST_NAMES);

    Watches(WatchPlan plan) {
        this.plan = plan;
    }

    WatchPlan plan() {
        return plan;
    }

    /// @param label what the feed marks its sightings with
    List<Finding> seen(Sighting sighting, Label label) {
        labels.put(sighting.feed(), label);
        sighting.particulars()
                .name()
                .or(sighting.particulars()::callsign)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> names.put(sighting.identity(), name));
        var isLive = sighting.receivedAt() - sighting.observedAt() <= LIVE_WITHIN;
        var key = isLive ? LIVE : sighting.feed();
        clocks.merge(key, sighting.observedAt(), Math::max);
        return watch(key).seen(sighting);
    }

    /// The live watch goes by the clock, the others by what they have seen last.
    List<Finding> passed(long now) {
        var found = new ArrayList<Finding>();
        watches.forEach((key, watch) ->
                found.addAll(watch.passed(key.equals(LIVE) ? now : clocks.getOrDefault(key, Long.MIN_VALUE))));
        return found;
    }

    /// At least the plan's, and as strict as that of every feed that the finding rests on.
    Label label(Finding finding) {
        return finding.evidence().stream()
                .map(Evidence::feed)
                .distinct()
                .map(feed -> labels.getOrDefault(feed, plan.label()))
                .reduce(plan.label(), Label::combine);
    }

    Map<TrackIdentity, String> names() {
        return names;
    }

    private Watch watch(String key) {
        return watches.computeIfAbsent(
                key,
                name -> new Watch(
                        plan.limits(),
                        plan.areas().stream().map(NamedArea::area).toList()));
    }
}
