package org.renkei.database;

import java.util.List;

/// A table whose rows bear a seal, and the columns that it is over, those of the primary key first. What is not among
/// them is checked otherwise: `bytes` by the leaf hash, `size` of a ledger by its entries.
public enum SealedTable {
    LEDGER(
            "ledger.ledger",
            1,
            "party",
            "node",
            "acknowledged",
            "acknowledged_root",
            "acknowledged_at",
            "signed",
            "held_to",
            "must_meet"),
    ENTRY("ledger.entry", 2, "party", "position", "record", "type", "leaf_hash", "at", "precedence"),
    INBOX("federation.inbox", 1, "node", "party", "size", "root", "checkpoint", "at"),
    RECEIVED("federation.received", 2, "node", "position", "record", "type", "leaf_hash", "at"),
    ADVANCED("federation.advanced", 2, "node", "position", "record", "type", "leaf_hash", "at", "seal"),
    COSIGNATURE("audit.cosignature", 3, "node", "size", "root", "at", "text", "superseded"),
    EPOCH(
            "ledger.epoch",
            2,
            "party",
            "number",
            "opened_at",
            "opened_by",
            "reason",
            "base",
            "withdrawn",
            "withdrawn_root",
            "settled_at",
            "settled_size",
            "settled_root");

    private final String table;
    private final int keys;
    private final List<String> columns;

    SealedTable(String table, int keys, String... columns) {
        this.table = table;
        this.keys = keys;
        this.columns = List.of(columns);
    }

    /// With its schema.
    public String table() {
        return table;
    }

    public List<String> columns() {
        return columns;
    }

    List<String> key() {
        return columns.subList(0, keys);
    }
}
