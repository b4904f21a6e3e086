package org.renkei.federation;

import java.util.ArrayList;
import java.util.List;

/// Lanes on their way into a conversation. Those that come too late are closed.
final class JoiningLanes {
    private final List<LaneReader> lanes = new ArrayList<>();
    private boolean closed;

    /// @return false when the conversation is over; the lane is closed then
    synchronized boolean add(LaneReader lane) {
        if (closed) {
            refuse(lane);
            return false;
        }
        return lanes.add(lane);
    }

    synchronized List<LaneReader> take() {
        var taken = List.copyOf(lanes);
        lanes.clear();
        return taken;
    }

    synchronized void close() {
        closed = true;
        take().forEach(JoiningLanes::refuse);
    }

    static void refuse(LaneReader lane) {
        lane.close();
        Quietly.close(lane.stream());
    }
}
