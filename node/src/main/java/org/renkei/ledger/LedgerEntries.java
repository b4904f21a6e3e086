package org.renkei.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LedgerEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of all ledgers.
@Repository
class LedgerEntries {
    private final JdbcClient jdbc;

    LedgerEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(String party) {
        jdbc.sql("insert into ledger.ledger (party, size) values (?, 0) on conflict do nothing")
                .param(party)
                .update();
    }

    /// Takes the next position. The row stays locked until the transaction ends, so that positions commit in order.
    long reserve(String party) {
        return jdbc.sql("update ledger.ledger set size = size + 1 where party = ? returning size")
                .param(party)
                .query(Long.class)
                .single();
    }

    void insert(String party, LedgerEntry entry, byte[] bytes, Instant at) {
        jdbc.sql("""
                insert into ledger.entry (party, position, record, type, leaf_hash, bytes, at) values (?, ?, ?, ?, ?, ?, ?)
                """)
                .param(party)
                .param(entry.position())
                .param(entry.record())
                .param(
                        switch (entry) {
                            case LedgerEntry.Release release -> "release";
                            case LedgerEntry.Recall recall -> "recall";
                        })
                .param(Hash.ofLeaf(bytes).bytes())
                .param(bytes)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Leaf hashes from a position on, derived from the stored entries; an entry that does not fit its hash is an
    /// error.
    List<Hash> leavesFrom(String party, long position) {
        return jdbc.sql(
                        "select position, bytes, leaf_hash from ledger.entry where party = ? and position >= ? order by position")
                .param(party)
                .param(position)
                .query((row, number) -> {
                    var leaf = Hash.ofLeaf(row.getBytes("bytes"));
                    if (!leaf.equals(Hash.of(row.getBytes("leaf_hash")))) {
                        throw new IllegalStateException("entry " + row.getLong("position") + " of the ledger for "
                                + party + " was changed; no checkpoint is signed over it");
                    }
                    return leaf;
                })
                .list();
    }

    List<byte[]> read(String party, long from, int limit) {
        return jdbc.sql("select bytes from ledger.entry where party = ? and position >= ? order by position limit ?")
                .param(party)
                .param(from)
                .param(limit)
                .query((row, number) -> row.getBytes("bytes"))
                .list();
    }

    void acknowledge(String party, long size, Hash root, Instant at) {
        jdbc.sql("""
                update ledger.ledger set acknowledged = ?, acknowledged_root = ?, acknowledged_at = ?
                where party = ? and acknowledged <= ?
                """)
                .param(size)
                .param(root.bytes())
                .param(at.atOffset(ZoneOffset.UTC))
                .param(party)
                .param(size)
                .update();
    }

    Optional<Ledgers.State> find(String party) {
        return jdbc.sql("""
                select l.*, (select min(at) from ledger.entry e where e.party = l.party and e.position = l.acknowledged + 1) waiting
                from ledger.ledger l where l.party = ?
                """)
                .param(party)
                .query((row, number) -> {
                    var root = row.getBytes("acknowledged_root");
                    return new Ledgers.State(
                            party,
                            row.getLong("size"),
                            row.getLong("acknowledged"),
                            root == null ? Hash.ofEmptyTree() : Hash.of(root),
                            instant(row.getObject("acknowledged_at", OffsetDateTime.class)),
                            instant(row.getObject("waiting", OffsetDateTime.class)));
                })
                .optional();
    }

    /// Number of entries of each type in the ledger for a party.
    Map<String, Long> countByType(String party) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select type, count(*) n from ledger.entry where party = ? group by type")
                .param(party)
                .query(row -> {
                    counts.put(row.getString("type"), row.getLong("n"));
                });
        return counts;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
