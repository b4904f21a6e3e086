package org.renkei.kernel.link;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.record.NodeId;

/// Sessions for tests that speak to them by hand.
final class Sessions {
    private Sessions() {}

    /// One that knows version 1 only, and whose whole outbox is signed.
    static LinkSession older(
            NodeId self, NodeId partner, MerkleTree inbox, long outboxSize, LongFunction<Hash> outboxRoot) {
        return new LinkSession(
                terms(self, partner, List.of(1), inbox, Map.of(), outboxSize, outboxSize, outboxRoot, at -> {
                    throw new AssertionError("nothing to recover");
                }));
    }

    static LinkTerms terms(
            NodeId self,
            NodeId partner,
            List<Integer> versions,
            MerkleTree inbox,
            Map<Long, Hash> advanced,
            long outboxSize,
            long signed,
            LongFunction<Hash> outboxRoot,
            LongFunction<Hash> outboxLeaf) {
        return new LinkTerms(
                self,
                partner,
                versions,
                "",
                new byte[] {7},
                LinkKeys.verifierOf(partner)::verify,
                LinkKeys.verifierOf(self)::verify,
                inbox,
                advanced,
                outboxSize,
                signed,
                outboxRoot,
                outboxLeaf,
                seal(self));
    }

    static EntrySeal seal(NodeId node) {
        return new EntrySeal(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// As if it had come over the bulk lane.
    static List<LinkEffect> receive(LinkSession session, LinkFrame frame, long now) {
        var bytes = encode(frame);
        return session.received(Lane.BULK, read(bytes), bytes.length, now);
    }

    static byte[] encode(LinkFrame frame) {
        return new FrameWriter(null).encode(frame, false);
    }

    static List<LinkFrame> read(byte[] bytes) {
        return new FrameReader(null).read(bytes);
    }

    static LinkFrame.Hello hello(List<Integer> versions, String node, String to, long heldSize, Hash heldRoot) {
        return new LinkFrame.Hello(versions, node, to, heldSize, heldRoot, "", new byte[0], 0);
    }

    static List<LedgerLeaf> whole(List<byte[]> entries) {
        return entries.stream().<LedgerLeaf>map(LedgerLeaf.Whole::new).toList();
    }
}
