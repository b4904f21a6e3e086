package org.renkei.kernel.track;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All tracks of a node, made from sightings. The same identity is the same track, whatever feed says it; identities
/// of different schemes are joined by the rule of [Correlation]. What the book says depends on the sightings and the
/// times given to it, on nothing else. Not thread-safe.
public final class TrackBook {
    /// What has ended is kept for so long, milliseconds: forms that are delayed end with the same delay.
    private static final long KEPT = 3 * 3_600_000L;

    private final Map<TrackIdentity, Map<String, TrackSource>> sources = new LinkedHashMap<>();
    private final Correlation correlation = new Correlation(this::newest);
    private final Map<TrackIdentity, TrackState> told = new HashMap<>();

    /// What became of a sighting.
    ///
    /// @param historic whether its position belongs into the history of the track
    /// @param moved whether the track shows something else than before
    public record Taken(Track track, boolean moved, boolean historic, List<TrackNote> notes) {
        public Taken {
            notes = List.copyOf(notes);
        }
    }

    public Taken take(Sighting sighting) {
        var identity = sighting.identity();
        var feeds = sources.computeIfAbsent(identity, key -> new TreeMap<>());
        var before = feeds.get(sighting.feed());
        var step = before == null ? TrackSource.first(sighting) : before.take(sighting);
        feeds.put(sighting.feed(), step.source());
        var notes = new ArrayList<TrackNote>();
        var at = TrackSource.observedAt(sighting);
        switch (step.outcome()) {
            case MOVED, RESTARTED -> {
                told.remove(identity);
                if (step.outcome() == TrackSource.Outcome.RESTARTED) {
                    notes.add(restarted(at, before, sighting));
                }
                notes.addAll(correlation.moved(identity, at));
            }
            case JUMPED -> jumped(at, before, step.source(), notes);
            case LATE, REPEATED, PARTICULARS -> {}
        }
        return new Taken(track(identity), shows(step.outcome()), isHistoric(step.outcome()), notes);
    }

    /// The track of an identity; empty when it is not in the picture.
    public Optional<Track> find(TrackIdentity identity) {
        return sources.containsKey(identity) ? Optional.of(track(identity)) : Optional.empty();
    }

    /// All tracks, each once, in the order in which they appeared; those that ended less than three hours ago, too.
    public List<Track> tracks() {
        var all = new ArrayList<Track>();
        var listed = new HashSet<TrackIdentity>();
        for (var identity : sources.keySet()) {
            if (listed.add(identity)) {
                var members = correlation.trackOf(identity);
                listed.addAll(members);
                all.add(track(members));
            }
        }
        return all;
    }

    /// Takes up again that two identities were joined, as it was found when the sightings came that are now history.
    /// What may not be in one track is left apart.
    public void join(TrackIdentity one, TrackIdentity other, long at) {
        if (sources.containsKey(one) && sources.containsKey(other)) {
            correlation.joinAgain(one, other, at);
        }
    }

    /// Finds who has fallen silent, and forgets those who were silent for too long.
    public List<TrackNote> sweep(long now) {
        correlation.sweep(now);
        var notes = new ArrayList<TrackNote>();
        for (var identity : List.copyOf(sources.keySet())) {
            var feeds = sources.getOrDefault(identity, Map.of()).values();
            var state = state(feeds, now);
            if (state != TrackState.LIVE && told.put(identity, state) != state) {
                notes.add(state == TrackState.LOST ? new TrackNote.Lost(now, identity) : ended(now, identity));
            }
            if (feeds.stream().allMatch(source -> now - source.receivedAt() > KEPT)) {
                sources.remove(identity);
                told.remove(identity);
            }
        }
        return notes;
    }

    private TrackNote ended(long now, TrackIdentity identity) {
        correlation.remove(identity);
        return new TrackNote.Ended(now, identity);
    }

    private Track track(TrackIdentity identity) {
        return track(correlation.trackOf(identity));
    }

    private Track track(List<TrackIdentity> members) {
        var all = new ArrayList<TrackSource>();
        for (var member : members) {
            all.addAll(sources.getOrDefault(member, Map.of()).values());
        }
        return new Track(all);
    }

    private @Nullable TrackSource newest(TrackIdentity identity) {
        TrackSource newest = null;
        for (var source : sources.getOrDefault(identity, Map.of()).values()) {
            if (source.state() != null && (newest == null || source.observedAt() > newest.observedAt())) {
                newest = source;
            }
        }
        return newest;
    }

    /// An identity stands as the best of its sources.
    private static TrackState state(Collection<TrackSource> feeds, long now) {
        return feeds.stream()
                .map(source -> source.stateAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(TrackState.ENDED);
    }

    /// Told only for the first of several such places in a row.
    private static void jumped(long at, @Nullable TrackSource before, TrackSource after, List<TrackNote> notes) {
        var suspect = after.suspect();
        if (before == null || before.state() == null || suspect == null || suspect.count() > 1) {
            return;
        }
        var from = whereabouts(before.state());
        var to = whereabouts(at, suspect.fix());
        var way = Earth.distance(from.latitude(), from.longitude(), to.latitude(), to.longitude());
        var seconds = Math.max(at - from.at(), 1) / 1000.0;
        notes.add(new TrackNote.Jumped(at, after.identity(), after.feed(), from, to, way / seconds));
    }

    private static TrackNote restarted(long at, @Nullable TrackSource before, Sighting sighting) {
        var to = whereabouts(at, sighting.fix().orElseThrow());
        var from = before == null || before.state() == null ? to : whereabouts(before.state());
        return new TrackNote.Restarted(at, sighting.identity(), sighting.feed(), from, to);
    }

    private static Whereabouts whereabouts(Kinematics state) {
        return new Whereabouts(state.at(), state.latitude(), state.longitude());
    }

    private static Whereabouts whereabouts(long at, Fix fix) {
        return new Whereabouts(at, fix.latitude(), Earth.wrapped(fix.longitude()));
    }

    private static boolean shows(TrackSource.Outcome outcome) {
        return switch (outcome) {
            case MOVED, RESTARTED, PARTICULARS -> true;
            case LATE, REPEATED, JUMPED -> false;
        };
    }

    private static boolean isHistoric(TrackSource.Outcome outcome) {
        return switch (outcome) {
            case MOVED, RESTARTED, LATE -> true;
            case REPEATED, PARTICULARS, JUMPED -> false;
        };
    }
}
