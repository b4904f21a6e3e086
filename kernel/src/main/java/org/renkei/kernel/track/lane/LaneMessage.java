package org.renkei.kernel.track.lane;

import java.util.List;

/// What goes over the lane at once. Updates may be lost or come late: then nothing is lost but they. What is `told`
/// goes
/// by a way that loses nothing and keeps its order.
///
/// @param updates differences, of one track each, as [org.renkei.kernel.track.TrackSender] writes them
/// @param told the encoding of [LaneNews], or empty
public record LaneMessage(List<byte[]> updates, byte[] told) {
    public LaneMessage {
        updates = List.copyOf(updates);
    }

    /// About so many bytes on the wire, without what carries them.
    public int size() {
        return updates.stream().mapToInt(update -> update.length + 1).sum() + told.length;
    }
}
