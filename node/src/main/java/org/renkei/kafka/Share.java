package org.renkei.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.renkei.kafka.SightingCodec.Told;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackBook;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.kernel.track.TrackSource;

/// One worker's knowledge of one partition: what each feed said last of each identity. From many sightings it leaves
/// the
/// newest, at most one a second for each source, with everything that is known of it; repeated and impossible ones are
/// left out. Used by one thread.
final class Share {
    private static final long SECOND = 1_000;
    private static final long SWEPT_MILLIS = 60_000;

    private final TrackBook book = new TrackBook();
    private final Map<Key, Long> toldAt = new HashMap<>();
    private long sweptAt;

    /// The key of a message for pictures: the log keeps the newest of each.
    record Key(String feed, TrackIdentity identity) {
        static Key of(Sighting sighting) {
            return new Key(sighting.feed(), sighting.identity());
        }

        @Override
        public String toString() {
            return feed + " " + identity;
        }
    }

    /// Takes up what was told to pictures before.
    void restore(Told told) {
        book.take(told.sighting());
        toldAt.put(Key.of(told.sighting()), told.sighting().observedAt());
    }

    /// @return what pictures are to be told; empty for nothing
    Optional<Told> take(Told told) {
        var sighting = told.sighting();
        var key = Key.of(sighting);
        var taken = book.take(sighting);
        var at = sighting.observedAt();
        var before = toldAt.get(key);
        if (!taken.moved() || sighting.fix().isPresent() && before != null && at - before < SECOND) {
            return Optional.empty();
        }
        return taken.track().sources().stream()
                .filter(source ->
                        source.feed().equals(key.feed()) && source.identity().equals(key.identity()))
                .findFirst()
                .map(source -> {
                    toldAt.put(key, source.observedAt());
                    return new Told(whole(source), told.label());
                });
    }

    /// Forgets what has ended, once in a while.
    void sweep(long now) {
        if (now - sweptAt >= SWEPT_MILLIS) {
            sweptAt = now;
            book.sweep(now);
            toldAt.keySet().removeIf(key -> book.find(key.identity()).isEmpty());
        }
    }

    private static Sighting whole(TrackSource source) {
        return new Sighting(
                source.feed(),
                source.identity(),
                source.domain(),
                source.observedAt(),
                source.receivedAt(),
                Optional.ofNullable(source.newest()),
                source.motion(),
                source.particulars());
    }
}
