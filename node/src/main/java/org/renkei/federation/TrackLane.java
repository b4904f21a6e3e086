package org.renkei.federation;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.track.lane.LaneIntake;
import org.renkei.kernel.track.lane.LaneMessage;
import org.renkei.kernel.track.lane.LaneOutbox;
import org.renkei.kernel.track.lane.LanePacer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One lane of tracks, both ways: a thread that writes the newest there is as fast as the link has room beside records,
/// and one that reads. What waits is the newest state of each track; only what the pace lets go is ever written.
final class TrackLane {
    private static final Logger LOG = LoggerFactory.getLogger(TrackLane.class);
    private static final long BEGINNING = System.nanoTime();
    private static final long OFFER_MILLIS = 1_000;
    private static final long TURN_MILLIS = 100;
    private static final int MESSAGE = 1_200;

    /// What carries a message: headers of IP and TCP or UDP, of TLS or QUIC, and of the frame.
    private static final int CARRIAGE = 70;

    private static final int MOST_UNDER_WAY = 4_096;

    private final Link link;
    private final Connection connection;
    private final TrackExchange exchange;
    private final SharedPacer records;
    private final Counters counters;
    private final long number;
    private final Over over;
    private final LaneOutbox outbox;
    private final LaneIntake intake = new LaneIntake();
    private final LanePacer pacer = new LanePacer();
    private final ArrayDeque<Sent> underWay = new ArrayDeque<>();
    private long messages;
    private long bytesUnderWay;
    private long bytesSent;
    private long counted;
    private long highestHeard;
    private long saidHeard;
    private boolean closed;

    /// Updates in and out.
    record Counters(TrackRate sent, TrackRate received) {}

    interface Over {
        /// @param garbage what was wrong with what came; null when the lane merely ended
        void over(TrackLane lane, @Nullable String garbage);
    }

    private record Sent(long message, long at, int bytes) {}

    record Figures(int told, double bytesPerUpdate, long superseded, long passedOver) {}

    /// @param number counts the lanes of this link
    /// @param version of the session
    TrackLane(
            Link link,
            Connection connection,
            TrackExchange exchange,
            SharedPacer records,
            Counters counters,
            long number,
            int version,
            Over over) {
        this.outbox = new LaneOutbox(version);
        this.link = link;
        this.connection = connection;
        this.exchange = exchange;
        this.records = records;
        this.counters = counters;
        this.number = number;
        this.over = over;
    }

    /// @param early what was read of the lane already
    void start(LaneReader reader, List<LinkFrame> early) {
        var party = link.partner().key();
        Thread.ofVirtual().name("link-tracks-out-" + party).start(this::write);
        Thread.ofVirtual().name("link-tracks-early-" + party).start(() -> {
            try {
                early.forEach(this::take);
            } catch (RuntimeException e) {
                garbled(e);
                return;
            }
            reader.readInBackground(
                    "link-tracks-in-" + party, this::arrived, why -> over.over(this, null), this::garbled);
        });
    }

    /// Ends both threads soon.
    void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        Quietly.close(connection);
    }

    synchronized Figures figures() {
        var figures = outbox.figures();
        return new Figures(
                figures.tracks(),
                figures.updates() == 0 ? 0 : (double) bytesSent / figures.updates(),
                figures.superseded(),
                intake.passedOver());
    }

    private void arrived(LaneReader.Arrival arrival) {
        link.heard(arrival.bytes(), link.status().roundTripMillis());
        arrival.frames().forEach(this::take);
    }

    private void garbled(RuntimeException nonsense) {
        over.over(this, String.valueOf(nonsense.getMessage()));
    }

    private void take(LinkFrame frame) {
        if (!(frame instanceof LinkFrame.Tracks(var message, var heard, var updates, var told))) {
            throw new IllegalArgumentException("something else than tracks on the lane of tracks");
        }
        LaneIntake.Heard said;
        synchronized (this) {
            if (closed) {
                return;
            }
            heardOf(heard);
            if (message == 0) {
                return;
            }
            highestHeard = Math.max(highestHeard, message);
            said = intake.read(new LaneMessage(updates, told));
            notifyAll();
        }
        counters.received().add(said.tracks().size());
        exchange.heard(link.partner().node(), number, said);
    }

    /// The partner has heard of our messages up to this one.
    private void heardOf(long upTo) {
        Sent last = null;
        while (!underWay.isEmpty() && underWay.getFirst().message() <= upTo) {
            last = underWay.removeFirst();
            bytesUnderWay -= last.bytes();
        }
        if (last != null) {
            pacer.heard(now() - last.at(), now());
        }
    }

    private void write() {
        var offerAt = now();
        try (var frames = new FrameWriter(null)) {
            for (var open = true; open; open = await()) {
                if (now() >= offerAt) {
                    offer();
                    offerAt = now() + OFFER_MILLIS;
                }
                for (var next = next(); next != null; next = next()) {
                    var bytes = frames.encode(next, false);
                    connection.stream().out().write(bytes);
                    connection.stream().out().flush();
                    link.sentCounter().addAndGet(bytes.length);
                }
            }
        } catch (IOException e) {
            over.over(this, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error(
                    "the lane of tracks to {} failed and is opened again",
                    link.partner().node(),
                    e);
            over.over(this, null);
        }
    }

    private void offer() {
        var released = exchange.released(link.partner().key());
        synchronized (this) {
            outbox.stand(released.grounds());
            outbox.offer(released.tracks(), now());
        }
    }

    private synchronized boolean await() throws InterruptedException {
        if (!closed) {
            wait(TURN_MILLIS);
        }
        return !closed;
    }

    /// What is to be written now; null for nothing.
    private synchronized LinkFrame.@Nullable Tracks next() {
        pacer.records(records.rateUnderWay());
        var now = now();
        var room = Math.min(MESSAGE, pacer.budget(bytesUnderWay, now) - CARRIAGE);
        var message = closed || room <= 0 ? null : outbox.next(room, now).orElse(null);
        if (message == null) {
            return heard();
        }
        var bytes = message.size() + CARRIAGE;
        pacer.sent(bytes, now);
        underWay.addLast(new Sent(++messages, now, bytes));
        bytesUnderWay += bytes;
        bytesSent += bytes;
        while (underWay.size() > MOST_UNDER_WAY) {
            bytesUnderWay -= underWay.removeFirst().bytes();
        }
        var before = counted;
        counted = outbox.figures().updates();
        counters.sent().add((int) (counted - before));
        saidHeard = highestHeard;
        return new LinkFrame.Tracks(messages, highestHeard, message.updates(), message.told());
    }

    /// That something was heard, when there is nothing else to say.
    private LinkFrame.@Nullable Tracks heard() {
        if (closed || saidHeard == highestHeard) {
            return null;
        }
        saidHeard = highestHeard;
        return new LinkFrame.Tracks(0, highestHeard, List.of(), new byte[0]);
    }

    /// Milliseconds that no setting of the machine's clock touches.
    private static long now() {
        return (System.nanoTime() - BEGINNING) / 1_000_000;
    }
}
