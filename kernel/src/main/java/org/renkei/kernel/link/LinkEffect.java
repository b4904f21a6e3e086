package org.renkei.kernel.link;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;

/// What the session asks its host to do, in order.
public sealed interface LinkEffect {

    /// Put these bytes on the connection.
    record Send(byte[] bytes) implements LinkEffect {}

    /// Both sides have said who they are and agree on what each holds.
    record Established(int version) implements LinkEffect {}

    /// Read entries of our ledger for the partner from this position on, and answer with [LinkSession#outboxRead].
    record ReadOutbox(long from) implements LinkEffect {}

    /// Store these verified entries and the cursor in one transaction, then call [LinkSession#stored] or
    /// [LinkSession#notStored].
    record Store(List<Received> entries, long size, Hash root, String checkpoint) implements LinkEffect {}

    /// Store these entries, which are ahead of their turn and under no checkpoint yet, then call
    /// [LinkSession#advancedStored]. Each takes effect at once, unless a later position of its record did.
    record StoreAdvanced(List<Received> entries) implements LinkEffect {}

    /// One entry of the partner's ledger. `entry` and `bytes` are null when only its leaf hash came: the record was
    /// recalled since, or the entry is held already from the urgent lane.
    record Received(long position, Hash leaf, @Nullable LedgerEntry entry, byte @Nullable [] bytes) {}

    /// The partner holds so much of our ledger durably.
    record Confirmed(long size, Hash root) implements LinkEffect {}

    /// End the connection after what was sent before. `detail` is for the origin's log, never for the partner.
    record Close(LinkProblem problem, String detail) implements LinkEffect {}
}
