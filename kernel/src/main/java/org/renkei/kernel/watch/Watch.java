package org.renkei.kernel.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackIdentity;

/// Looks at every sighting by every rule. For each identity, sightings that are older than one before are left out, as
/// are those that say no position, except for what they say of the object. Not thread safe.
public final class Watch {
    private static final long FORGET_AFTER = 48 * 3_600_000L;
    private static final long SWEEP_EVERY = 3_600_000;

    private final List<Rule> rules;
    private final Map<TrackIdentity, Known> known = new HashMap<>();
    private long sweptAt = Long.MIN_VALUE;

    /// @param areas what is watched, and the harbors
    public Watch(WatchLimits limits, List<WatchedArea> areas) {
        var harbors = new Harbors(areas);
        rules = List.of(
                new GapRule(limits.gap()),
                new JumpRule(limits.jump()),
                new IdentityRule(),
                new LoiteringRule(limits.loitering(), harbors),
                new DriftRule(limits.drift()),
                new StopRule(limits.stop()),
                new MeetingRule(limits.meeting(), harbors),
                new EntryRule(areas),
                new InterferenceRule(limits.interference()));
    }

    private record Known(Particulars particulars, long at) {}

    /// A feed saw something.
    public List<Finding> seen(Sighting sighting) {
        var before = known.get(sighting.identity());
        var particulars =
                before == null ? sighting.particulars() : before.particulars().updatedBy(sighting.particulars());
        if (sighting.fix().isEmpty() || before != null && sighting.observedAt() <= before.at()) {
            known.put(sighting.identity(), new Known(particulars, before == null ? Long.MIN_VALUE : before.at()));
            return List.of();
        }
        known.put(sighting.identity(), new Known(particulars, sighting.observedAt()));
        var seen = new Seen(
                sighting.identity(),
                sighting.domain(),
                sighting.feed(),
                sighting.observedAt(),
                sighting.fix().get(),
                sighting.motion(),
                particulars);
        var found = new ArrayList<Finding>();
        rules.forEach(rule -> rule.seen(seen, found::add));
        return List.copyOf(found);
    }

    /// It is now so late, epoch milliseconds by the clock that the sightings go by.
    public List<Finding> passed(long now) {
        var found = new ArrayList<Finding>();
        rules.forEach(rule -> rule.passed(now, found::add));
        sweep(now);
        return List.copyOf(found);
    }

    private void sweep(long now) {
        if (sweptAt != Long.MIN_VALUE && now - sweptAt < SWEEP_EVERY) {
            return;
        }
        sweptAt = now;
        var silent = known.entrySet().stream()
                .filter(entry -> isSilent(entry.getValue(), now))
                .map(Map.Entry::getKey)
                .toList();
        silent.forEach(identity -> {
            known.remove(identity);
            rules.forEach(rule -> rule.forget(identity));
        });
    }

    private static boolean isSilent(@Nullable Known one, long now) {
        return one != null && one.at() != Long.MIN_VALUE && now - one.at() > FORGET_AFTER;
    }
}
