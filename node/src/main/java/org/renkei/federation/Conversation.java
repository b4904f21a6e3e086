package org.renkei.federation;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.Fetching;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.LinkSession;
import org.renkei.settings.NodeSettings.Transport;
import org.renkei.telemetry.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One session over one connection: feeds the kernel's [LinkSession] and carries out what it asks for. The calling
/// thread owns the session; each lane has a thread that reads and one that writes; [StoreSteps] does what needs the
/// store. So nothing that is slow ever stands in the way of something urgent.
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final long BEGINNING = System.nanoTime();
    private static final long TICK_MILLIS = 100;
    private static final long FAREWELL_MILLIS = 2_000;

    private final Link link;
    private final Connection connection;
    private final Compressions compressions;
    private final LinkSession session;
    private final byte[] token;
    private final BlockingQueue<Supplier<List<LinkEffect>>> todo = new LinkedBlockingQueue<>();
    private final AtomicLong ledgerSize = new AtomicLong();
    private final JoiningLanes joining = new JoiningLanes();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final SharedPacer pacer = new SharedPacer();
    private final LaneReader bulkIn;
    private final LaneWriter bulkOut;
    private final StoreSteps stores;
    private final UrgentLanes urgentLanes;
    private final CosigningSteps cosigning;
    private final LinkTracing tracing;
    private @Nullable Consumer<byte[]> openLanes;
    private @Nullable Runnable onUp;
    private boolean called;
    private long openedAt;
    private volatile boolean wasUp;
    private volatile @Nullable Exception failure;
    private volatile boolean broken;
    private long roundTrips;
    private volatile boolean packed;
    private volatile long roundTripMillis = -1;
    private volatile boolean closed;

    /// @param bulkIn reads the connection's bulk lane; what it has read already is handed to [#run]
    Conversation(
            Link link,
            Connection connection,
            LaneReader bulkIn,
            Compressions compressions,
            LinkStore store,
            ParcelPost post,
            Traces traces,
            byte[] token) {
        this.link = link;
        this.connection = connection;
        this.bulkIn = bulkIn;
        this.compressions = compressions;
        this.token = token.clone();
        this.tracing = new LinkTracing(traces, link);
        this.session = new LinkSession(store.terms(token, compressions.name()));
        var party = link.partner().key();
        this.urgentLanes = new UrgentLanes(party, compressions, link.sentCounter(), this::broke);
        this.bulkOut = new LaneWriter(
                "link-bulk-" + party,
                Lane.BULK,
                connection.stream(),
                compressions,
                pacer,
                link.sentCounter(),
                this::broke);
        this.stores = new StoreSteps(
                link,
                store,
                session,
                new ParcelSteps(link.partner(), post, session),
                tracing,
                frame -> send(Lane.BULK, frame),
                todo::add);
        this.cosigning = new CosigningSteps(party, store, session, todo::add, stores::failed);
    }

    /// How long it took the caller to reach the partner, before [#run].
    void reached(long millis) {
        session.reached(millis);
        pacer.reached(millis);
        called = true;
    }

    /// What the caller does to open the urgent lanes once the session stands; nothing for the side that is called.
    void onEstablished(Consumer<byte[]> open) {
        openLanes = open;
    }

    /// What has to be done before the link counts as up.
    void onUp(Runnable first) {
        onUp = first;
    }

    boolean wasUp() {
        return wasUp;
    }

    /// Says why there is no session to be had, and ends without greeting.
    void refuse(LinkProblem why, String detail) {
        // What is under way to us has to be read: a connection with unread bytes ends without the farewell.
        readInBackground(Lane.BULK, bulkIn);
        try {
            carryOut(session.stop(why, detail));
            bulkOut.finish(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /// Runs until the connection ends, and never throws.
    ///
    /// @param early what was read of the bulk lane before
    void run(LaneReader.@Nullable Arrival early) {
        try {
            openedAt = now();
            carryOut(session.opened(openedAt));
            if (early != null) {
                arrived(Lane.BULK, early);
            }
            readInBackground(Lane.BULK, bulkIn);
            while (!closed) {
                step();
            }
            bulkOut.finish(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.info("link to {} broke: {}", link.partner().node(), e.toString());
            link.failed(
                    LinkWords.isRefusal(e) ? LinkProblem.WRONG_NODE : LinkProblem.LOST, String.valueOf(e.getMessage()));
        } finally {
            close();
        }
    }

    /// Adds an urgent lane, which is a connection of its own, if the token is this session's.
    boolean join(byte[] shown, LaneReader lane, LaneReader.Arrival early) {
        if (!MessageDigest.isEqual(token, shown)) {
            return false;
        }
        add(lane);
        var rest = early.frames().subList(1, early.frames().size());
        todo.add(() -> session.received(Lane.URGENT, rest, 0, now()));
        return true;
    }

    /// The caller's side of [#join].
    void joined(LaneStream stream) {
        add(new LaneReader(stream, compressions));
    }

    private void add(LaneReader lane) {
        if (joining.add(lane)) {
            todo.add(this::addUrgentLanes);
        }
    }

    /// Waits until an urgent lane is missing; false when the conversation is over.
    boolean awaitMissingLane() throws InterruptedException {
        return urgentLanes.awaitMissing();
    }

    void ledgerGrew(long size, boolean urgent) {
        if (ledgerSize.accumulateAndGet(size, Math::max) == size) {
            todo.add(() -> session.outboxGrew(size, urgent));
        }
    }

    void attachmentsWanted() {
        todo.add(() -> session.attachments(Fetching::grew));
    }

    void cosigningWanted() {
        todo.add(cosigning::look);
    }

    void parcelsWait() {
        todo.add(session::parcelsWait);
    }

    /// Ends what was never run.
    void abandon() {
        bulkIn.close();
        close();
    }

    void end() {
        todo.add(session::stop);
    }

    void end(LinkProblem why, String detail) {
        todo.add(() -> session.stop(why, detail));
    }

    void awaitEnd() throws InterruptedException {
        if (!ended.await(5, TimeUnit.SECONDS)) {
            Quietly.close(connection);
            ended.await();
        }
    }

    /// How things stand, for the screen.
    LinkTraffic traffic() {
        return new LinkTraffic(
                connection.transport() == Transport.QUIC ? "quic" : "tls-tcp",
                connection.cipher(),
                connection.keyAgreement(),
                urgentLanes.isOpen(),
                packed,
                pacer.rate(),
                connection.loss());
    }

    private void step() throws IOException, InterruptedException {
        var next = todo.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
            carryOut(next.get());
        } else if (broken) {
            var known = failure;
            throw known instanceof IOException e ? e : new IOException("the connection was closed");
        }
        carryOut(session.tick(now()));
        cosigning.tick(now());
    }

    private void carryOut(List<LinkEffect> effects) {
        var left = new ArrayDeque<>(effects);
        while (!left.isEmpty() && !closed) {
            switch (left.removeFirst()) {
                case LinkEffect.Send(var lane, var frame) -> send(lane, frame);
                case LinkEffect.Established(var version, var compressed, var shown) -> {
                    packed = compressed;
                    if (version > 1) {
                        pacer.activate();
                        if (called) {
                            // One greeting after the other: a round trip of the line as empty as it will be.
                            pacer.reached(now() - openedAt);
                        }
                        link.tracks().begin(version, shown, token, pacer);
                        if (openLanes != null) {
                            openLanes.accept(shown);
                        }
                    }
                    cosigning.established(version, now());
                    tracing.established(version);
                    if (onUp != null) {
                        onUp.run();
                    }
                    wasUp = true;
                    link.up();
                }
                case LinkEffect.OfStore work -> stores.carryOut(work);
                case LinkEffect.Traced traced -> tracing.heard(traced);
                case LinkEffect.Receipted(var bytes) -> {
                    pacer.receipt(bytes);
                    session.rate(pacer.rate());
                }
                case LinkEffect.Witness(var audited) -> cosigning.witness(audited, now());
                case LinkEffect.TakeCosigned taken -> cosigning.take(taken);
                case LinkEffect.Close(var problem, var detail) -> {
                    closed = true;
                    link.failed(problem, detail);
                }
            }
        }
    }

    private void send(Lane lane, LinkFrame frame) {
        var pack = packed && !(frame instanceof LinkFrame.Hello);
        if (lane == Lane.BULK || !urgentLanes.write(frame, pack)) {
            bulkOut.write(frame, pack);
        }
    }

    private List<LinkEffect> addUrgentLanes() {
        for (var lane : joining.take()) {
            if (urgentLanes.add(lane.stream())) {
                readInBackground(Lane.URGENT, lane);
                carryOut(session.urgentLaneOpened());
            } else {
                JoiningLanes.refuse(lane);
            }
        }
        return List.of();
    }

    private void readInBackground(Lane lane, LaneReader reader) {
        reader.readInBackground(
                "link-read-" + link.partner().key(),
                arrival -> arrived(lane, arrival),
                why -> ended(reader, why),
                nonsense -> todo.add(() -> session.garbled(String.valueOf(nonsense.getMessage()))));
    }

    private void arrived(Lane lane, LaneReader.Arrival arrival) {
        link.heard(arrival.bytes(), roundTripMillis);
        link.urgentTimes().heard(arrival.frames());
        todo.add(() -> {
            var effects = session.received(lane, arrival.frames(), arrival.bytes(), now());
            if (lane == Lane.BULK) {
                cosigning.heard(arrival.frames(), now());
            }
            if (session.roundTrips() > roundTrips) {
                roundTrips = session.roundTrips();
                roundTripMillis = session.roundTripMillis();
                pacer.roundTrip(roundTripMillis, session.hasUrgentUnderWay());
            }
            return effects;
        });
    }

    private void ended(LaneReader reader, IOException why) {
        if (reader == bulkIn || urgentLanes.isUrgent(reader.stream())) {
            broke(why);
        } else {
            urgentLanes.lost(reader.stream());
        }
    }

    private void broke(Exception e) {
        failure = e;
        broken = true;
        todo.add(List::of);
    }

    /// Whatever happens here, the next conversation must not wait for this one.
    private void close() {
        closed = true;
        link.tracks().end();
        try {
            urgentLanes.finish(FAREWELL_MILLIS);
            stores.finish();
            cosigning.finish();
            bulkOut.finish(0);
            urgentLanes.close();
            joining.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Quietly.close(connection);
            link.end(this);
            ended.countDown();
        }
    }

    /// Milliseconds that no setting of the machine's clock touches.
    private static long now() {
        return (System.nanoTime() - BEGINNING) / 1_000_000;
    }
}
