package org.renkei.ledger;

/// Something that the ledger for a party holds must not leave any more, or not now: it was recalled, or is held. Told
/// within the transaction that does it, while the ledger's row is locked.
public record LedgerWithdrew(String party) {}
