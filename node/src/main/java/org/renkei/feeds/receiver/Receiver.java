package org.renkei.feeds.receiver;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.Sighting;
import org.renkei.settings.FeedSettings;
import org.renkei.settings.FeedSettings.Source;

/// One feed that runs, or does not: a thread that reads its source and comes back after every fault, and one that
/// decodes what was read. No line stops either.
public final class Receiver {
    private static final int BACKLOG = 20_000;
    private static final int RECORDING_AHEAD = 1_000;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    /// Where nothing moves, nothing is sent.
    private static final Duration COT_SILENCE = Duration.ofMinutes(10);

    private final FeedSettings feed;
    private final Clock clock;
    private final Consumer<List<Sighting>> further;
    private final FeedFigures figures = new FeedFigures();
    private final Backlog backlog;
    private volatile State state = State.STOPPED;
    private volatile @Nullable Problem problem;
    private @Nullable Thread reading;
    private @Nullable Thread decoding;

    /// How a feed stands.
    public enum State {
        STOPPED,
        CONNECTING,
        RUNNING,
        /// Until the next try.
        WAITING,
        /// A recording came to its end.
        ENDED
    }

    /// The last fault.
    ///
    /// @param at epoch milliseconds
    public record Problem(long at, FeedFault fault, String detail) {}

    /// @param further takes the sightings; what it throws is noted, and the feed goes on
    public Receiver(FeedSettings feed, Clock clock, Consumer<List<Sighting>> further) {
        this.feed = feed;
        this.clock = clock;
        this.further = further;
        var recording = feed.source() instanceof Source.Replay;
        this.backlog = new Backlog(recording ? RECORDING_AHEAD : BACKLOG, recording);
    }

    public FeedSettings feed() {
        return feed;
    }

    public FeedFigures figures() {
        return figures;
    }

    public State state() {
        return state;
    }

    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /// Lines that gave way to newer ones.
    public long dropped() {
        return backlog.dropped();
    }

    /// Whether it is on; one whose recording ended is not.
    public boolean isOn() {
        return state != State.STOPPED && state != State.ENDED;
    }

    /// Does nothing when it is on already.
    public synchronized void start() {
        if (isOn()) {
            return;
        }
        stop();
        problem = null;
        state = State.CONNECTING;
        var decoder = new Decoding(feed, figures, clock, further, this::note);
        decoding = Thread.ofVirtual().name("feed-" + feed.id() + "-decoding").start(() -> decoder.run(backlog));
        reading = Thread.ofVirtual().name("feed-" + feed.id()).start(this::read);
    }

    /// Takes a line from another part of the node in the place of a source, if the feed runs.
    ///
    /// @return whether it was taken
    public boolean hand(byte[] piece) throws InterruptedException {
        if (state != State.RUNNING) {
            return false;
        }
        synchronized (backlog) {
            backlog.add(new Backlog.Line(CotPieces.line(piece), clock.millis()));
        }
        return true;
    }

    /// Waits a moment for its threads to end.
    public synchronized void stop() {
        end(reading);
        end(decoding);
        reading = null;
        decoding = null;
        backlog.clear();
        state = State.STOPPED;
    }

    private static void end(@Nullable Thread thread) {
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        var pauses = new Pauses(FIRST_PAUSE);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                state = State.CONNECTING;
                if (readOnce(pauses)) {
                    finish();
                    return;
                }
                state = State.WAITING;
                Thread.sleep(pauses.next());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether there is nothing more to come
    private boolean readOnce(Pauses pauses) throws InterruptedException {
        try {
            source().run(new LineSource.Intake() {
                @Override
                public void open() {
                    state = State.RUNNING;
                }

                @Override
                public void line(String line) throws InterruptedException {
                    pauses.reset();
                    backlog.add(new Backlog.Line(line, clock.millis()));
                }
            });
            return true;
        } catch (SourceFault fault) {
            note(fault.fault(), String.valueOf(fault.getMessage()));
        } catch (IOException | RuntimeException broken) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            note(FeedFault.CONNECTION_LOST, broken.toString());
        }
        return false;
    }

    /// Of a recording: what was read is decoded before it counts as ended.
    private void finish() throws InterruptedException {
        while (!backlog.isDone()) {
            Thread.sleep(50);
        }
        state = State.ENDED;
    }

    private void note(FeedFault fault, String detail) {
        if (!Thread.currentThread().isInterrupted()) {
            problem = new Problem(clock.millis(), fault, detail);
        }
    }

    private LineSource source() {
        return switch (feed.source()) {
            case Source.Tcp(var endpoint) -> new TcpSource(endpoint, silence(), cutting(), null);
            case Source.TlsServer tls ->
                new TcpSource(tls.endpoint(), silence(), cutting(), new TlsCaller(tls.own(), tls.trusted()));
            case Source.Udp(var endpoint) -> new UdpSource(endpoint, datagrams());
            case Source.Replay(var file, var speed) -> new FileSource(file, cutting());
            case Source.Poll poll -> new HttpSource(poll);
            case Source.TakClients clients -> new HandedSource();
        };
    }

    private Cutting cutting() {
        return switch (feed.kind()) {
            case AIS, SBS, MODE_S -> Lines.CUTTING;
            case AIRCRAFT_JSON -> HttpSource.DOCUMENT;
            case COT -> CotPieces.CUTTING;
        };
    }

    /// A datagram of Cursor on Target is one event.
    private Cutting datagrams() {
        return feed.kind() == FeedSettings.Kind.COT
                ? (in, intake) -> intake.line(CotPieces.line(in.readAllBytes()))
                : cutting();
    }

    private Duration silence() {
        return feed.kind() == FeedSettings.Kind.COT ? COT_SILENCE : SILENCE;
    }
}
