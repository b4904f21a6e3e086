package org.renkei.kernel.ledger;

import java.time.Instant;

/// What is said of a witness's cosignature under a checkpoint.
public sealed interface CosignatureVerdict {

    /// Both signatures of the witness are right, made at the same time.
    record Cosigned(Checkpoint checkpoint, Instant at) implements CosignatureVerdict {}

    /// It is there, but by other keys than those known.
    record OtherKeys() implements CosignatureVerdict {}

    /// Not to be relied on, and why.
    record Refused(String reason) implements CosignatureVerdict {}
}
