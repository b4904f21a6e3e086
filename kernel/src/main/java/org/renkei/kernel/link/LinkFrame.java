package org.renkei.kernel.link;

import java.util.List;
import org.renkei.kernel.ledger.Hash;

/// One message of the session. Positions count from 1; a size is the number of entries.
public sealed interface LinkFrame {

    /// The first frame of each side: who speaks, to whom, which versions it knows, and how much of the other's ledger
    /// it
    /// holds durably.
    record Hello(List<Integer> versions, String node, String to, long heldSize, Hash heldRoot) implements LinkFrame {
        public Hello {
            versions = List.copyOf(versions);
        }
    }

    /// Entries of the sender's ledger from a position on, and one signed checkpoint that ends exactly with the last.
    record Batch(long from, List<byte[]> entries, String checkpoint) implements LinkFrame {
        public Batch {
            entries = List.copyOf(entries);
        }
    }

    /// The receiver holds so much durably; the root proves that it holds the same.
    record Ack(long size, Hash root) implements LinkFrame {}

    record Ping(long token) implements LinkFrame {}

    record Pong(long token) implements LinkFrame {}

    /// The sender closes, and why; the code is one of [LinkProblem].
    record Goodbye(String problem) implements LinkFrame {}
}
