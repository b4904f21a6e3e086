package org.renkei.kernel.link;

import org.renkei.kernel.ledger.Hash;

/// An entry of a ledger as it leaves its origin. The leaf hash is the same in every form, so the receiver's tree
/// and proofs do not depend on which one came.
public sealed interface LedgerLeaf {

    /// The entry itself, as [LedgerEntry#encode] wrote it.
    record Whole(byte[] bytes) implements LedgerLeaf {}

    /// Only the leaf hash: the record was recalled before this entry was delivered, so its content no longer
    /// leaves.
    record Blank(Hash leaf) implements LedgerLeaf {}

    /// Nothing: the receiver has confirmed, in this very session, that it holds the entry from the urgent lane.
    record Held() implements LedgerLeaf {}
}
