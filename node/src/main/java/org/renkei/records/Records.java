package org.renkei.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The store of records and their revisions. Every method takes part in the caller's transaction.
@Repository
public class Records {
    private static final String COLUMNS = """
            select r.*, v.content from records.record r
            left join records.revision v on v.record = r.id and v.revision = r.revision
            """;

    private static final String MATCHES = """
            (cast(:kind as text) is null or r.kind = :kind)
            and (cast(:origin as text) is null or r.party = :origin or r.origin = :origin)
            and (cast(:since as timestamptz) is null or r.stored_at >= :since)
            and (cast(:words as text[]) is null
                or (select bool_and(position(word in r.search) > 0) from unnest(cast(:words as text[])) word))
            and (cast(:located as boolean) is null or (r.lat is not null) = :located)
            """;

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Stores a revision; the first one of an id makes the record. An equal revision that is there already stays.
    public void store(SharedRecord content, boolean own, Draft.@Nullable Source source, Instant now) {
        var position = Bodies.position(content.body());
        jdbc.sql("""
                insert into records.record (id, origin, party, own, kind, revision, state, stored_at, lat, lon, search,
                    source_system, source_id)
                values (:id, :origin, :party, :own, :kind, :revision, 'current', :now, :lat, :lon, :search, :system, :source)
                on conflict (id) do update set kind = excluded.kind, revision = excluded.revision, state = 'current',
                    recalled_reason = null, stored_at = excluded.stored_at, lat = excluded.lat, lon = excluded.lon,
                    search = excluded.search
                """)
                .param("id", content.id())
                .param("origin", content.origin().toString())
                .param("party", content.origin().party())
                .param("own", own)
                .param("kind", content.kind())
                .param("revision", content.revision())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lat", position.map(Bodies.Position::lat).orElse(null))
                .param("lon", position.map(Bodies.Position::lon).orElse(null))
                .param("search", Bodies.searchText(content.body()))
                .param("system", source == null ? null : source.system())
                .param("source", source == null ? null : source.id())
                .update();
        jdbc.sql("""
                insert into records.revision (record, revision, content, time, stored_at) values (?, ?, ?, ?, ?)
                on conflict (record, revision) do update set content = excluded.content, stored_at = excluded.stored_at
                """)
                .param(content.id())
                .param(content.revision())
                .param(RecordCodec.encode(content))
                .param(content.time().packed())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Marks an own record as recalled; its content stays with its origin.
    public void recallOwn(UUID id, String reason, Instant now) {
        jdbc.sql("update records.record set state = 'recalled', recalled_reason = ?, stored_at = ? where id = ?")
                .param(reason)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(id)
                .update();
    }

    /// Takes everything of a partner's record away but the fact that there was one. Only the origin can recall.
    public Optional<StoredRecord> recallReceived(UUID id, String origin, Instant now) {
        var held = find(id).filter(record -> !record.own() && record.origin().equals(origin));
        held.ifPresent(record -> {
            jdbc.sql("""
                    update records.record set state = 'recalled', stored_at = ?, lat = null, lon = null, search = ''
                    where id = ?
                    """).param(now.atOffset(ZoneOffset.UTC)).param(id).update();
            jdbc.sql("update records.revision set content = null where record = ?")
                    .param(id)
                    .update();
        });
        return held;
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

    /// The record that was imported from this source.
    public Optional<UUID> findImported(Draft.Source source) {
        return jdbc.sql("select id from records.record where source_system = ? and source_id = ?")
                .param(source.system())
                .param(source.id())
                .query(UUID.class)
                .optional();
    }

    /// Notes that a source brought this content; false when it had brought it before.
    public boolean noteImported(Draft.Source source, Hash content) {
        return jdbc.sql("""
                insert into records.imported (source_system, source_id, digest) values (?, ?, ?) on conflict do nothing
                """)
                        .param(source.system())
                        .param(source.id())
                        .param(content.bytes())
                        .update()
                > 0;
    }

    /// Newest first, below `before`.
    public List<StoredRecord> list(RecordFilter filter, long before, int limit) {
        return filtered(COLUMNS + "where r.seq < :before and " + MATCHES + " order by r.seq desc limit :limit", filter)
                .param("before", before)
                .param("limit", limit)
                .query(Records::read)
                .list();
    }

    public long count(RecordFilter filter) {
        return filtered("select count(*) from records.record r where " + MATCHES, filter)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String sql, RecordFilter filter) {
        var since = filter.since();
        return jdbc.sql(sql)
                .param("kind", filter.kind())
                .param("origin", filter.origin())
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .param("words", words(filter.text()))
                .param("located", filter.located());
    }

    private static String @Nullable [] words(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : text.toLowerCase(Locale.ROOT).strip().split("\\s+");
    }

    /// Every revision held here, oldest first; those without content are left out.
    public List<Revision> listRevisions(UUID id) {
        return jdbc.sql("""
                select revision, content, stored_at from records.revision
                where record = ? and content is not null order by revision
                """)
                .param(id)
                .query((row, number) ->
                        new Revision(RecordCodec.decode(row.getBytes("content")), instant(row, "stored_at")))
                .list();
    }

    /// A revision and when it was stored here.
    public record Revision(SharedRecord content, Instant storedAt) {}

    /// Ids of own records that are not recalled, oldest first, above `after`.
    public List<StoredRecord> listOwnCurrent(long after, int limit) {
        return jdbc.sql(COLUMNS + "where r.own and r.state = 'current' and r.seq > ? order by r.seq limit ?")
                .param(after)
                .param(limit)
                .query(Records::read)
                .list();
    }

    /// How many records are held, own and received.
    public Counts counts() {
        return jdbc.sql(
                        "select count(*) filter (where own) own, count(*) filter (where not own) received from records.record")
                .query((row, number) -> new Counts(row.getLong("own"), row.getLong("received")))
                .single();
    }

    public record Counts(long own, long received) {
        public long total() {
            return own + received;
        }
    }

    /// The latest time any revision here carries, to go on from after a restart.
    public HybridTime latestTime() {
        return jdbc.sql("select coalesce(max(time), 0) from records.revision")
                .query((row, number) -> HybridTime.ofPacked(row.getLong(1)))
                .single();
    }

    private static StoredRecord read(ResultSet row, int number) throws SQLException {
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

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
