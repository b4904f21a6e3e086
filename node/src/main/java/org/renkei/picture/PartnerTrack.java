package org.renkei.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.UUID;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.track.TrackLimits;
import org.renkei.kernel.track.TrackState;
import org.renkei.kernel.track.lane.LaneTrack;

/// A track as a partner has told of it.
///
/// @param id under which it is shown here; what the partner calls it cannot be taken for anything else here
/// @param receivedAt when this very state came, epoch milliseconds
/// @param heardAt when it was last told, changed or not
/// @param lane by which of the lanes it was told last
record PartnerTrack(NodeId origin, UUID id, LaneTrack track, long receivedAt, long heardAt, long lane) {
    /// A coarse form changes rarely, but is told again every minute as long as there is a lane.
    private static final Duration COARSE_LOST = Duration.ofMinutes(3);

    PartnerTrack again(LaneTrack told, long now, long by) {
        var same = told.equals(track);
        return new PartnerTrack(origin, id, told, same ? receivedAt : now, now, by);
    }

    /// Epoch milliseconds of its position. No clock of a partner makes a track younger than what came.
    long seenAt() {
        return Math.min(track.update().at(), receivedAt);
    }

    TrackState stateAt(long now) {
        var limits = TrackLimits.of(track.update().domain());
        if (!track.update().coarse()) {
            return limits.stateAfter(now - seenAt());
        }
        var silent = Duration.ofMillis(now - heardAt);
        if (silent.compareTo(limits.ended()) > 0) {
            return TrackState.ENDED;
        }
        return silent.compareTo(COARSE_LOST) > 0 ? TrackState.LOST : TrackState.LIVE;
    }

    /// Of one from the history: a coarse form that is shown at all was told at that time.
    TrackState stateThen(long then) {
        return track.update().coarse()
                ? TrackState.LIVE
                : TrackLimits.of(track.update().domain()).stateAfter(then - seenAt());
    }

    static UUID idOf(NodeId origin, UUID told) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(origin.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            var bytes = ByteBuffer.wrap(digest.digest(told.toString().getBytes(StandardCharsets.US_ASCII)));
            return new UUID(bytes.getLong() & ~0xF000L | 0x8000L, bytes.getLong() & ~(3L << 62) | 2L << 62);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
