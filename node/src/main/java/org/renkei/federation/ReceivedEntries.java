package org.renkei.federation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.database.CopyRows;
import org.renkei.database.RowSeals;
import org.renkei.database.SealedTable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.record.NodeId;
import org.springframework.stereotype.Repository;

/// The rows of our copies of partners' ledgers: those in order, and those ahead of their turn.
@Repository
class ReceivedEntries {
    private final Bulk bulk;
    private final RowSeals seals;

    ReceivedEntries(Bulk bulk, RowSeals seals) {
        this.bulk = bulk;
        this.seals = seals;
    }

    /// Of one record the highest position stored, and the highest one at which it was recalled.
    record Seen(long applied, long recalled) {
        static final Seen NOTHING = new Seen(0, 0);
    }

    /// One entry as it is kept: `record` is null when only its leaf hash came, `bytes` as well once it was
    /// recalled.
    record Row(long position, @Nullable UUID record, String type, Hash leaf, byte @Nullable [] bytes) {

        static Row of(LedgerEntry entry, Hash leaf, byte @Nullable [] bytes) {
            var type = entry instanceof LedgerEntry.Recall ? "recall" : "release";
            return new Row(entry.position(), entry.record(), type, leaf, bytes);
        }

        static Row blank(long position, Hash leaf) {
            return new Row(position, null, "blank", leaf, null);
        }
    }

    Map<UUID, Seen> seen(NodeId partner, Collection<UUID> records) {
        var seen = new HashMap<UUID, Seen>();
        var ids = Column.uuids(records);
        bulk.query(
                """
                select record, max(position) applied, coalesce(max(position) filter (where type = 'recall'), 0) recalled
                from (
                    select record, position, type from federation.received where node = ? and record = any(?)
                    union all
                    select record, position, type from federation.advanced where node = ? and record = any(?)) e
                group by record
                """,
                (row, number) -> seen.put(
                        row.getObject("record", UUID.class), new Seen(row.getLong("applied"), row.getLong("recalled"))),
                partner.toString(),
                ids,
                partner.toString(),
                ids);
        return seen;
    }

    List<LedgerLeaf> leaves(NodeId partner, long from, int maxEntries, int maxBytes) {
        return bulk.query(
                """
                select leaf_hash, bytes from (
                    select e.*, sum(coalesce(octet_length(bytes), 32)) over (order by position) total
                    from (select position, leaf_hash, bytes from federation.received
                        where node = ? and position >= ? order by position limit ?) e) e
                where total <= ? or position = ? order by position
                """,
                (row, number) -> {
                    var bytes = row.getBytes("bytes");
                    return bytes == null
                            ? new LedgerLeaf.Blank(Hash.of(row.getBytes("leaf_hash")))
                            : new LedgerLeaf.Whole(bytes);
                },
                partner.toString(),
                from,
                maxEntries,
                maxBytes,
                from);
    }

    Map<Long, Hash> advanced(NodeId partner) {
        var leaves = new TreeMap<Long, Hash>();
        bulk.query(
                "select position, leaf_hash from federation.advanced where node = ?",
                (row, number) -> leaves.put(row.getLong("position"), Hash.of(row.getBytes("leaf_hash"))),
                partner.toString());
        return leaves;
    }

    /// Takes entries out of those ahead of their turn, up to a position.
    Map<Long, Row> takeAdvanced(NodeId partner, long upTo) {
        var rows = new HashMap<Long, Row>();
        bulk.query(
                """
                delete from federation.advanced where node = ? and position <= ?
                returning position, record, type, leaf_hash, bytes
                """,
                (row, number) -> rows.put(
                        row.getLong("position"),
                        new Row(
                                row.getLong("position"),
                                row.getObject("record", UUID.class),
                                row.getString("type"),
                                Hash.of(row.getBytes("leaf_hash")),
                                row.getBytes("bytes"))),
                partner.toString(),
                upTo);
        return rows;
    }

    void insertReceived(NodeId partner, List<Row> rows, Instant now) {
        var copy = new CopyRows(8);
        for (var row : rows) {
            columns(copy.row(), partner, row, now)
                    .bytea(seals.of(
                            SealedTable.RECEIVED,
                            partner.toString(),
                            row.position(),
                            row.record(),
                            row.type(),
                            row.leaf().bytes(),
                            now));
        }
        bulk.copy("federation.received (node, position, record, type, leaf_hash, bytes, at, row_seal)", copy);
    }

    /// A row ahead of its turn, with its origin's mark.
    record Sealed(Row row, byte @Nullable [] seal) {}

    void insertAdvanced(NodeId partner, List<Sealed> rows, Instant now) {
        var copy = new CopyRows(9);
        for (var one : rows) {
            var row = one.row();
            columns(copy.row(), partner, row, now)
                    .bytea(one.seal())
                    .bytea(seals.of(
                            SealedTable.ADVANCED,
                            partner.toString(),
                            row.position(),
                            row.record(),
                            row.type(),
                            row.leaf().bytes(),
                            now,
                            one.seal()));
        }
        bulk.copy("federation.advanced (node, position, record, type, leaf_hash, bytes, at, seal, row_seal)", copy);
    }

    List<LinkFrame.Ahead> ahead(NodeId partner) {
        return bulk.query(
                "select position, leaf_hash, bytes, seal from federation.advanced where node = ? order by position",
                (row, number) -> new LinkFrame.Ahead(
                        row.getLong("position"),
                        Hash.of(row.getBytes("leaf_hash")),
                        orEmpty(row.getBytes("bytes")),
                        orEmpty(row.getBytes("seal"))),
                partner.toString());
    }

    private static byte[] orEmpty(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    private static CopyRows columns(CopyRows rows, NodeId partner, Row row, Instant now) {
        return rows.text(partner.toString())
                .int8(row.position())
                .uuid(row.record())
                .text(row.type())
                .bytea(row.leaf().bytes())
                .bytea(row.bytes())
                .timestamptz(now);
    }

    /// Empties the releases of these records that stand before these positions.
    void emptyBefore(NodeId partner, Map<UUID, Long> positions) {
        if (!positions.isEmpty()) {
            for (var table : List.of("federation.received", "federation.advanced")) {
                bulk.update(
                        """
                        update %s e set bytes = null from unnest(?, ?) n (record, position)
                        where e.node = ? and e.record = n.record and e.position < n.position and e.type = 'release'
                          and e.bytes is not null
                        """.formatted(table),
                        Column.uuids(positions.keySet()),
                        Column.longs(positions.values()),
                        partner.toString());
            }
        }
    }

    /// Empties every release of these records, whoever sent it.
    void empty(Set<UUID> records) {
        for (var table : List.of("federation.received", "federation.advanced")) {
            bulk.update(
                    "update %s set bytes = null where record = any(?) and type = 'release' and bytes is not null"
                            .formatted(table),
                    Column.uuids(records));
        }
    }
}
