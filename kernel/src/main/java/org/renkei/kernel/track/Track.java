package org.renkei.kernel.track;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One object: all that the feeds say of it, one source for each feed and identity. Immutable, never empty.
///
/// @param sources by rank of the identity, then by feed
public record Track(List<TrackSource> sources) {
    private static final Comparator<TrackSource> ORDER =
            Comparator.comparing(TrackSource::identity, TrackRank.ORDER).thenComparing(TrackSource::feed);

    public Track {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a track has a source");
        }
        sources = sources.stream().sorted(ORDER).toList();
    }

    /// The identity that names the track: the first by rank.
    public TrackIdentity identity() {
        return sources.getFirst().identity();
    }

    public List<TrackIdentity> identities() {
        return sources.stream().map(TrackSource::identity).distinct().toList();
    }

    /// The first domain that a source is sure of.
    public TrackDomain domain() {
        return sources.stream()
                .map(TrackSource::domain)
                .filter(domain -> domain != TrackDomain.UNKNOWN)
                .findFirst()
                .orElse(TrackDomain.UNKNOWN);
    }

    /// The track as made of these sources only; empty when none is left.
    public Optional<Track> only(Predicate<TrackSource> wanted) {
        var left = sources.stream().filter(wanted).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new Track(left));
    }

    /// The source that knows best where the object is at that time: the one whose prediction is surest. Sources
    /// are not averaged: each position shown is the word of one source, and two feeds that relay the same
    /// transmission do not make it surer. Null when no source has a position.
    public @Nullable TrackSource best(long time) {
        TrackSource best = null;
        var least = Double.POSITIVE_INFINITY;
        for (var source : sources) {
            var state = source.stateAt(time);
            if (state != null && state.positionVariance() < least) {
                best = source;
                least = state.positionVariance();
            }
        }
        return best;
    }

    /// Epoch milliseconds of the newest position of any source; empty sources count as never seen.
    public long seenAt() {
        return sources.stream()
                .filter(source -> source.state() != null)
                .mapToLong(TrackSource::observedAt)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    public TrackState stateAt(long now) {
        var seen = seenAt();
        return seen == Long.MIN_VALUE
                ? TrackState.ENDED
                : TrackLimits.of(domain()).stateAfter(now - seen);
    }

    /// Everything said of the object: for each thing the word of the first source by rank that says it.
    public Particulars particulars() {
        var all = Particulars.NONE;
        for (var source : sources) {
            all = source.particulars().updatedBy(all);
        }
        return all;
    }
}
