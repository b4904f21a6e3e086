package org.renkei.records;

import org.renkei.kernel.record.SharedRecord;

/// A revision that came from its origin at a position of the origin's ledger.
///
/// @param kept false when its content may not stay: it was recalled or ended before it came
public record ReceivedRevision(SharedRecord content, long position, boolean kept) {}
