package org.renkei.federation;

import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.record.NodeId;
import org.renkei.ledger.Ledgers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One session over one connection: feeds the kernel's [LinkSession] and carries out what it asks for. The calling
/// thread
/// owns the session; a second one only reads bytes.
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final int CHUNK = 32 * 1024;
    private static final int MAX_BATCH = 256;
    private static final long TICK_MILLIS = 1_000;

    private final Link link;
    private final Socket socket;
    private final Ledgers ledgers;
    private final Inbox inbox;
    private final Clock clock;
    private final LinkSession session;
    private final String party;
    private final NodeId partner;
    /// Bytes that have arrived; an empty array is a call to look around.
    private final BlockingQueue<byte[]> arrived = new ArrayBlockingQueue<>(32);
    private final AtomicLong ledgerSize = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean ending;
    private volatile boolean broken;
    private volatile @Nullable IOException failure;
    private boolean closed;

    Conversation(Link link, Socket socket, NodeId self, Ledgers ledgers, Inbox inbox, Clock clock) {
        this.link = link;
        this.socket = socket;
        this.ledgers = ledgers;
        this.inbox = inbox;
        this.clock = clock;
        this.party = link.partner().party();
        this.partner = link.partner().node();
        this.session = new LinkSession(
                self,
                partner,
                link.partner().card().verifier(),
                inbox.tree(partner),
                ledgers.state(party).size(),
                size -> ledgers.root(party, size));
    }

    /// Runs until the connection ends, and never throws.
    void run() {
        var reader = Thread.ofVirtual().name("link-read-" + party).start(this::read);
        try {
            carryOut(session.opened(now()));
            while (!closed) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.info("link to {} broke: {}", partner, e.toString());
            link.failed(isRefusal(e) ? LinkProblem.WRONG_NODE : LinkProblem.LOST, String.valueOf(e.getMessage()));
        } finally {
            close();
            reader.interrupt();
            link.end(this);
            ended.countDown();
        }
    }

    void ledgerGrew(long size) {
        ledgerSize.accumulateAndGet(size, Math::max);
        arrived.offer(new byte[0]);
    }

    void end() {
        ending = true;
        if (!arrived.offer(new byte[0])) {
            close();
        }
    }

    void awaitEnd() throws InterruptedException {
        if (!ended.await(5, TimeUnit.SECONDS)) {
            close();
            ended.await();
        }
    }

    private void step() throws IOException, InterruptedException {
        var chunk = arrived.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (ending) {
            carryOut(session.stop());
            return;
        }
        if (chunk != null && chunk.length > 0) {
            carryOut(session.received(chunk, now()));
            link.heard(session.roundTripMillis());
        } else if (broken) {
            var known = failure;
            throw known == null ? new IOException("the connection was closed") : known;
        }
        carryOut(session.outboxGrew(ledgerSize.get()));
        carryOut(session.tick(now()));
    }

    private void carryOut(List<LinkEffect> effects) throws IOException {
        var todo = new ArrayDeque<>(effects);
        while (!todo.isEmpty() && !closed) {
            switch (todo.removeFirst()) {
                case LinkEffect.Send(var bytes) -> send(bytes);
                case LinkEffect.Established established -> link.up();
                case LinkEffect.ReadOutbox(var from) -> {
                    var batch = ledgers.read(party, from, MAX_BATCH);
                    todo.addAll(session.outboxRead(from, batch.entries(), batch.checkpoint()));
                }
                case LinkEffect.Store store -> todo.addAll(store(store));
                case LinkEffect.StoreAdvanced advanced -> todo.addAll(session.advancedStored());
                case LinkEffect.Confirmed(var size, var root) -> {
                    ledgers.acknowledge(party, size, root);
                    link.confirmed();
                }
                case LinkEffect.Close(var problem, var detail) -> {
                    closed = true;
                    link.failed(problem, detail);
                }
            }
        }
    }

    private List<LinkEffect> store(LinkEffect.Store batch) {
        try {
            inbox.store(partner, batch);
        } catch (RuntimeException e) {
            LOG.error("entries of {} could not be stored; the partner keeps them", partner, e);
            return session.notStored("not stored: " + e.getMessage());
        }
        link.confirmed();
        return session.stored();
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        link.countSent(bytes.length);
    }

    private void read() {
        var buffer = new byte[CHUNK];
        try {
            var in = socket.getInputStream();
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                link.countReceived(count);
                arrived.put(Arrays.copyOf(buffer, count));
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        broken = true;
        arrived.offer(new byte[0]);
    }

    /// In TLS 1.3 a caller learns only after the handshake that its certificate was not accepted.
    private static boolean isRefusal(Exception failure) {
        return failure instanceof SSLException
                && String.valueOf(failure.getMessage()).contains("fatal alert");
    }

    private void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing the connection to {}: {}", partner, e.getMessage());
        }
    }

    private long now() {
        return clock.millis();
    }
}
