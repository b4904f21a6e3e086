package org.renkei.kernel.link;

import static org.renkei.kernel.record.RecordFixture.aRecord;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.renkei.kernel.record.NodeId;

/// Ledger entries by node and position: always the same, so that their checkpoints need to be signed once only.
final class Entries {
    static final NodeId JPN = NodeId.parse("JPN/ichigaya");
    static final NodeId USA = NodeId.parse("USA/yokota");

    private Entries() {}

    /// The first entries of the ledger of a node: every fifth is a recall.
    static List<byte[]> of(NodeId node, int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(position -> position % 5 == 0
                        ? new LedgerEntry.Recall(position, id(position - 1)).encode()
                        : release(node, position, "report " + position))
                .toList();
    }

    static byte[] release(NodeId node, long position, String remarks) {
        var form = aRecord().of(node.toString()).identified(id(position)).saying("remarks", remarks);
        return new LedgerEntry.Release(position, form.build()).encode();
    }

    static UUID id(long position) {
        return new UUID(0x01541fb8_6950_7000L, 0x8000_0000_0000_0000L + position);
    }
}
