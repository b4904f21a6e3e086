package org.renkei.kernel.track;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/// Writes updates for one lossy lane. Each stands for itself beside the last base of its track, so that losing any of
/// them harms no other. The base is told anew every minute, unless another time is said, so that one that was lost is
/// missed no longer; and when the difference to it grows long. Not thread-safe.
public final class TrackSender {
    static final long BASE_EVERY = 60_000;

    /// Differences of more than this, in fixed-point degrees, are no shorter than a base is worth.
    private static final long FAR = 1 << 20;

    private final Map<UUID, Sent> sent = new HashMap<>();
    private final Set<UUID> stale = new HashSet<>();
    private final long ticks;
    private int next;

    /// For a lane on which bases may be lost, too.
    public TrackSender() {
        this(BASE_EVERY);
    }

    /// @param baseEvery milliseconds between two bases of a track that goes on
    public TrackSender(long baseEvery) {
        this.ticks = baseEvery / TrackWire.TICK;
    }

    private record Sent(int number, TrackWire.Base base) {}

    public byte[] write(TrackUpdate update) {
        var before = sent.get(update.id());
        if (!stale.remove(update.id()) && before != null && isNear(update, before.base())) {
            return TrackWire.write(update, before.number(), before.base(), false);
        }
        var base = new TrackWire.Base(
                before == null ? 0 : before.base().generation() + 1 & 0xFF,
                update.id(),
                update.domain(),
                TrackWire.tick(update.at()),
                TrackWire.fixed(update.latitude()),
                TrackWire.fixed(update.longitude()));
        if (next == TrackWire.MOST_TRACKS) {
            throw new IllegalStateException("all numbers of tracks on this lane are used up");
        }
        var number = before == null ? next++ : before.number();
        sent.put(update.id(), new Sent(number, base));
        return TrackWire.write(update, number, base, true);
    }

    /// Tells the base of this track anew with its next update; what was sent before then no longer counts.
    public void renew(UUID id) {
        stale.add(id);
    }

    /// Gives the track up; the number that it had here is never given again.
    public OptionalInt forget(UUID id) {
        stale.remove(id);
        var before = sent.remove(id);
        return before == null ? OptionalInt.empty() : OptionalInt.of(before.number());
    }

    private boolean isNear(TrackUpdate update, TrackWire.Base base) {
        var north = TrackWire.fixed(update.latitude()) - base.latitude();
        var east = TrackWire.turned(TrackWire.fixed(update.longitude()) - base.longitude());
        var later = TrackWire.tick(update.at()) - base.tick();
        return update.domain() == base.domain()
                && Math.abs(later) < ticks
                && Math.abs(north) < FAR
                && Math.abs(east) < FAR;
    }
}
