package org.renkei.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.database.Bulk;
import org.renkei.database.CopyRows;
import org.renkei.kernel.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of the audit log.
@Repository
class AuditEntries {
    private static final int PAGE = 10_000;

    private final JdbcClient jdbc;
    private final Bulk bulk;

    AuditEntries(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /// Takes so many positions and answers the last of them.
    long reserve(int count) {
        return jdbc.sql("update audit.head set size = size + ? returning size")
                .param(count)
                .query(Long.class)
                .single();
    }

    long size() {
        return jdbc.sql("select size from audit.head").query(Long.class).single();
    }

    void insert(List<AuditEntry> entries) {
        var rows = new CopyRows(9);
        for (var entry : entries) {
            var event = entry.event();
            rows.row()
                    .int8(entry.position())
                    .timestamptz(entry.at())
                    .text(event.actor())
                    .text(event.event())
                    .uuid(event.record())
                    .text(event.party())
                    .text(entry.details())
                    .bytea(entry.leaf())
                    .bytea(entry.leafHash().bytes());
        }
        bulk.copy("audit.entry (position, at, actor, event, record, party, details, leaf, leaf_hash)", rows);
    }

    List<AuditEntry> list(@Nullable UUID record, @Nullable String event, long before, int limit) {
        return jdbc.sql("""
                select * from audit.entry
                where position < :before
                  and (cast(:record as uuid) is null or record = :record)
                  and (cast(:event as text) is null or event = :event)
                order by position desc limit :limit
                """)
                .param("before", before)
                .param("record", record)
                .param("event", event)
                .param("limit", limit)
                .query(AuditEntries::read)
                .list();
    }

    /// A page of leaf hashes from a position on, derived from the stored leaves; a leaf that does not fit its hash is
    /// an error.
    List<Hash> leavesFrom(long position) {
        return jdbc.sql("select position, leaf, leaf_hash from audit.entry where position >= ? order by position limit "
                        + PAGE)
                .param(position)
                .query((row, number) -> {
                    var hash = Hash.ofLeaf(row.getBytes("leaf"));
                    if (!Arrays.equals(hash.bytes(), row.getBytes("leaf_hash"))) {
                        throw new IllegalStateException("audit entry " + row.getLong("position")
                                + " was changed; no checkpoint is signed over it");
                    }
                    return hash;
                })
                .list();
    }

    Optional<Long> findTampered() {
        return jdbc.sql("""
                select position from audit.entry
                where sha256('\\x00'::bytea || leaf) <> leaf_hash
                   or position(sha256(convert_to(details, 'UTF8')) in leaf) = 0
                order by position limit 1
                """).query(Long.class).optional();
    }

    private static AuditEntry read(ResultSet row, int number) throws SQLException {
        var event = new AuditEvent(
                row.getString("actor"),
                row.getString("event"),
                row.getObject("record", UUID.class),
                row.getString("party"),
                Map.of());
        return new AuditEntry(
                row.getLong("position"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                event,
                row.getString("details"),
                row.getBytes("leaf"),
                Hash.of(row.getBytes("leaf_hash")));
    }
}
