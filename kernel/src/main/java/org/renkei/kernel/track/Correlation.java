package org.renkei.kernel.track;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which identities of different schemes are one object. The rule, with the figures of the constants below:
///
/// Two identities are **joined** when at [#JOINED_AFTER] successive sightings of either of them, at least a second
/// apart, over at least [#JOINED_OVER] and at most [#JOINED_WITHIN] milliseconds, their predicted places and
/// velocities [agree][Likeness], and no other identity of the same scheme agreed, on either side. They are
/// **parted** when at [#PARTED_AFTER] successive sightings they differ by more than twice that much; after that they
/// are not joined for [#APART_FOR]. Two identities of one scheme are never in one track, nor two domains.
final class Correlation {
    static final int JOINED_AFTER = 5;
    static final long JOINED_OVER = 20_000;
    static final long JOINED_WITHIN = 600_000;
    static final int PARTED_AFTER = 3;
    static final long APART_FOR = 600_000;

    private static final long SECOND = 1_000;

    private final Function<TrackIdentity, @Nullable TrackSource> newest;
    private final Neighborhood neighborhood = new Neighborhood();
    private final Map<TrackIdentity, TreeSet<TrackIdentity>> groups = new HashMap<>();
    private final Map<Pair, Streak> agreeing = new HashMap<>();
    private final Map<Pair, Streak> differing = new HashMap<>();
    private final Map<Pair, Long> apartUntil = new HashMap<>();

    /// @param newest the source that knows best of an identity, null when none has a position
    Correlation(Function<TrackIdentity, @Nullable TrackSource> newest) {
        this.newest = newest;
    }

    private record Pair(TrackIdentity first, TrackIdentity second) {
        static Pair of(TrackIdentity a, TrackIdentity b) {
            return TrackRank.ORDER.compare(a, b) <= 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    private record Streak(int count, long from, long to) {}

    /// The identities of the track, this one included, by rank.
    List<TrackIdentity> trackOf(TrackIdentity identity) {
        var group = groups.get(identity);
        return group == null ? List.of(identity) : List.copyOf(group);
    }

    /// To be called after each sighting that moved a source.
    List<TrackNote> moved(TrackIdentity identity, long at) {
        var source = newest.apply(identity);
        if (source == null || source.state() == null) {
            return List.of();
        }
        neighborhood.put(identity, source.state().latitude(), source.state().longitude());
        var notes = new ArrayList<TrackNote>();
        for (var other : trackOf(identity)) {
            if (!other.equals(identity)) {
                comparePartner(source, other, at, notes);
            }
        }
        for (var other : candidates(source)) {
            compareCandidate(source, other, at, notes);
        }
        return notes;
    }

    void joinAgain(TrackIdentity one, TrackIdentity other, long at) {
        if (couldJoin(trackOf(one), trackOf(other))) {
            join(Pair.of(one, other), at, new ArrayList<>());
        }
    }

    void remove(TrackIdentity identity) {
        leave(identity);
        neighborhood.remove(identity);
        agreeing.keySet()
                .removeIf(pair -> pair.first().equals(identity) || pair.second().equals(identity));
    }

    /// Forgets what is too old to count.
    void sweep(long now) {
        agreeing.values().removeIf(streak -> now - streak.to() > JOINED_WITHIN);
        differing.values().removeIf(streak -> now - streak.to() > JOINED_WITHIN);
        apartUntil.values().removeIf(until -> now > until);
    }

    private void comparePartner(TrackSource source, TrackIdentity other, long at, List<TrackNote> notes) {
        var pair = Pair.of(source.identity(), other);
        var there = newest.apply(other);
        if (there == null) {
            return;
        }
        switch (Likeness.of(source, there)) {
            case AGREES -> differing.remove(pair);
            case SILENT -> {}
            case DIFFERS -> {
                var streak = longer(differing, pair, at);
                if (streak.count() >= PARTED_AFTER) {
                    part(pair, at, notes);
                }
            }
        }
    }

    private void part(Pair pair, long at, List<TrackNote> notes) {
        differing.remove(pair);
        apartUntil.put(pair, at + APART_FOR);
        leave(pair.second());
        notes.add(new TrackNote.Parted(at, pair.first(), pair.second()));
    }

    private void compareCandidate(TrackSource source, TrackIdentity other, long at, List<TrackNote> notes) {
        var pair = Pair.of(source.identity(), other);
        var there = newest.apply(other);
        if (there == null || at < apartUntil.getOrDefault(pair, Long.MIN_VALUE)) {
            return;
        }
        switch (Likeness.of(source, there)) {
            case DIFFERS -> agreeing.remove(pair);
            case SILENT -> {}
            case AGREES -> {
                if (isAlone(source, there) && isAlone(there, source)) {
                    var streak = longer(agreeing, pair, at);
                    if (streak.count() >= JOINED_AFTER && streak.to() - streak.from() >= JOINED_OVER) {
                        join(pair, at, notes);
                    }
                }
            }
        }
    }

    private void join(Pair pair, long at, List<TrackNote> notes) {
        agreeing.remove(pair);
        var together = new TreeSet<>(TrackRank.ORDER);
        together.addAll(trackOf(pair.first()));
        together.addAll(trackOf(pair.second()));
        together.forEach(member -> groups.put(member, together));
        notes.add(new TrackNote.Joined(at, pair.first(), pair.second()));
    }

    /// Whether no other identity of the scheme of `there` agrees with `source`.
    private boolean isAlone(TrackSource source, TrackSource there) {
        for (var other : near(source, there.identity().scheme())) {
            var rival = other.equals(there.identity()) ? null : newest.apply(other);
            if (rival != null && Likeness.of(source, rival) == Likeness.AGREES) {
                return false;
            }
        }
        return true;
    }

    private List<TrackIdentity> near(TrackSource source, String scheme) {
        var state = source.state();
        return state == null
                ? List.of()
                : neighborhood.ofScheme(scheme, state.latitude(), state.longitude(), Neighborhood.REACH);
    }

    /// Those near by that could be in one track with it: no scheme would be there twice, and no other domain.
    private List<TrackIdentity> candidates(TrackSource source) {
        var state = source.state();
        var near = state == null
                ? List.<TrackIdentity>of()
                : neighborhood.ofOtherSchemes(
                        source.identity().scheme(), state.latitude(), state.longitude(), Neighborhood.REACH);
        if (near.isEmpty()) {
            return near;
        }
        var own = trackOf(source.identity());
        return near.stream().filter(other -> couldJoin(own, trackOf(other))).toList();
    }

    private boolean couldJoin(List<TrackIdentity> own, List<TrackIdentity> others) {
        var domain = domain(own);
        var theirs = domain(others);
        if (domain != theirs && domain != TrackDomain.UNKNOWN && theirs != TrackDomain.UNKNOWN) {
            return false;
        }
        return own.stream()
                .noneMatch(one -> others.stream().anyMatch(it -> it.scheme().equals(one.scheme())));
    }

    private TrackDomain domain(List<TrackIdentity> members) {
        for (var member : members) {
            var source = newest.apply(member);
            if (source != null && source.domain() != TrackDomain.UNKNOWN) {
                return source.domain();
            }
        }
        return TrackDomain.UNKNOWN;
    }

    private void leave(TrackIdentity identity) {
        var group = groups.remove(identity);
        if (group == null) {
            return;
        }
        group.remove(identity);
        if (group.size() == 1) {
            groups.remove(group.getFirst());
        }
    }

    /// One more in a row; within a second of the last one it does not count, and one too long ago starts anew.
    private static Streak longer(Map<Pair, Streak> streaks, Pair pair, long at) {
        var before = streaks.get(pair);
        if (before != null && at - before.to() < SECOND) {
            return before;
        }
        var streak = before == null || at - before.from() > JOINED_WITHIN
                ? new Streak(1, at, at)
                : new Streak(before.count() + 1, before.from(), at);
        streaks.put(pair, streak);
        return streak;
    }
}
