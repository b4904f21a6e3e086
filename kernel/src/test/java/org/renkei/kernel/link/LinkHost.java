package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.record.NodeId;

/// One node around a [LinkSession]: what is in its two lists is durable, everything else is lost when the connection is
/// cut. Storing takes until somebody calls [#finishStoring].
final class LinkHost {
    final NodeId self;
    final NodeId partner;
    final List<byte[]> outbox = new ArrayList<>();
    final List<byte[]> inbox = new ArrayList<>();
    long confirmed;

    private final int batchSize;
    private final MerkleTree outboxTree = new MerkleTree();
    private LinkSession session;
    private FrameReader reader = new FrameReader(null);
    private byte[] wire = new byte[0];
    private LinkEffect.Store storing;
    private LinkEffect.Close close;
    private boolean established;

    LinkHost(NodeId self, NodeId partner, int batchSize) {
        this.self = self;
        this.partner = partner;
        this.batchSize = batchSize;
    }

    void open(long now) {
        var held = new MerkleTree();
        inbox.forEach(held::append);
        session = Sessions.older(self, partner, held, outbox.size(), outboxTree::root);
        reader = new FrameReader(null);
        close = null;
        established = false;
        perform(session.opened(now));
    }

    /// The connection is gone, and with it all that was not delivered or not stored.
    void cut() {
        session = null;
        wire = new byte[0];
        storing = null;
    }

    void write(List<byte[]> entries) {
        entries.forEach(entry -> {
            outbox.add(entry);
            outboxTree.append(entry);
        });
        if (session != null) {
            perform(session.outboxGrew(outbox.size(), true));
        }
    }

    /// Takes up to so many bytes off the wire.
    byte[] takeSent(int limit) {
        var taken = Arrays.copyOf(wire, Math.min(limit, wire.length));
        wire = Arrays.copyOfRange(wire, taken.length, wire.length);
        return taken;
    }

    boolean hasSent() {
        return wire.length > 0;
    }

    void receive(byte[] bytes, long now) {
        List<LinkFrame> frames;
        try {
            frames = reader.read(bytes);
        } catch (RuntimeException e) {
            perform(session.garbled(String.valueOf(e.getMessage())));
            return;
        }
        perform(session.received(Lane.BULK, frames, bytes.length, now));
    }

    void tick(long now) {
        perform(session.tick(now));
    }

    boolean isStoring() {
        return storing != null;
    }

    /// Makes what is being stored durable; a crash may keep the session from ever hearing of it.
    void finishStoring(boolean sessionHears) {
        storing.entries().forEach(received -> inbox.add(received.bytes()));
        storing = null;
        if (sessionHears) {
            perform(session.stored());
        }
    }

    boolean isEstablished() {
        return established;
    }

    LinkEffect.Close close() {
        return close;
    }

    LinkSession session() {
        return session;
    }

    private void perform(List<LinkEffect> effects) {
        for (var effect : effects) {
            switch (effect) {
                case LinkEffect.Send(var lane, var frame) -> append(Sessions.encode(frame));
                case LinkEffect.Established(var version, var packed, var token) -> {
                    assertThat(version).isEqualTo(1);
                    established = true;
                }
                case LinkEffect.ReadOutbox(var from, var maxBytes) -> readOutbox(from);
                case LinkEffect.Store store -> {
                    assertThat(storing).as("one at a time").isNull();
                    assertThat(store.size())
                            .isEqualTo(inbox.size() + store.entries().size());
                    storing = store;
                }
                case LinkEffect.StoreAdvanced advanced -> throw new AssertionError("no urgent lane here");
                case LinkEffect.ReadUrgent urgent -> throw new AssertionError("no urgent lane here");
                case LinkEffect.Receipted receipted -> throw new AssertionError("an older node counts nothing");
                case LinkEffect.ReadInbox read -> throw new AssertionError("nothing is recovered here");
                case LinkEffect.StoreParcel parcel -> throw new AssertionError("no parcels here");
                case LinkEffect.ReadParcels parcels -> throw new AssertionError("no parcels here");
                case LinkEffect.ParcelTaken taken -> throw new AssertionError("no parcels here");
                case LinkEffect.Witness witness -> throw new AssertionError("nothing is cosigned here");
                case LinkEffect.TakeCosigned taken -> throw new AssertionError("nothing is cosigned here");
                case LinkEffect.Traced traced -> throw new AssertionError("nothing is traced here");
                case LinkEffect.Adopt adopt -> throw new AssertionError("nothing is recovered here");
                case LinkEffect.OfAttachment of -> throw new AssertionError("an older node fetches nothing");
                case LinkEffect.Confirmed(var size, var root) -> {
                    assertThat(root).isEqualTo(outboxTree.root(size));
                    confirmed = Math.max(confirmed, size);
                }
                case LinkEffect.Close it -> close = it;
            }
        }
    }

    private void readOutbox(long from) {
        var last = (int) Math.min(outbox.size(), from + batchSize - 1);
        var entries = List.copyOf(outbox.subList((int) from - 1, last));
        var ledger = LinkSession.ledgerName(self, partner);
        var checkpoint = LinkKeys.checkpoint(self, ledger, last, outboxTree.root(last));
        perform(session.outboxRead(from, Sessions.whole(entries), checkpoint));
    }

    private void append(byte[] bytes) {
        var longer = Arrays.copyOf(wire, wire.length + bytes.length);
        System.arraycopy(bytes, 0, longer, wire.length, bytes.length);
        wire = longer;
    }
}
