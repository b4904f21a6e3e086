package org.renkei.federation;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.renkei.federation.TrackTraffic.State;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lane of tracks of one link: at most one at a time, beside the session and of no weight for it. Whatever becomes
/// of it, the session goes on.
final class TrackLanes {
    private static final Logger LOG = LoggerFactory.getLogger(TrackLanes.class);

    private final Link link;
    private final Supplier<TrackExchange> exchange;
    private final TrackRate sent = new TrackRate();
    private final TrackRate received = new TrackRate();
    private @Nullable Session session;
    private @Nullable TrackLane lane;
    private @Nullable String problem;
    private long lanes;

    /// @param own whoever shows it may add the lane
    /// @param partners with what we may
    private record Session(int version, byte[] own, byte[] partners, SharedPacer records) {}

    TrackLanes(Link link, Supplier<TrackExchange> exchange) {
        this.link = link;
        this.exchange = exchange;
    }

    /// A session stands. Partners of earlier versions know of no such lane.
    synchronized void begin(int version, byte[] partners, byte[] own, SharedPacer records) {
        if (version >= LinkSession.TRACKS && isWanted()) {
            session = new Session(version, own.clone(), partners.clone(), records);
            problem = null;
        }
    }

    /// The session is over.
    synchronized void end() {
        session = null;
        drop();
        notifyAll();
    }

    /// The side that is called: takes the lane if the token is that of the session.
    boolean join(byte[] shown, Connection connection, LaneReader reader, LaneReader.Arrival early) {
        List<LinkFrame> rest = early.frames().subList(1, early.frames().size());
        return add(session -> MessageDigest.isEqual(session.own(), shown), connection, reader, rest);
    }

    /// The side that calls.
    void joined(byte[] token, Connection connection, Compressions compressions) {
        var reader = new LaneReader(connection.stream(), compressions);
        if (!add(session -> MessageDigest.isEqual(session.partners(), token), connection, reader, List.of())) {
            reader.close();
            Quietly.close(connection);
        }
    }

    private interface Belonging {
        boolean to(Session session);
    }

    private synchronized boolean add(
            Belonging belongs, Connection connection, LaneReader reader, List<LinkFrame> early) {
        var stands = session;
        if (stands == null || problem != null || !belongs.to(stands)) {
            return false;
        }
        drop();
        lane = new TrackLane(
                link,
                connection,
                exchange.get(),
                stands.records(),
                new TrackLane.Counters(sent, received),
                ++lanes,
                stands.version(),
                this::over);
        lane.start(reader, early);
        return true;
    }

    /// Waits until the lane of that session is missing.
    ///
    /// @return false when there is to be none any more
    synchronized boolean awaitMissing(byte[] token) throws InterruptedException {
        while (isOf(token) && problem == null && lane != null) {
            wait();
        }
        return isOf(token) && problem == null;
    }

    private boolean isOf(byte[] token) {
        var stands = session;
        return stands != null && MessageDigest.isEqual(stands.partners(), token);
    }

    /// How things stand, for the screen.
    synchronized TrackTraffic traffic() {
        var open = Optional.ofNullable(lane).map(TrackLane::figures);
        var state = !isWanted() ? State.OFF : problem != null ? State.REFUSED : lane != null ? State.OPEN : State.NONE;
        return new TrackTraffic(
                state,
                problem,
                sent.perSecond(),
                received.perSecond(),
                open.map(TrackLane.Figures::told).orElse(0),
                exchange.get().known(link.partner().node()),
                open.map(TrackLane.Figures::bytesPerUpdate).orElse(0.0),
                open.map(TrackLane.Figures::superseded).orElse(0L),
                open.map(TrackLane.Figures::passedOver).orElse(0L));
    }

    private boolean isWanted() {
        return link.partner().settings().tracks();
    }

    /// @param garbage what was wrong with what came; null when the lane merely ended
    private synchronized void over(TrackLane ended, @Nullable String garbage) {
        if (lane != ended) {
            return;
        }
        if (garbage != null) {
            LOG.warn(
                    "tracks of {} are not taken any longer in this session: {}",
                    link.partner().node(),
                    garbage);
            problem = garbage;
        }
        drop();
        notifyAll();
    }

    private void drop() {
        if (lane != null) {
            lane.close();
            lane = null;
        }
    }
}
