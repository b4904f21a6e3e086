package org.renkei.kernel.link;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.record.NodeId;

/// One node around a session of version 2 that offers contents and wants some. What it has stored outlives a cut.
final class FetchHost {
    long bytesStored;
    int entriesStored;
    int attachmentsRead;
    boolean holdReading;
    int mostRead = Integer.MAX_VALUE;
    final List<Missing> lacking = new ArrayList<>();
    final List<Long> ranges = new ArrayList<>();
    LinkEffect.Close close;

    private final NodeId self;
    private final NodeId partner;
    private final Map<Hash, byte[]> offered = new HashMap<>();
    private final Map<Hash, Integer> wanted = new LinkedHashMap<>();
    private final Map<Hash, ByteArrayOutputStream> held = new HashMap<>();
    private final List<byte[]> outbox = new ArrayList<>();
    private final MerkleTree outboxTree = new MerkleTree();
    private final Set<Hash> forgotten = new HashSet<>();
    private final ArrayDeque<LinkEffect> storing = new ArrayDeque<>();
    private LinkEffect.ReadOutbox waiting;
    private LinkSession session;
    private FrameReader reader = new FrameReader(null);
    private ByteArrayOutputStream wire = new ByteArrayOutputStream();

    FetchHost(NodeId self, NodeId partner) {
        this.self = self;
        this.partner = partner;
    }

    record Missing(Hash digest, String code) {}

    Hash offers(byte[] content) {
        var digest = Hash.ofContent(content);
        offered.put(digest, content);
        return digest;
    }

    void wants(Hash digest, int size) {
        wanted.put(digest, size);
    }

    /// The record that lists it was recalled and came again: it is wanted from its first byte on.
    void forgets(Hash digest) {
        held.remove(digest);
        forgotten.add(digest);
    }

    byte[] held(Hash digest) {
        return held.getOrDefault(digest, new ByteArrayOutputStream()).toByteArray();
    }

    void open(long now) {
        session = new LinkSession(Sessions.terms(
                self, partner, List.of(1, 2), new MerkleTree(), Map.of(), outbox.size(), 0, outboxTree::root, at -> {
                    throw new AssertionError("nothing to recover");
                }));
        reader = new FrameReader(null);
        perform(session.opened(now));
    }

    void cut() {
        session = null;
        wire = new ByteArrayOutputStream();
        storing.clear();
    }

    void grew() {
        perform(session.attachments(Fetching::grew));
    }

    void write(List<byte[]> entries) {
        entries.forEach(entry -> {
            outbox.add(entry);
            outboxTree.append(entry);
        });
        perform(session.outboxGrew(outbox.size(), false));
    }

    void goOnReading() {
        holdReading = false;
        perform(List.of(waiting));
    }

    byte[] takeSent(int limit) {
        var all = wire.toByteArray();
        var taken = Arrays.copyOf(all, Math.min(limit, all.length));
        wire = new ByteArrayOutputStream();
        wire.write(all, taken.length, all.length - taken.length);
        return taken;
    }

    boolean hasWork() {
        return wire.size() > 0 || !storing.isEmpty();
    }

    void receive(byte[] bytes, long now) {
        perform(session.received(Lane.BULK, reader.read(bytes), bytes.length, now));
    }

    void tick(long now) {
        perform(session.tick(now));
    }

    void finishStoring() {
        while (!storing.isEmpty()) {
            switch (storing.removeFirst()) {
                case LinkEffect.Store store -> {
                    entriesStored += store.entries().size();
                    perform(session.stored());
                }
                case LinkEffect.StoreChunk(var digest, var from, var total, var bytes) -> {
                    var content = held.computeIfAbsent(digest, key -> new ByteArrayOutputStream());
                    if (content.size() != from && forgotten.contains(digest)) {
                        perform(session.attachments(f -> f.chunkStored(digest, from + bytes.length, false)));
                        continue;
                    }
                    if (content.size() != from) {
                        throw new AssertionError("from " + from + ", held " + content.size());
                    }
                    content.writeBytes(bytes);
                    bytesStored += bytes.length;
                    perform(session.attachments(f -> f.chunkStored(digest, from + bytes.length, true)));
                }
                case LinkEffect other -> throw new AssertionError(other);
            }
        }
    }

    private void perform(List<LinkEffect> effects) {
        for (var effect : effects) {
            switch (effect) {
                case LinkEffect.Send(var lane, var frame) -> {
                    if (frame instanceof LinkFrame.Want want) {
                        ranges.add(want.upTo() - want.from());
                    }
                    wire.writeBytes(Sessions.encode(frame));
                }
                case LinkEffect.ReadOutbox read -> readOutbox(read);
                case LinkEffect.Store store -> storing.add(store);
                case LinkEffect.StoreChunk chunk -> storing.add(chunk);
                case LinkEffect.NextWanted next -> perform(session.attachments(f -> f.wanted(next())));
                case LinkEffect.NoteLacking(var digest, var code) -> {
                    lacking.add(new Missing(digest, code));
                    wanted.remove(digest);
                    perform(session.attachments(Fetching::lackingNoted));
                }
                case LinkEffect.ReadAttachment(var digest, var from, var maxBytes) -> read(digest, from, maxBytes);
                case LinkEffect.ReadUrgent urgent -> perform(session.urgentRead(List.of()));
                case LinkEffect.Close it -> close = it;
                case LinkEffect.Established established -> {}
                case LinkEffect.Confirmed confirmed -> {}
                case LinkEffect.Receipted receipted -> {}
                case LinkEffect.ReadParcels read -> perform(session.parcelsRead(List.of()));
                case LinkEffect.StoreParcel parcel -> throw new AssertionError("nothing is carried here");
                case LinkEffect.ParcelTaken taken -> throw new AssertionError("nothing is carried here");
                case LinkEffect.Witness witness -> throw new AssertionError("nothing is cosigned here");
                case LinkEffect.TakeCosigned taken -> throw new AssertionError("nothing is cosigned here");
                case LinkEffect.Traced traced -> throw new AssertionError("nothing is traced here");
                case LinkEffect.StoreAdvanced advanced -> throw new AssertionError("nothing urgent here");
                case LinkEffect.ReadInbox read -> throw new AssertionError("nothing is recovered here");
                case LinkEffect.Adopt adopt -> throw new AssertionError("nothing is recovered here");
            }
        }
    }

    private void readOutbox(LinkEffect.ReadOutbox read) {
        if (holdReading) {
            waiting = read;
            return;
        }
        var entries = List.copyOf(outbox.subList((int) read.from() - 1, outbox.size()));
        var checkpoint = LinkKeys.checkpoint(
                self, LinkSession.ledgerName(self, partner), outbox.size(), outboxTree.root(outbox.size()));
        perform(session.outboxRead(read.from(), Sessions.whole(entries), checkpoint));
    }

    private Fetching.Wanted next() {
        for (var one : wanted.entrySet()) {
            var size = held(one.getKey()).length;
            if (size < one.getValue()) {
                return new Fetching.Wanted(one.getKey(), size, one.getValue());
            }
        }
        return null;
    }

    private void read(Hash digest, long from, int maxBytes) {
        attachmentsRead++;
        var content = offered.get(digest);
        if (content == null || from >= content.length) {
            perform(session.attachments(f -> f.lacks(digest, from, Fetching.NOT_AVAILABLE)));
        } else {
            var bytes = Arrays.copyOfRange(
                    content, (int) from, (int) Math.min(content.length, from + Math.min(mostRead, maxBytes)));
            perform(session.attachments(f -> f.read(digest, from, content.length, bytes)));
        }
    }
}
