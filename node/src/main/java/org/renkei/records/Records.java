package org.renkei.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The store of records and their revisions. Every method takes part in the caller's transaction.
@Repository
public class Records {
    static final String COLUMNS = """
            select r.*, v.content from records.record r
            left join records.revision v on v.record = r.id and v.revision = r.revision
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;

    Records(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /// Marks an own record as recalled; its content stays with its origin.
    public void recallOwn(UUID id, String reason, Instant now) {
        jdbc.sql("update records.record set state = 'recalled', recalled_reason = ?, stored_at = ? where id = ?")
                .param(reason)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(id)
                .update();
    }

    public Optional<StoredRecord> find(UUID id) {
        return jdbc.sql(COLUMNS + "where r.id = ?")
                .param(id)
                .query(Records::read)
                .optional();
    }

    /// As [#find], and no other transaction changes the record until this one ends.
    public Optional<StoredRecord> findForUpdate(UUID id) {
        jdbc.sql("select id from records.record where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /// Some of these records, whatever their state.
    public List<StoredRecord> list(Collection<UUID> ids) {
        return bulk.query(COLUMNS + "where r.id = any(?) order by r.seq", Records::read, Column.uuids(ids));
    }

    /// A record and when its present state was stored: whatever changes of it is stored at another time.
    public record Version(UUID id, long seq, String origin, Instant storedAt) {}

    /// The next ones in the order in which they first were stored.
    public List<Version> listVersions(long after, int limit) {
        return bulk.query(
                "select id, seq, origin, stored_at from records.record where seq > ? order by seq limit ?",
                (row, number) -> new Version(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getLong("seq"),
                        row.getString("origin"),
                        instant(row, "stored_at")),
                after,
                limit);
    }

    public long count() {
        return jdbc.sql("select count(*) from records.record").query(Long.class).single();
    }

    /// Of these records with their revisions, in order, those that still are current and of that very
    /// revision.
    public Map<UUID, Integer> listUnchanged(Map<UUID, Integer> revisions) {
        var unchanged = new LinkedHashMap<UUID, Integer>();
        bulk.query(
                """
                select r.id, r.revision from records.record r join unnest(?, ?) n (id, revision)
                on r.id = n.id and r.revision = n.revision and r.state = 'current' order by r.seq
                """,
                (row, number) -> unchanged.put(row.getObject("id", UUID.class), row.getInt("revision")),
                Column.uuids(revisions.keySet()),
                Column.ints(revisions.values()));
        return unchanged;
    }

    /// Whose a record is, and whether it was recalled.
    public record Standing(String origin, boolean recalled) {}

    /// When these records came to be held here as they are now: written, received, revised or taken back
    /// last.
    public Map<UUID, Instant> storedAt(Collection<UUID> ids) {
        return times("select id, stored_at at from records.record where id = any(?)", ids);
    }

    /// Of these records those that came to be held here as they are now at a time or later.
    public Set<UUID> storedSince(Instant since, Collection<UUID> ids) {
        return new HashSet<>(bulk.query(
                "select id from records.record where id = any(?) and stored_at >= ?",
                (row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)),
                Column.uuids(ids),
                since.atOffset(ZoneOffset.UTC)));
    }

    private Map<UUID, Instant> times(String sql, Collection<UUID> ids) {
        var times = new HashMap<UUID, Instant>();
        bulk.query(
                sql,
                (row, number) -> times.put(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                                .toInstant()),
                Column.uuids(ids));
        return times;
    }

    /// When the first revision of each of these records came to be held here.
    public Map<UUID, Instant> arrivedAt(Collection<UUID> ids) {
        return times(
                "select record id, min(stored_at) at from records.revision where record = any(?) group by record", ids);
    }

    /// The records of these kinds that were taken back, the newest of each kind first.
    ///
    /// @param most of each kind
    public List<UUID> listRecalled(Collection<String> kinds, int most) {
        return kinds.stream()
                .flatMap(kind -> bulk
                        .query(
                                """
                                select id from records.record where kind = ? and state = 'recalled'
                                order by seq desc limit ?
                                """,
                                (row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)),
                                kind,
                                most)
                        .stream())
                .toList();
    }

    /// How those of these records stand that are here.
    public Map<UUID, Standing> standings(Collection<UUID> ids) {
        var standings = new HashMap<UUID, Standing>();
        bulk.query(
                "select id, origin, state from records.record where id = any(?)",
                (row, number) -> standings.put(
                        row.getObject("id", UUID.class),
                        new Standing(row.getString("origin"), "recalled".equals(row.getString("state")))),
                Column.uuids(ids));
        return standings;
    }

    /// The records that were imported from these sources.
    public List<StoredRecord> listImported(Collection<Draft.Source> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        return bulk.query(
                COLUMNS + "where (r.source_system, r.source_id) in (select * from unnest(?, ?))",
                Records::read,
                Column.texts(sources.stream().map(Draft.Source::system).toList()),
                Column.texts(sources.stream().map(Draft.Source::id).toList()));
    }

    /// What a source brought, by the digest of its content.
    public record Import(Draft.Source source, Hash content) {}

    /// Notes what sources brought; answers what they had not brought before.
    public Set<Import> noteImported(Collection<Import> imports) {
        if (imports.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(bulk.query(
                """
                insert into records.imported (source_system, source_id, digest) select * from unnest(?, ?, ?)
                on conflict do nothing returning source_system, source_id, digest
                """,
                (row, number) -> new Import(
                        new Draft.Source(row.getString("source_system"), row.getString("source_id")),
                        Hash.of(row.getBytes("digest"))),
                Column.texts(imports.stream().map(one -> one.source().system()).toList()),
                Column.texts(imports.stream().map(one -> one.source().id()).toList()),
                Column.bytes(imports.stream().map(one -> one.content().bytes()).toList())));
    }

    /// A revision and when it was stored here.
    public record Revision(SharedRecord content, Instant storedAt) {}

    /// Every marking that a record here has or had, by digest, from a digest on.
    public SortedMap<Hash, Marking> markings(byte[] from) {
        var markings = new TreeMap<Hash, Marking>(Comparator.comparing(Hash::hex));
        bulk.query(
                "select digest, content from records.marking where digest >= ?",
                (row, number) -> markings.put(Hash.of(row.getBytes("digest")), Marking.decode(row.getBytes("content"))),
                from);
        return markings;
    }

    /// Gives records that have no marking yet theirs, up to `limit`; answers how many there were.
    @Transactional
    public int mark(int limit) {
        var unmarked =
                bulk.query(COLUMNS + "where r.marking is null and v.content is not null limit ?", Records::read, limit);
        if (unmarked.isEmpty()) {
            return 0;
        }
        var markings = unmarked.stream()
                .map(record -> Marking.of(Objects.requireNonNull(record.content())))
                .toList();
        var digests =
                Column.bytes(markings.stream().map(one -> one.digest().bytes()).toList());
        bulk.update(
                "insert into records.marking select distinct * from unnest(?, ?) on conflict do nothing",
                digests,
                Column.bytes(markings.stream().map(Marking::encode).toList()));
        bulk.update(
                "update records.record r set marking = n.marking from unnest(?, ?) n (id, marking) where r.id = n.id",
                Column.uuids(unmarked.stream().map(StoredRecord::id).toList()),
                digests);
        return unmarked.size();
    }

    /// The latest time any revision here carries, to go on from after a restart.
    public HybridTime latestTime() {
        return jdbc.sql("select coalesce(max(time), 0) from records.revision")
                .query((row, number) -> HybridTime.ofPacked(row.getLong(1)))
                .single();
    }

    static StoredRecord read(ResultSet row, int number) throws SQLException {
        var content = row.getBytes("content");
        var system = row.getString("source_system");
        return new StoredRecord(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getLong("seq"),
                row.getString("origin"),
                row.getString("party"),
                row.getBoolean("own"),
                row.getString("kind"),
                row.getInt("revision"),
                "recalled".equals(row.getString("state")),
                row.getString("recalled_reason"),
                instant(row, "stored_at"),
                system == null ? null : new Draft.Source(system, row.getString("source_id")),
                content == null ? null : RecordCodec.decode(content));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
