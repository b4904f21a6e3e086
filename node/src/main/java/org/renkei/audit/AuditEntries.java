package org.renkei.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    /// Some positions that follow one another.
    record Span(long first, long last) {}

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

    List<AuditEntry> list(AuditFilter filter, long before, int limit) {
        return jdbc.sql("""
                select * from audit.entry
                where position < :before
                  and (cast(:record as uuid) is null or position in (
                      select position from audit.entry where record = :record
                      union all
                      select position from audit.entry where event = 'list-read'
                        and (details::jsonb -> 'shown') @> to_jsonb(cast(:record as text))))
                  and (cast(:event as text) is null or event = :event)
                  and (cast(:actor as text) is null or position(lower(:actor) in lower(actor)) > 0)
                  and (cast(:party as text) is null or party = :party)
                  and (cast(:from as timestamptz) is null or at >= :from)
                  and (cast(:until as timestamptz) is null or at < :until)
                  and (cast(:text as text) is null or position(lower(:text) in lower(details)) > 0
                       or position(lower(:text) in lower(actor)) > 0)
                order by position desc limit :limit
                """)
                .param("before", before)
                .param("record", filter.record())
                .param("event", filter.event())
                .param("actor", filter.actor())
                .param("party", filter.party())
                .param("from", time(filter.from()))
                .param("until", time(filter.until()))
                .param("text", filter.text())
                .param("limit", limit)
                .query(AuditEntries::read)
                .list();
    }

    /// The hash of a stored leaf, and whether it is the one that is stored beside it.
    record Leaf(Hash hash, boolean fits) {}

    /// A page of leaf hashes from a position on, derived from the stored leaves.
    List<Leaf> leavesFrom(long position) {
        return jdbc.sql("select leaf, leaf_hash from audit.entry where position >= ? order by position limit " + PAGE)
                .param(position)
                .query((row, number) -> {
                    var hash = Hash.ofLeaf(row.getBytes("leaf"));
                    return new Leaf(hash, Arrays.equals(hash.bytes(), row.getBytes("leaf_hash")));
                })
                .list();
    }

    /// The first and the last position of a stretch of time; empty when nothing was written in it.
    Optional<Span> span(@Nullable Instant from, @Nullable Instant until) {
        return jdbc.sql("""
                select min(position) first, max(position) last from audit.entry
                where (cast(:from as timestamptz) is null or at >= :from)
                  and (cast(:until as timestamptz) is null or at < :until)
                """)
                .param("from", time(from))
                .param("until", time(until))
                .query((row, number) -> new Span(row.getLong("first"), row.getLong("last")))
                .optional()
                .filter(span -> span.first() > 0);
    }

    /// Entries in order, as many as a page holds.
    List<AuditEntry> page(long from, long upTo) {
        return jdbc.sql("select * from audit.entry where position between ? and ? order by position limit " + PAGE)
                .param(from)
                .param(upTo)
                .query(AuditEntries::read)
                .list();
    }

    /// The least number of entries that a restored log came back with; 0 when none was restored.
    long restoredTo() {
        return jdbc.sql("""
                select coalesce(min(coalesce((details::jsonb ->> 'entries')::bigint, position - 1)), 0)
                from audit.entry where event = 'restored'
                """).query(Long.class).single();
    }

    Optional<AuditEntry> find(long position) {
        return page(position, position).stream().findFirst();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
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
