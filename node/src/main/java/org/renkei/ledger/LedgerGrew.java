package org.renkei.ledger;

/// The ledger for a party has new entries.
public record LedgerGrew(String party, long size) {}
