package org.renkei.kernel.ledger;

/// What a verifier says of a signed checkpoint.
public sealed interface CheckpointVerdict {

    /// Both signatures are right.
    record Verified(Checkpoint checkpoint) implements CheckpointVerdict {}

    /// Not to be relied on, and why.
    record Refused(String reason) implements CheckpointVerdict {}
}
