package org.renkei.ledger;

/// Published when a ledger was found changed after it was written, and when it is as it was written again.
public record LedgerJudged(String party, boolean changed) {}
