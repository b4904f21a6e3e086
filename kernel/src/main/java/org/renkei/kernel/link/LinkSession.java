package org.renkei.kernel.link;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.record.NodeId;

/// One session between two nodes, both ways at once. Fed with frames and milliseconds, it answers with
/// [LinkEffect]s for its host to carry out. Not thread safe: one thread owns it.
///
/// Each side first says how much of the other's ledger it holds, with the root over it; so nothing depends on
/// clocks, on the length of an outage or on what the other side remembers. A batch is stored only if its entries
/// follow without gap, are the partner's own, and the signed checkpoint fits the tree that results. Entries are
/// confirmed once they are durable. FLASH and IMMEDIATE entries go ahead of their turn on a lane of their own and
/// again, or as a mere place holder, in their turn. Whatever is not right ends the session with a [LinkProblem].
public final class LinkSession {
    /// The versions this code speaks, newest last.
    public static final List<Integer> VERSIONS = List.of(1, 2, 3, 4, 5, 6);

    /// With what the detail of a problem begins that the partner has told.
    public static final String BY_PARTNER = "the partner closed: ";

    /// The version from which on a lane of tracks may be added; versions 5 and 6 tell more on that lane.
    public static final int TRACKS = 4;

    private final LinkTerms terms;
    private final Effects effects = new Effects();
    private final Heartbeat heartbeat;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private final Recovery recovery;
    private final Receipts receipts;
    private final Fetching fetching;
    private final Parcels parcels;
    private final Cosigning cosigning;
    private final KeyGreeting keys;

    private int version;
    private final EarlyFrames early = new EarlyFrames();
    private boolean givingBack;

    public LinkSession(LinkTerms terms) {
        this.terms = terms;
        this.heartbeat = new Heartbeat(effects);
        this.outgoing = new Outgoing(terms, effects);
        this.incoming = new Incoming(terms, effects);
        this.recovery = new Recovery(terms, effects);
        this.receipts = new Receipts(effects);
        this.fetching = new Fetching(effects, outgoing);
        effects.atLast(fetching::pump);
        this.parcels = new Parcels(effects);
        this.cosigning = new Cosigning(effects);
        this.keys = new KeyGreeting(terms, effects);
    }

    /// Name of the ledger that one node keeps for another, as its checkpoints say it.
    public static String ledgerName(NodeId origin, NodeId partner) {
        return origin + "/ledger/" + partner;
    }

    /// How long it took to reach the partner, before [#opened]: longer than a round trip.
    public void reached(long millis) {
        heartbeat.reached(millis);
    }

    /// The connection is there.
    public List<LinkEffect> opened(long clock) {
        heartbeat.begin(clock);
        var modern = terms.versions().stream().anyMatch(one -> one > 1);
        effects.send(new LinkFrame.Hello(
                terms.versions(),
                terms.self().toString(),
                terms.partner().toString(),
                incoming.size(),
                incoming.root(),
                modern ? terms.compression() : "",
                modern ? terms.token() : new byte[0],
                modern ? incoming.ahead() : 0,
                keys.tell(),
                keys.known()));
        return effects.take();
    }

    /// The urgent lane is there: from now on its frames go that way.
    public List<LinkEffect> urgentLaneOpened() {
        effects.openUrgentLane();
        outgoing.urgentLaneOpened();
        return effects.take();
    }

    /// Frames have arrived; any byte counts as a sign of life, also when no frame is complete.
    ///
    /// @param bytes how many have arrived on that lane since the last call
    public List<LinkEffect> received(Lane lane, List<LinkFrame> frames, int bytes, long clock) {
        var now = heartbeat.now(clock);
        heartbeat.heard(now);
        if (lane == Lane.BULK) {
            receipts.count(bytes);
        }
        try {
            for (var frame : frames) {
                if (!effects.isClosed()) {
                    handle(frame, now);
                }
            }
        } catch (RuntimeException e) {
            effects.close(LinkProblem.MALFORMED, String.valueOf(e.getMessage()));
        }
        if (version > 1) {
            receipts.send(now, heartbeat.roundTripMillis());
            parcels.pump(outgoing.isBusy());
        }
        return effects.take();
    }

    /// What has arrived on a lane is no session.
    public List<LinkEffect> garbled(String detail) {
        effects.close(LinkProblem.MALFORMED, detail);
        return effects.take();
    }

    /// Our ledger for the partner has grown; `urgent` when a FLASH or IMMEDIATE entry may be among what is new.
    public List<LinkEffect> outboxGrew(long size, boolean urgent) {
        outgoing.grew(size, urgent);
        return effects.take();
    }

    /// Entries that a [LinkEffect.ReadOutbox] asked for; the checkpoint ends with the last of them.
    public List<LinkEffect> outboxRead(long from, List<LedgerLeaf> leaves, String checkpoint) {
        outgoing.read(from, leaves, checkpoint);
        return effects.take();
    }

    /// Entries that a [LinkEffect.ReadUrgent] asked for; none when there are none.
    public List<LinkEffect> urgentRead(List<LinkEffect.Urgent> entries) {
        outgoing.urgentRead(entries);
        return effects.take();
    }

    /// What a [LinkEffect.Store] asked for is durable.
    public List<LinkEffect> stored() {
        guarded(incoming::stored);
        return effects.take();
    }

    /// What a [LinkEffect.StoreAdvanced] asked for is durable.
    public List<LinkEffect> advancedStored() {
        incoming.advancedStored();
        return effects.take();
    }

    /// What a [LinkEffect.Store] or a [LinkEffect.StoreAdvanced] asked for could not be made durable; nothing of it
    /// was kept.
    public List<LinkEffect> notStored(String detail) {
        effects.close(LinkProblem.NOT_STORED, detail);
        return effects.take();
    }

    /// What a [LinkEffect.ReadInbox] asked for. With the last entries comes the checkpoint over all of them, before
    /// that none; and what is held ahead of its turn.
    public List<LinkEffect> inboxRead(
            long from, List<LedgerLeaf> leaves, @Nullable String checkpoint, List<LinkFrame.Ahead> ahead) {
        var signatures = checkpoint == null ? new SignatureLines(List.of()) : SignatureLines.of(checkpoint);
        Recovery.frames(ahead).forEach(effects::send);
        effects.send(new LinkFrame.Recovered(from, ColumnCodec.encode(from, leaves), signatures));
        if (checkpoint == null && !leaves.isEmpty()) {
            effects.add(new LinkEffect.ReadInbox(from + leaves.size(), Recovery.FRAME_BYTES));
        } else {
            givingBack = false;
        }
        return effects.take();
    }

    /// What a [LinkEffect.Adopt] asked for is durable, and our ledger has this size now.
    public List<LinkEffect> adopted(long outboxSize) {
        outgoing.grew(outboxSize, true);
        outgoing.begin(version, recovery.heldSize(), recovery.heldRoot());
        return effects.take();
    }

    /// Answers a [LinkEffect.OfAttachment], or says that there is something more to fetch.
    public List<LinkEffect> attachments(Consumer<Fetching> step) {
        step.accept(fetching);
        return effects.take();
    }

    /// The link carries so many bytes in a second, as far as the [Pacer] knows: batches are made to fit.
    public void rate(long bytesPerSecond) {
        outgoing.rate(bytesPerSecond);
    }

    /// Whether the partner has confirmed every entry that there is for it.
    public boolean hasDelivered() {
        return outgoing.isCaughtUp() && !outgoing.isUnderWay();
    }

    /// Time has passed: keeps a quiet connection alive and notices a dead one.
    public List<LinkEffect> tick(long clock) {
        var now = heartbeat.now(clock);
        heartbeat.listen(now);
        if (version > 0 && !effects.isClosed()) {
            fetching.tick(now);
            heartbeat.beat(now, outgoing.isUnderWay() && version > 1);
            if (version > 1) {
                receipts.send(now, heartbeat.roundTripMillis());
                parcels.pump(outgoing.isBusy());
            }
        }
        return effects.take();
    }

    /// There may be parcels for the partner to carry or to open.
    public List<LinkEffect> parcelsWait() {
        parcels.waiting();
        parcels.pump(outgoing.isBusy());
        return effects.take();
    }

    /// Parcels that a [LinkEffect.ReadParcels] asked for; none when there are none.
    public List<LinkEffect> parcelsRead(List<LinkFrame.Parcel> read) {
        parcels.read(read);
        parcels.pump(outgoing.isBusy());
        return effects.take();
    }

    /// What became of the parcel of a [LinkEffect.StoreParcel].
    public List<LinkEffect> parcelStored(byte[] id, ParcelCode code) {
        parcels.stored(id, code);
        return effects.take();
    }

    /// Our audit log as it stands, for the partner to cosign; nothing where it does not know how.
    public List<LinkEffect> audited(LinkFrame.Audited audited) {
        cosigning.ask(audited);
        return effects.take();
    }

    /// Answers a [LinkEffect.Witness].
    public List<LinkEffect> witnessed(LinkFrame.Cosigned cosigned) {
        cosigning.answer(cosigned);
        return effects.take();
    }

    /// The host wants to end the session in good order.
    public List<LinkEffect> stop() {
        return stop(LinkProblem.STOPPED, "stopped");
    }

    /// The same for a reason that both sides shall know.
    public List<LinkEffect> stop(LinkProblem why, String detail) {
        effects.close(why, detail);
        return effects.take();
    }

    /// Milliseconds of the last measured round trip, −1 before the first.
    public long roundTripMillis() {
        return heartbeat.roundTripMillis();
    }

    /// How many round trips were measured so far.
    public long roundTrips() {
        return heartbeat.roundTrips();
    }

    /// Whether urgent entries are on their way ahead of their turn.
    public boolean hasUrgentUnderWay() {
        return outgoing.hasUrgentUnderWay();
    }

    /// How much of the partner's ledger has been taken, stored or being stored.
    public long heldSize() {
        return incoming.size();
    }

    /// Our entries up to this position have been handed to the bulk lane.
    public long sentUpTo() {
        return outgoing.sentUpTo();
    }

    /// From where on the partner is to give our own entries back, 0 when it is not.
    public long recoversFrom() {
        return recovery.next();
    }

    private void handle(LinkFrame frame, long now) {
        switch (frame) {
            case LinkFrame.Hello hello -> greet(hello, now);
            case LinkFrame.Goodbye(var code) -> effects.closeQuietly(LinkProblem.parse(code), BY_PARTNER + code);
            case LinkFrame.Ping(var token) -> effects.send(new LinkFrame.Pong(token));
            case LinkFrame.Pong(var token) -> heartbeat.pong(token, now);
            case LinkFrame other when version == 0 -> early.keep(other);
            case LinkFrame.Batch batch -> incoming.take(batch);
            case LinkFrame.Columns columns -> incoming.take(columns);
            case LinkFrame.Advance advance -> incoming.take(advance);
            case LinkFrame.Ack ack -> outgoing.acknowledge(ack);
            case LinkFrame.AdvanceAck(var positions) -> outgoing.acknowledgeAdvanced(positions);
            case LinkFrame.Receipt(var bytes) -> effects.add(new LinkEffect.Receipted(bytes));
            case LinkFrame.Join _, LinkFrame.JoinTracks _, LinkFrame.Tracks _ ->
                throw new IllegalArgumentException("a lane is added on its own connection, tracks have theirs");
            case LinkFrame.Parcel parcel -> parcels.take(parcel);
            case LinkFrame.ParcelAck ack -> parcels.acknowledged(ack);
            case LinkFrame.Recover recover -> giveBack(recover);
            case LinkFrame.Recovered recovered -> recovery.take(recovered);
            case LinkFrame.Want want -> fetching.take(want, now);
            case LinkFrame.Chunk chunk -> fetching.take(chunk, now);
            case LinkFrame.Lacking lacking -> fetching.take(lacking);
            case LinkFrame.RecoveredAhead ahead -> recovery.take(ahead);
            case LinkFrame.KeyKnown(var key) -> terms.keys().knows(key);
            case LinkFrame.Audited audited -> cosigning.take(audited);
            case LinkFrame.Cosigned cosigned -> cosigning.take(cosigned);
            case LinkFrame.Traced(var upTo, var context) -> effects.add(new LinkEffect.Traced(upTo, context));
        }
    }

    private void greet(LinkFrame.Hello hello, long now) {
        var common =
                terms.versions().stream().filter(hello.versions()::contains).max(Integer::compare);
        if (version > 0) {
            effects.close(LinkProblem.MALFORMED, "a second greeting");
        } else if (!hello.node().equals(terms.partner().toString())
                || !hello.to().equals(terms.self().toString())) {
            effects.close(
                    LinkProblem.WRONG_NODE,
                    "expected " + terms.partner() + ", met " + hello.node() + " looking for " + hello.to());
        } else if (common.isEmpty()) {
            effects.close(LinkProblem.NO_COMMON_VERSION, "the partner speaks " + hello.versions());
        } else if (keys.meet(hello, common.get())) {
            compare(hello, common.get(), now);
        }
    }

    /// Whether the partner's copy of our ledger is where ours was; if not, one of us has lost something.
    private void compare(LinkFrame.Hello hello, int common, long now) {
        var isPrefix = hello.heldSize() <= outgoing.size()
                && terms.outboxRoot().apply(hello.heldSize()).equals(hello.heldRoot());
        if (!isPrefix && hello.heldSize() <= terms.signed()) {
            effects.close(LinkProblem.FORK, "the partner's copy of our ledger differs at size " + hello.heldSize());
        } else if (!isPrefix && common == 1) {
            effects.close(
                    LinkProblem.BEHIND,
                    "the partner holds " + hello.heldSize() + " entries, this node signed only " + terms.signed());
        } else {
            establish(hello, common, now);
            if (isPrefix && (version == 1 || hello.ahead() <= terms.signed())) {
                outgoing.begin(version, hello.heldSize(), hello.heldRoot());
            } else {
                recovery.begin(hello);
            }
            early.take().forEach(frame -> handle(frame, now));
        }
    }

    private void establish(LinkFrame.Hello hello, int common, long now) {
        version = common;
        var packed = version > 1
                && !hello.compression().isEmpty()
                && hello.compression().equals(terms.compression());
        effects.add(new LinkEffect.Established(version, packed, hello.token()));
        heartbeat.ping(now);
        fetching.tick(now);
        fetching.begin(version);
        cosigning.begin(version);
        if (version > 1) {
            parcels.begin();
        }
    }

    private void giveBack(LinkFrame.Recover recover) {
        if (givingBack || recover.from() < 1 || recover.from() > Math.max(incoming.size(), incoming.ahead())) {
            throw new IllegalArgumentException("entries from " + recover.from() + " are not held here");
        }
        givingBack = true;
        effects.add(new LinkEffect.ReadInbox(recover.from(), Recovery.FRAME_BYTES));
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            effects.close(LinkProblem.MALFORMED, String.valueOf(e.getMessage()));
        }
    }
}
