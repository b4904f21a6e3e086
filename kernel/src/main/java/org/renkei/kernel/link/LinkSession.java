package org.renkei.kernel.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.CheckpointVerifier;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.record.NodeId;

/// One session between two nodes over one connection, both ways at once. Fed with bytes and milliseconds, it answers
/// with [LinkEffect]s for its host to carry out. Not thread safe: one thread owns it.
///
/// Each side first says how much of the other's ledger it holds, with the root over it; so nothing depends on clocks,
/// on
/// the length of an outage or on what the other side remembers. A batch is stored only if its entries follow without
/// gap, are the partner's own, and the signed checkpoint fits the tree that results. Entries are confirmed once they
/// are
/// durable. Whatever is not right ends the session with a [LinkProblem].
public final class LinkSession {
    public static final int VERSION = 1;

    private static final int MAX_IN_FLIGHT = 2;
    private static final long PING_AFTER_MILLIS = 10_000;
    private static final long LEAST_SILENCE_MILLIS = 60_000;
    private static final int ROUND_TRIPS_OF_SILENCE = 8;

    private final NodeId self;
    private final NodeId partner;
    private final CheckpointVerifier verifier;
    private final MerkleTree inbox;
    private final LongFunction<Hash> outboxRoot;
    private final FrameCodec codec = new FrameCodec();
    private final List<LinkEffect> effects = new ArrayList<>();

    private long outboxSize;
    private long sentUpTo;
    private long confirmedUpTo;
    private int inFlight;
    private boolean reading;
    private boolean established;
    private boolean closed;
    private boolean storing;
    private final List<LinkFrame.Batch> waiting = new ArrayList<>();

    private long heardAt;
    private long pingedAt;
    private long keptAliveAt;
    private boolean pinging;
    private long roundTripMillis = -1;

    /// @param verifier of the partner's checkpoints
    /// @param inbox the partner's ledger as far as it is durable here; the session owns it from now on
    /// @param outboxSize entries of our ledger for the partner
    /// @param outboxRoot the root that ledger had at a size up to its present one
    public LinkSession(
            NodeId self,
            NodeId partner,
            CheckpointVerifier verifier,
            MerkleTree inbox,
            long outboxSize,
            LongFunction<Hash> outboxRoot) {
        this.self = self;
        this.partner = partner;
        this.verifier = verifier;
        this.inbox = inbox;
        this.outboxSize = outboxSize;
        this.outboxRoot = outboxRoot;
    }

    /// Name of the ledger that one node keeps for another, as its checkpoints say it.
    public static String ledgerName(NodeId origin, NodeId partner) {
        return origin + "/ledger/" + partner;
    }

    /// The connection is there.
    public List<LinkEffect> opened(long now) {
        heardAt = now;
        pingedAt = now;
        send(new LinkFrame.Hello(List.of(VERSION), self.toString(), partner.toString(), inbox.size(), inbox.root()));
        return flush();
    }

    /// Bytes have arrived; any byte counts as a sign of life.
    public List<LinkEffect> received(byte[] chunk, long now) {
        heardAt = now;
        if (closed) {
            return flush();
        }
        try {
            for (var frame : codec.read(chunk)) {
                if (!closed) {
                    handle(frame, now);
                }
            }
        } catch (RuntimeException e) {
            close(LinkProblem.MALFORMED, String.valueOf(e.getMessage()));
        }
        return flush();
    }

    /// Our ledger for the partner has grown.
    public List<LinkEffect> outboxGrew(long size) {
        outboxSize = Math.max(outboxSize, size);
        pump();
        return flush();
    }

    /// Entries that a [LinkEffect.ReadOutbox] asked for; the checkpoint ends with the last of them.
    public List<LinkEffect> outboxRead(long from, List<byte[]> entries, String checkpoint) {
        reading = false;
        if (!closed && from == sentUpTo + 1 && !entries.isEmpty()) {
            sentUpTo += entries.size();
            inFlight++;
            send(new LinkFrame.Batch(from, entries, checkpoint));
            pump();
        }
        return flush();
    }

    /// What a [LinkEffect.StoreAdvanced] asked for is durable.
    public List<LinkEffect> advancedStored() {
        return flush();
    }

    /// What a [LinkEffect.Store] asked for is durable.
    public List<LinkEffect> stored() {
        storing = false;
        if (closed) {
            return flush();
        }
        send(new LinkFrame.Ack(inbox.size(), inbox.root()));
        if (!waiting.isEmpty()) {
            try {
                accept(waiting.removeFirst());
            } catch (RuntimeException e) {
                close(LinkProblem.MALFORMED, String.valueOf(e.getMessage()));
            }
        }
        return flush();
    }

    /// What a [LinkEffect.Store] asked for could not be made durable; nothing of it was kept.
    public List<LinkEffect> notStored(String detail) {
        close(LinkProblem.NOT_STORED, detail);
        return flush();
    }

    /// Time has passed: keeps a quiet connection alive and notices a dead one. Time-outs follow the measured round
    /// trip.
    public List<LinkEffect> tick(long now) {
        var silence = Math.max(LEAST_SILENCE_MILLIS, ROUND_TRIPS_OF_SILENCE * roundTripMillis);
        if (now - heardAt > silence) {
            close(LinkProblem.LOST, "nothing heard for " + (now - heardAt) / 1000 + " s");
        } else if (established && !closed && now - keptAliveAt >= PING_AFTER_MILLIS) {
            ping(now);
        }
        return flush();
    }

    /// The host wants to end the session in good order.
    public List<LinkEffect> stop() {
        close(LinkProblem.STOPPED, "stopped");
        return flush();
    }

    /// Milliseconds of the last measured round trip, −1 before the first.
    public long roundTripMillis() {
        return roundTripMillis;
    }

    private void handle(LinkFrame frame, long now) {
        switch (frame) {
            case LinkFrame.Hello hello -> greet(hello, now);
            case LinkFrame.Goodbye(var code) -> closeQuietly(LinkProblem.parse(code), "the partner closed: " + code);
            case LinkFrame.Ping(var token) -> send(new LinkFrame.Pong(token));
            case LinkFrame.Pong(var token) -> {
                if (pinging && token == pingedAt) {
                    pinging = false;
                    roundTripMillis = now - pingedAt;
                }
            }
            case LinkFrame.Batch batch when !established -> close(LinkProblem.MALFORMED, "a batch before the greeting");
            case LinkFrame.Batch batch when storing -> enqueue(batch);
            case LinkFrame.Batch batch -> accept(batch);
            case LinkFrame.Ack ack
            when !established -> close(LinkProblem.MALFORMED, "a confirmation before the greeting");
            case LinkFrame.Ack ack -> acknowledge(ack);
        }
    }

    private void greet(LinkFrame.Hello hello, long now) {
        if (established) {
            close(LinkProblem.MALFORMED, "a second greeting");
        } else if (!hello.node().equals(partner.toString()) || !hello.to().equals(self.toString())) {
            close(
                    LinkProblem.WRONG_NODE,
                    "expected " + partner + ", met " + hello.node() + " looking for " + hello.to());
        } else if (!hello.versions().contains(VERSION)) {
            close(LinkProblem.NO_COMMON_VERSION, "the partner speaks " + hello.versions());
        } else if (hello.heldSize() > outboxSize) {
            close(
                    LinkProblem.BEHIND,
                    "the partner holds " + hello.heldSize() + " entries, this node only " + outboxSize);
        } else if (!outboxRoot.apply(hello.heldSize()).equals(hello.heldRoot())) {
            close(LinkProblem.FORK, "the partner's copy of our ledger differs at size " + hello.heldSize());
        } else {
            established = true;
            sentUpTo = hello.heldSize();
            confirm(hello.heldSize(), hello.heldRoot());
            effects.add(new LinkEffect.Established(VERSION));
            ping(now);
            pump();
        }
    }

    private void enqueue(LinkFrame.Batch batch) {
        waiting.add(batch);
        if (waiting.size() > MAX_IN_FLIGHT) {
            close(LinkProblem.MALFORMED, "more batches at once than allowed");
        }
    }

    private void accept(LinkFrame.Batch batch) {
        if (batch.entries().isEmpty() || batch.from() != inbox.size() + 1) {
            close(LinkProblem.MALFORMED, "batch from " + batch.from() + " does not follow " + inbox.size());
            return;
        }
        var received = new ArrayList<LinkEffect.Received>();
        for (var bytes : batch.entries()) {
            var entry = LedgerEntry.decode(bytes);
            if (entry.position() != inbox.size() + 1 || !isOwn(entry)) {
                close(LinkProblem.MALFORMED, "entry " + entry.position() + " is out of place or not the partner's own");
                return;
            }
            received.add(new LinkEffect.Received(entry.position(), inbox.append(bytes), entry, bytes));
        }
        switch (verifier.verify(batch.checkpoint(), ledgerName(partner, self))) {
            case CheckpointVerdict.Refused(var reason) -> close(LinkProblem.CHECKPOINT_WRONG, reason);
            case CheckpointVerdict.Verified(var checkpoint) -> {
                if (checkpoint.size() == inbox.size() && checkpoint.root().equals(inbox.root())) {
                    storing = true;
                    effects.add(new LinkEffect.Store(received, inbox.size(), inbox.root(), batch.checkpoint()));
                } else {
                    close(LinkProblem.CHECKPOINT_WRONG, "the checkpoint does not fit the entries");
                }
            }
        }
    }

    private boolean isOwn(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Release(var position, var form) -> form.origin().equals(partner);
            case LedgerEntry.Recall recall -> true;
        };
    }

    private void acknowledge(LinkFrame.Ack ack) {
        if (ack.size() < confirmedUpTo || ack.size() > sentUpTo) {
            close(LinkProblem.MALFORMED, "a confirmation of " + ack.size() + " of " + sentUpTo);
        } else if (!outboxRoot.apply(ack.size()).equals(ack.root())) {
            close(LinkProblem.FORK, "the partner's copy of our ledger differs at size " + ack.size());
        } else {
            inFlight = Math.max(0, inFlight - 1);
            confirm(ack.size(), ack.root());
            pump();
        }
    }

    private void confirm(long size, Hash root) {
        confirmedUpTo = size;
        effects.add(new LinkEffect.Confirmed(size, root));
    }

    private void pump() {
        if (established && !closed && !reading && inFlight < MAX_IN_FLIGHT && sentUpTo < outboxSize) {
            reading = true;
            effects.add(new LinkEffect.ReadOutbox(sentUpTo + 1));
        }
    }

    private void ping(long now) {
        keptAliveAt = now;
        if (!pinging) {
            pinging = true;
            pingedAt = now;
        }
        send(new LinkFrame.Ping(now));
    }

    private void send(LinkFrame frame) {
        effects.add(new LinkEffect.Send(FrameCodec.encode(frame)));
    }

    private void close(LinkProblem problem, String detail) {
        if (!closed) {
            send(new LinkFrame.Goodbye(problem.code()));
            closeQuietly(problem, detail);
        }
    }

    private void closeQuietly(LinkProblem problem, String detail) {
        if (!closed) {
            closed = true;
            effects.add(new LinkEffect.Close(problem, detail));
        }
    }

    private List<LinkEffect> flush() {
        var done = List.copyOf(effects);
        effects.clear();
        return done;
    }
}
