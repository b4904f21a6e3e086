package org.renkei.simulator;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.ColumnCodec;
import org.renkei.kernel.link.Fetching;
import org.renkei.kernel.link.FrameReader;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.link.ParcelCode;

/// One side of one session, as a node runs it: what the session asks of the store is done by one worker for each
/// lane, and the session hears of it some time after it is durable, or never.
final class Talk {
    private static final int MOST_URGENT = 3;

    private final SimNode node;
    private final SimNode partner;
    private final Wire wire;
    private final Desks desks;
    private final SplittableRandom random;
    private final LinkSession session;
    private final byte[] token;
    private final Map<Lane, FrameReader> readers = new EnumMap<>(Lane.class);
    private final FrameWriter writer = new FrameWriter(null);
    private final ArrayDeque<Supplier<List<LinkEffect>>> todo = new ArrayDeque<>();
    private final Map<Lane, Worker> workers = new EnumMap<>(Lane.class);
    /// Words that were read for the partner within this session, and might go there then.
    private final Set<String> cleared = new HashSet<>();
    private final boolean opensUrgent;
    private boolean urgent;
    private boolean ended;
    private boolean established;
    private @Nullable LinkProblem problem;
    private String detail = "";

    Talk(SimNode node, SimNode partner, Wire wire, Desks desks, SplittableRandom random) {
        this.node = node;
        this.partner = partner;
        this.wire = wire;
        this.desks = desks;
        this.random = random;
        this.token = new byte[8];
        random.nextBytes(token);
        this.opensUrgent = random.nextInt(8) > 0;
        for (var lane : Lane.values()) {
            readers.put(lane, new FrameReader(null));
            workers.put(lane, new Worker());
        }
        this.session = new LinkSession(desks.terms(node, partner, token, true));
        todo.add(() -> session.opened(now()));
    }

    /// Works one thing off after the other; the second half is what the session is told.
    private static final class Worker {
        private final ArrayDeque<Supplier<Supplier<List<LinkEffect>>>> queue = new ArrayDeque<>();
        private @Nullable Supplier<List<LinkEffect>> done;
    }

    boolean isEnded() {
        return ended;
    }

    boolean isEstablished() {
        return established && !ended;
    }

    @Nullable
    LinkProblem problem() {
        return problem;
    }

    String detail() {
        return detail;
    }

    Wire wire() {
        return wire;
    }

    /// The node's process is gone, or stopped this session.
    void die() {
        ended = true;
        wire.leave(node.index());
    }

    /// The transport says that the connection is no more.
    void broke() {
        die();
        if (node.talk(partner.index()) == this) {
            node.converse(partner.index(), null);
        }
    }

    void ledgerGrew(long size, boolean mayBeUrgent) {
        todo.add(() -> session.outboxGrew(size, mayBeUrgent));
    }

    /// There is, or may be, something more to fetch.
    void attachmentsWanted() {
        todo.add(() -> session.attachments(Fetching::grew));
    }

    /// There may be parcels for the partner.
    void parcelsWait() {
        todo.add(session::parcelsWait);
    }

    void tick() {
        todo.add(() -> session.tick(now()));
        if (node.store().parcels.values().stream().anyMatch(one -> one.next() == partner.index())) {
            parcelsWait();
        }
    }

    void arrived(Lane lane, byte[] bytes) {
        List<LinkFrame> frames;
        try {
            frames = Objects.requireNonNull(readers.get(lane)).read(bytes);
        } catch (RuntimeException e) {
            todo.add(() -> session.garbled(String.valueOf(e.getMessage())));
            return;
        }
        var heard = frames.stream().map(this::heard).toList();
        if (lane == Lane.URGENT && !urgent) {
            if (heard.isEmpty()
                    || !(heard.getFirst() instanceof LinkFrame.Join(var shown))
                    || !java.util.Arrays.equals(shown, token)) {
                return;
            }
            urgent = true;
            todo.add(session::urgentLaneOpened);
            todo.add(() -> session.received(lane, heard.subList(1, heard.size()), 0, now()));
            return;
        }
        todo.add(() -> session.received(lane, heard, bytes.length, now()));
    }

    private LinkFrame heard(LinkFrame frame) {
        var flaws = desks.flaws();
        var ledger = node.store().ledger(partner.index());
        if (frame instanceof LinkFrame.Hello hello && flaws.have(Mutant.AHEAD_FORGOTTEN)) {
            return greeting(hello, hello.heldRoot(), 0);
        } else if (!flaws.have(Mutant.ROOT_UNCHECKED)) {
            return frame;
        }
        return switch (frame) {
            case LinkFrame.Ack(var size, var root)
            when size <= ledger.size() -> new LinkFrame.Ack(size, ledger.root(size));
            case LinkFrame.Hello hello
            when hello.heldSize() <= ledger.size() -> greeting(hello, ledger.root(hello.heldSize()), hello.ahead());
            case LinkFrame other -> other;
        };
    }

    private static LinkFrame.Hello greeting(LinkFrame.Hello heard, Hash root, long ahead) {
        return new LinkFrame.Hello(
                heard.versions(),
                heard.node(),
                heard.to(),
                heard.heldSize(),
                root,
                heard.compression(),
                heard.token(),
                ahead,
                heard.successions(),
                heard.known());
    }

    /// Does one of the things that can be done here, false when there is none.
    boolean step(int which) {
        if (ended) {
            return false;
        }
        return switch (which) {
            case 0 -> {
                var next = todo.poll();
                if (next != null) {
                    carryOut(next.get());
                }
                yield next != null;
            }
            case 1 -> work(Objects.requireNonNull(workers.get(Lane.BULK)));
            default -> work(Objects.requireNonNull(workers.get(Lane.URGENT)));
        };
    }

    private boolean work(Worker worker) {
        var done = worker.done;
        if (done != null) {
            worker.done = null;
            todo.add(done);
            return true;
        }
        var next = worker.queue.poll();
        if (next != null) {
            worker.done = next.get();
        }
        return next != null;
    }

    private void carryOut(List<LinkEffect> effects) {
        for (var effect : effects) {
            if (ended) {
                return;
            }
            perform(effect);
        }
    }

    private void perform(LinkEffect effect) {
        var bulk = Objects.requireNonNull(workers.get(Lane.BULK)).queue;
        var urgentWork = Objects.requireNonNull(workers.get(Lane.URGENT)).queue;
        switch (effect) {
            case LinkEffect.Send(var lane, var frame) -> send(lane, frame);
            case LinkEffect.Established(var version, var packed, var shown) -> {
                established = true;
                if (version > 1 && node.index() == wire.pair().low() && opensUrgent) {
                    openUrgentLane(shown);
                }
            }
            case LinkEffect.ReadOutbox(var from, var maxBytes) ->
                bulk.add(() -> {
                    var batch = desks.read(node, partner, from, 1 + random.nextInt(7), cleared);
                    return () -> session.outboxRead(from, batch.leaves(), batch.checkpoint());
                });
            case LinkEffect.ReadUrgent(var flash, var immediate, var maxBytes) ->
                urgentWork.add(() -> {
                    var most = 1 + random.nextInt(MOST_URGENT);
                    var found = desks.readUrgent(node, partner, flash, immediate, most, cleared);
                    return () -> session.urgentRead(found);
                });
            case LinkEffect.Store batch -> store(batch, bulk);
            case LinkEffect.StoreAdvanced(var entries) ->
                urgentWork.add(() -> {
                    desks.storeAdvanced(node, partner, entries);
                    lookForContents();
                    return session::advancedStored;
                });
            case LinkEffect.Confirmed(var size, var root) -> {
                desks.confirmed(node, partner, size, root);
                bulk.add(() -> {
                    desks.acknowledge(node, partner, size);
                    return List::of;
                });
            }
            case LinkEffect.Receipted receipted -> {}
            case LinkEffect.ReadParcels(var most, var routine, var underWay) ->
                urgentWork.add(() -> {
                    var read = desks.office().read(node, partner, most, routine, underWay, random);
                    return () -> session.parcelsRead(read);
                });
            case LinkEffect.StoreParcel(var parcel) -> store(parcel, parcel.urgent() ? urgentWork : bulk);
            case LinkEffect.ParcelTaken(var id, var code) ->
                urgentWork.add(() -> {
                    desks.office().taken(node, id, code);
                    return List::of;
                });
            case LinkEffect.Witness witness -> {}
            case LinkEffect.TakeCosigned taken -> {}
            case LinkEffect.Traced traced -> {}
            case LinkEffect.ReadInbox(var from, var maxBytes) ->
                bulk.add(() -> {
                    var copy = node.store().copy(partner.index());
                    var leaves = copy.read(from, 1 + random.nextInt(4));
                    var last = from - 1 + leaves.size() >= copy.rows.size();
                    var ahead = last ? copy.ahead() : List.<LinkFrame.Ahead>of();
                    return () -> session.inboxRead(from, leaves, last ? copy.signed() : null, ahead);
                });
            case LinkEffect.Adopt adopt ->
                bulk.add(() -> {
                    var size = desks.adopt(node, partner, adopt);
                    return size < 0 ? session::stop : () -> session.adopted(size);
                });
            case LinkEffect.StoreChunk chunk
            when desks.flaws().have(Mutant.CONTENT_CURSOR_FIRST) -> storeCursorFirst(chunk, bulk);
            case LinkEffect.OfAttachment of ->
                bulk.add(() -> {
                    var answer = new Contents(node, partner, desks).perform(of, random, cleared);
                    return () -> session.attachments(answer);
                });
            case LinkEffect.Close(var why, var what) -> {
                problem = why;
                detail = what;
                desks.closed(node, partner, why, what);
                broke();
            }
        }
    }

    private void store(LinkEffect.Store batch, ArrayDeque<Supplier<Supplier<List<LinkEffect>>>> bulk) {
        var flaws = desks.flaws();
        if (flaws.have(Mutant.ACK_BEFORE_DURABLE)) {
            todo.add(session::stored);
            bulk.add(() -> {
                desks.store(node, partner, batch);
                return List::of;
            });
        } else if (flaws.have(Mutant.CURSOR_FIRST)) {
            bulk.add(() -> {
                desks.storeCursorOnly(node, partner, batch);
                return List::of;
            });
            bulk.add(() -> {
                batch.entries()
                        .forEach(one -> node.store().copy(partner.index()).apply(one, node.now(), flaws));
                return session::stored;
            });
        } else {
            bulk.add(() -> {
                desks.store(node, partner, batch);
                lookForContents();
                return session::stored;
            });
        }
    }

    private void lookForContents() {
        if (parts().next(node.now()) != null) {
            attachmentsWanted();
        }
    }

    private void store(LinkFrame.Parcel parcel, ArrayDeque<Supplier<Supplier<List<LinkEffect>>>> worker) {
        var early = desks.flaws().have(Mutant.PARCEL_ACK_EARLY);
        if (early) {
            todo.add(() -> session.parcelStored(parcel.id(), ParcelCode.STORED));
        }
        worker.add(() -> {
            var code = desks.office().receive(node, partner, parcel, random);
            return early ? List::of : () -> session.parcelStored(parcel.id(), code);
        });
    }

    private void storeCursorFirst(LinkEffect.StoreChunk chunk, ArrayDeque<Supplier<Supplier<List<LinkEffect>>>> bulk) {
        bulk.add(() -> {
            var kept = parts().noteOnly(chunk.digest(), chunk.from(), chunk.bytes().length);
            bulk.addFirst(() -> {
                parts().fill(chunk.digest(), chunk.from(), chunk.bytes(), desks.flaws());
                var end = chunk.from() + chunk.bytes().length;
                return () -> session.attachments(fetching -> fetching.chunkStored(chunk.digest(), end, kept));
            });
            return List::of;
        });
    }

    private Parts parts() {
        return node.store().copy(partner.index()).parts;
    }

    private void openUrgentLane(byte[] shown) {
        urgent = true;
        wire.from(node.index(), Lane.URGENT).write(writer.encode(new LinkFrame.Join(shown), false));
        carryOut(session.urgentLaneOpened());
    }

    private void send(Lane lane, LinkFrame frame) {
        desks.sends(node, partner, frame);
        var bytes = writer.encode(frame, false);
        desks.watch().left(node.index(), partner.index(), bytes, cleared);
        if (frame instanceof LinkFrame.Columns(var from, var columns, var signatures)) {
            for (var leaf : ColumnCodec.decode(from, columns)) {
                if (leaf instanceof LedgerLeaf.Whole(var content)) {
                    desks.watch().said(node.index(), partner.index(), content, cleared);
                }
            }
        }
        wire.from(node.index(), urgent ? lane : Lane.BULK).write(bytes);
    }

    private long now() {
        return node.micros() / 1000;
    }

    @Override
    public String toString() {
        var state = established ? "established" : "not established";
        return (ended ? "ended" : state) + ", sent to " + session.sentUpTo() + ", holds " + session.heldSize() + ", "
                + session.roundTripMillis() + " ms";
    }
}
