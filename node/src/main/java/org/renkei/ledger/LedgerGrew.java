package org.renkei.ledger;

/// The ledger for a party has new entries; `urgent` when a FLASH or IMMEDIATE one may be among them.
public record LedgerGrew(String party, long size, boolean urgent) {}
