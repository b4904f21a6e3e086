package org.renkei.federation;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.settings.NodeSettings.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls one partner again and again, with pauses that grow while nothing comes of it, and opens the
/// urgent lanes of each session that stands.
final class LinkCaller {
    private static final Logger LOG = LoggerFactory.getLogger(LinkCaller.class);
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 15_000;
    private static final long LANE_PAUSE_MILLIS = 2_000;
    private static final int TRACKS_AFTER = 4;
    /// The spare lane saves a round trip where a packet is lost, and costs half a second of a thin line.
    private static final int SPARE_AFTER = 12;

    private static final long LONGEST_WITHOUT_SPARE_MILLIS = 60_000;
    /// A partner that is reached within this is on no thin line.
    private static final long QUICK_MILLIS = 900;

    private static final long QUICK_PAUSE_MILLIS = 250;

    private final Link link;
    private final Dialer dialer;
    private final Clock clock;
    private final BooleanSupplier stopping;
    /// How long it took to reach the partner: about so long another connection will take most of a thin
    /// line.
    private volatile long reachedAfter;

    LinkCaller(Link link, Dialer dialer, Clock clock, BooleanSupplier stopping) {
        this.link = link;
        this.dialer = dialer;
        this.clock = clock;
        this.stopping = stopping;
    }

    /// How long it took to reach the partner the last time, in milliseconds.
    long reachedAfter() {
        return reachedAfter;
    }

    /// @param converse called with each connection; returns when the conversation is over
    void run(BiConsumer<Connection, LinkCaller> converse) {
        var pause = FIRST_PAUSE_MILLIS;
        while (!stopping.getAsBoolean() && rest(0)) {
            var began = clock.millis();
            try {
                var dialled = System.nanoTime();
                var connection = dialer.dial();
                reachedAfter = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - dialled);
                converse.accept(connection, this);
            } catch (IOException e) {
                failed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            var lasted = clock.millis() - began;
            pause = lasted > LONGEST_PAUSE_MILLIS ? FIRST_PAUSE_MILLIS : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            if (!rest(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1))) {
                return;
            }
        }
    }

    /// Opens the further lanes of a session, and again what is lost of them, until it is over; without
    /// them, urgent traffic shares the other lane, and there are no live tracks. One after the other,
    /// the urgent one first; on a thin line with pauses: what it takes to open the others would stand in
    /// the way of what has waited for the session. There they are within the session's own connection if they
    /// can be, and the urgent one has no spare one.
    void openLanes(Conversation conversation, Connection session, byte[] token, Compressions compressions) {
        var key = link.partner().key();
        var transport = session.transport();
        var urgent = new LinkFrame.Join(token);
        background("link-lanes-" + key, () -> {
            if (!isThin() || !openWithin(session, conversation, urgent)) {
                open(
                        conversation::awaitMissingLane,
                        () -> conversation.joined(beside(transport, urgent).stream()),
                        0,
                        isThin() ? Math.max(LANE_PAUSE_MILLIS, SPARE_AFTER * reachedAfter) : QUICK_PAUSE_MILLIS);
            }
        });
        var tracks = link.tracks();
        background("link-tracks-" + key, () -> {
            open(
                    () -> tracks.awaitMissing(token),
                    () -> tracks.joined(token, trackLane(session, token), compressions),
                    TRACKS_AFTER * reachedAfter,
                    LANE_PAUSE_MILLIS);
        });
    }

    private interface Missing {
        /// Waits until a lane is missing; false when the conversation is over.
        boolean await() throws InterruptedException;
    }

    private interface Opening {
        void open() throws IOException;
    }

    private static void background(String name, Runnable work) {
        Thread.ofVirtual().name(name).start(work);
    }

    /// @param first before the first one
    /// @param second after the first that was opened; after later ones not less than the usual pause
    private void open(Missing missing, Opening opening, long first, long second) {
        var again = LANE_PAUSE_MILLIS;
        var between = second;
        try {
            Thread.sleep(Math.min(first, LONGEST_PAUSE_MILLIS));
            while (missing.await()) {
                try {
                    opening.open();
                    again = LANE_PAUSE_MILLIS;
                    Thread.sleep(Math.min(between, LONGEST_WITHOUT_SPARE_MILLIS));
                    between = Math.max(between, LANE_PAUSE_MILLIS);
                } catch (IOException | RuntimeException e) {
                    LOG.info("no further lane to {}: {}", link.partner().node(), e.getMessage());
                    Thread.sleep(again);
                    again = Math.min(again * 2, LONGEST_PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isThin() {
        return reachedAfter >= QUICK_MILLIS;
    }

    /// @return whether the urgent lane is one within the session's connection
    private boolean openWithin(Connection session, Conversation conversation, LinkFrame join) {
        var lane = within(session, join);
        if (lane != null) {
            conversation.joined(lane.stream());
        }
        return lane != null;
    }

    private Connection trackLane(Connection session, byte[] token) throws IOException {
        var join = new LinkFrame.JoinTracks(token);
        var lane = isThin() ? within(session, join) : null;
        return lane != null ? lane : beside(session.transport(), join);
    }

    /// @return null where the transport has no such lane, or the partner takes no further one
    private @Nullable Connection within(Connection session, LinkFrame join) {
        try {
            var lane = session.beside();
            return lane == null ? null : joined(lane, join);
        } catch (IOException e) {
            LOG.info("no lane within the connection to {}: {}", link.partner().node(), e.getMessage());
            return null;
        }
    }

    private Connection beside(Transport transport, LinkFrame join) throws IOException {
        return joined(dialer.dialBeside(transport), join);
    }

    private static Connection joined(Connection connection, LinkFrame join) throws IOException {
        try (var frames = new FrameWriter(null)) {
            connection.stream().out().write(frames.encode(join, false));
            return connection;
        } catch (IOException e) {
            Quietly.close(connection);
            throw e;
        }
    }

    private boolean rest(long millis) {
        try {
            link.rest(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void failed(IOException failure) {
        var refusal = failure instanceof SSLException;
        var before = link.status();
        link.failed(refusal ? LinkProblem.WRONG_NODE : LinkProblem.LOST, String.valueOf(failure.getMessage()));
        if (before.phase() != link.status().phase()) {
            LOG.warn(
                    "no link to {} at {}: {}",
                    link.partner().node(),
                    link.partner().address(),
                    failure.getMessage());
        }
    }
}
