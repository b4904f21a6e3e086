package org.renkei.feeds.receiver;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.feeds.receiver.Documents.Account;
import org.renkei.kernel.track.Sighting;
import org.renkei.settings.FeedSettings;
import org.renkei.settings.FeedSettings.Source;

/// One feed that runs, or does not: a thread that reads its source and comes back after every fault, and
/// one that
/// decodes what was read. No line stops either. Documents that become records are dealt with by the reading
/// thread,
/// so that the source knows what has to come again.
public final class Receiver {
    private static final int BACKLOG = 20_000;
    private static final int RECORDING_AHEAD = 1_000;
    private static final int DOCUMENTS_AHEAD = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    /// Where nothing moves, nothing is sent.
    private static final Duration COT_SILENCE = Duration.ofMinutes(10);

    private final FeedSettings feed;
    private final Clock clock;
    private final Consumer<List<Sighting>> further;
    private final Documents documents;
    private final Lock taking = new ReentrantLock();
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

    /// Of a feed that yields sightings.
    public Receiver(FeedSettings feed, Clock clock, Consumer<List<Sighting>> further) {
        this(feed, clock, further, (of, name, content, figures) -> new Account(0, 0, List.of()));
    }

    /// @param further takes the sightings; what it throws is noted, and the feed goes on
    /// @param documents takes the documents of a feed that yields records; when it throws, they come again
    public Receiver(FeedSettings feed, Clock clock, Consumer<List<Sighting>> further, Documents documents) {
        this.feed = feed;
        this.clock = clock;
        this.further = further;
        this.documents = documents;
        this.backlog = backlog(feed);
    }

    /// Of a recording, and of documents that may be large, no more is read than can be decoded.
    private static Backlog backlog(FeedSettings feed) {
        if (feed.kind() == FeedSettings.Kind.GEOJSON) {
            return new Backlog(DOCUMENTS_AHEAD, true);
        }
        var recording = feed.source() instanceof Source.Replay;
        return new Backlog(recording ? RECORDING_AHEAD : BACKLOG, recording);
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
        if (!feed.yieldsRecords()) {
            var decoder = new Decoding(feed, figures, clock, further, this::note);
            decoding =
                    Thread.ofVirtual().name("feed-" + feed.id() + "-decoding").start(() -> decoder.run(backlog));
        }
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

    /// Takes a document that somebody brought, if the feed runs and is for that.
    ///
    /// @throws RuntimeException when nothing can be stored at the moment
    public Optional<Account> push(String name, byte[] content) {
        return feed.source() instanceof Source.Pushed && state == State.RUNNING
                ? Optional.of(take(name, content))
                : Optional.empty();
    }

    private Account take(String name, byte[] content) {
        taking.lock();
        try {
            return documents.take(feed, name, content, figures);
        } finally {
            taking.unlock();
        }
    }

    /// Counts a sighting of another node, if the feed runs.
    ///
    /// @param lagMillis from the observation to this node
    /// @return whether it counts
    public boolean heard(long now, long lagMillis) {
        if (state != State.RUNNING) {
            return false;
        }
        figures.message(now);
        figures.sighting(lagMillis);
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
            source().run(new Receiving(pauses));
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

    /// Where the source puts what it reads.
    private final class Receiving implements LineSource.Intake {
        private final Pauses pauses;

        Receiving(Pauses pauses) {
            this.pauses = pauses;
        }

        @Override
        public void open() {
            state = State.RUNNING;
        }

        @Override
        public void line(String line) throws InterruptedException {
            pauses.reset();
            backlog.add(new Backlog.Line(line, clock.millis()));
        }

        @Override
        public void document(String name, byte[] content) throws SourceFault, InterruptedException {
            if (!feed.yieldsRecords()) {
                LineSource.Intake.super.document(name, content);
                return;
            }
            try {
                take(name, content);
                pauses.reset();
            } catch (RuntimeException notNow) {
                throw new SourceFault(FeedFault.NOT_TAKEN, name + ": " + notNow);
            }
        }

        @Override
        public void refused(String reason, String line) {
            figures.refused(reason, line, clock.millis());
        }

        @Override
        public void fault(SourceFault fault) {
            note(fault.fault(), String.valueOf(fault.getMessage()));
        }
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
            case Source.Poll poll ->
                feed.kind() == FeedSettings.Kind.AIRCRAFT_JSON
                        ? new HttpSource(poll)
                        : new DocumentSource(poll, mayBeIndexed());
            case Source.Folder folder -> new FolderSource(folder);
            case Source.Pushed pushed -> new HandedSource();
            case Source.TakClients clients -> new HandedSource();
            case Source.OtherNodes others -> new HandedSource();
        };
    }

    private Cutting cutting() {
        return switch (feed.kind()) {
            case AIS, SBS, MODE_S -> Lines.CUTTING;
            case AIRCRAFT_JSON, CAP, JMA, USGS, GEOJSON -> HttpSource.DOCUMENT;
            case MAVLINK -> CotPieces.WHOLE;
            case COT -> CotPieces.CUTTING;
        };
    }

    /// A datagram of Cursor on Target is one event.
    private Cutting datagrams() {
        return feed.kind() == FeedSettings.Kind.COT ? CotPieces.WHOLE : cutting();
    }

    private boolean mayBeIndexed() {
        return feed.kind() == FeedSettings.Kind.CAP || feed.kind() == FeedSettings.Kind.JMA;
    }

    private Duration silence() {
        return feed.kind() == FeedSettings.Kind.COT ? COT_SILENCE : SILENCE;
    }
}
