package org.renkei.kernel.track;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads updates of one lossy lane, whichever of them arrive, in whatever order. Not thread-safe.
public final class TrackReceiver {
    private static final int MOST = 200_000;

    private final Map<Integer, TrackWire.Base> bases = new HashMap<>();

    /// The update; empty when its base has not arrived.
    ///
    /// @throws IllegalArgumentException when these are not the bytes of one update
    public Optional<TrackUpdate> read(byte[] bytes) {
        var part = TrackWire.read(bytes);
        if (part.isBase()) {
            var base = new TrackWire.Base(
                    part.generation(), part.id(), part.domain(), part.tick(), part.latitude(), part.longitude());
            var update = update(part, base, 0, 0, 0);
            if (bases.size() < MOST || bases.containsKey(part.number())) {
                bases.put(part.number(), base);
            }
            return Optional.of(update);
        }
        var base = bases.get(part.number());
        if (base == null || base.generation() != part.generation() || base.domain() != part.domain()) {
            return Optional.empty();
        }
        return Optional.of(update(part, base, part.tick(), part.latitude(), part.longitude()));
    }

    /// Whether these bytes tell everything whole.
    public static boolean isBase(byte[] bytes) {
        return TrackWire.read(bytes).isBase();
    }

    /// Nothing is read any more under this number before its next base; the id that it stood for.
    public Optional<UUID> forget(int number) {
        return Optional.ofNullable(bases.remove(number)).map(TrackWire.Base::id);
    }

    private static TrackUpdate update(TrackWire.Part part, TrackWire.Base base, long ticks, long north, long east) {
        return new TrackUpdate(
                base.id(),
                part.domain(),
                part.coarse(),
                (base.tick() + ticks) * TrackWire.TICK,
                (base.latitude() + north) / TrackWire.PLACES,
                TrackWire.turned(base.longitude() + east) / TrackWire.PLACES,
                TrackWire.metres(part.accuracy()),
                part.course(),
                part.speed(),
                part.altitude());
    }
}
