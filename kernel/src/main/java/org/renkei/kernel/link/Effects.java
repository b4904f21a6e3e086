package org.renkei.kernel.link;

import java.util.ArrayList;
import java.util.List;

/// What the parts of one session ask for, in order, until the host takes it.
final class Effects {
    private final List<LinkEffect> effects = new ArrayList<>();
    private boolean hasUrgentLane;
    private boolean closed;
    private Runnable last = () -> {};

    /// What looks for something to do after everything else, whenever effects are taken.
    void atLast(Runnable work) {
        last = work;
    }

    void openUrgentLane() {
        hasUrgentLane = true;
    }

    boolean hasUrgentLane() {
        return hasUrgentLane;
    }

    boolean isClosed() {
        return closed;
    }

    void add(LinkEffect effect) {
        effects.add(effect);
    }

    void send(LinkFrame frame) {
        effects.add(new LinkEffect.Send(hasUrgentLane ? laneOf(frame) : Lane.BULK, frame));
    }

    /// Ends the session and tells the partner why.
    void close(LinkProblem problem, String detail) {
        if (!closed) {
            send(new LinkFrame.Goodbye(problem.code()));
            closeQuietly(problem, detail);
        }
    }

    void closeQuietly(LinkProblem problem, String detail) {
        if (!closed) {
            closed = true;
            effects.add(new LinkEffect.Close(problem, detail));
        }
    }

    List<LinkEffect> take() {
        last.run();
        var taken = List.copyOf(effects);
        effects.clear();
        return taken;
    }

    private static Lane laneOf(LinkFrame frame) {
        return switch (frame) {
            case LinkFrame.Hello hello -> Lane.BULK;
            case LinkFrame.Batch batch -> Lane.BULK;
            case LinkFrame.Columns columns -> Lane.BULK;
            case LinkFrame.Recover recover -> Lane.BULK;
            case LinkFrame.Recovered recovered -> Lane.BULK;
            case LinkFrame.Want want -> Lane.BULK;
            case LinkFrame.Chunk chunk -> Lane.BULK;
            case LinkFrame.Lacking lacking -> Lane.BULK;
            case LinkFrame.Ack ack -> Lane.URGENT;
            case LinkFrame.Ping ping -> Lane.URGENT;
            case LinkFrame.Pong pong -> Lane.URGENT;
            case LinkFrame.Goodbye goodbye -> Lane.URGENT;
            case LinkFrame.Advance advance -> Lane.URGENT;
            case LinkFrame.AdvanceAck ack -> Lane.URGENT;
            case LinkFrame.Receipt receipt -> Lane.URGENT;
            case LinkFrame.Join join -> Lane.URGENT;
            case LinkFrame.RecoveredAhead ahead -> Lane.BULK;
            case LinkFrame.Audited audited -> Lane.BULK;
            case LinkFrame.Traced traced -> Lane.BULK;
            case LinkFrame.JoinTracks join -> throw new IllegalStateException("tracks have a lane of their own");
            case LinkFrame.Tracks tracks -> throw new IllegalStateException("tracks have a lane of their own");
            case LinkFrame.Cosigned cosigned -> Lane.BULK;
            case LinkFrame.Parcel parcel -> parcel.urgent() ? Lane.URGENT : Lane.BULK;
            case LinkFrame.ParcelAck ack -> Lane.URGENT;
            case LinkFrame.KeyKnown known -> Lane.BULK;
        };
    }
}
