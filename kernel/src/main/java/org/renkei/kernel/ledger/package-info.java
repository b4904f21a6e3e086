/// The transparency log behind each ledger and the audit: a Merkle tree over entries (RFC 6962 §2.1), proofs
/// that verify off line, and checkpoints in the text form of C2SP `tlog-checkpoint`, signed with Ed25519 and
/// ML-DSA-65 together.
@NullMarked
package org.renkei.kernel.ledger;

import org.jspecify.annotations.NullMarked;
