package org.renkei.records;

import static org.renkei.database.Column.bytes;
import static org.renkei.database.Column.doubles;
import static org.renkei.database.Column.ints;
import static org.renkei.database.Column.longs;
import static org.renkei.database.Column.texts;
import static org.renkei.database.Column.times;
import static org.renkei.database.Column.uuids;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.database.CopyRows;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;
import org.springframework.stereotype.Repository;

/// Stores revisions, many at a time, and takes received ones away again. Every method takes part in the
/// caller's transaction.
@Repository
public class Revisions {
    private static final String RECORD =
            "(id, origin, party, own, kind, revision, state, stored_at, lat, lon, search, until";

    private final Bulk bulk;

    Revisions(Bulk bulk) {
        this.bulk = bulk;
    }

    /// Stores what this node wrote, in order; of several revisions of one record the last one is its newest.
    public void storeOwn(List<OwnRevision> revisions, Instant now) {
        var markings = new LinkedHashMap<Marking, Hash>();
        var newest = new LinkedHashMap<UUID, OwnRevision>();
        var first = new LinkedHashMap<UUID, OwnRevision>();
        for (var revision : revisions) {
            markings.computeIfAbsent(Marking.of(revision.content()), Marking::digest);
            newest.put(revision.content().id(), revision);
            if (revision.first()) {
                first.put(revision.content().id(), revision);
            }
        }
        storeMarkings(markings);
        insertOwn(first.keySet().stream().map(newest::get).toList(), markings, now);
        newest.keySet().removeAll(first.keySet());
        updateOwn(List.copyOf(newest.values()), markings, now);
        var rows = new CopyRows(5);
        revisions.forEach(revision -> rows.row()
                .uuid(revision.content().id())
                .int4(revision.content().revision())
                .bytea(revision.encoded())
                .int8(revision.content().time().packed())
                .timestamptz(now));
        bulk.copy("records.revision (record, revision, content, time, stored_at)", rows);
    }

    private void storeMarkings(Map<Marking, Hash> markings) {
        if (!markings.isEmpty()) {
            bulk.update(
                    "insert into records.marking select * from unnest(?, ?) on conflict do nothing",
                    bytes(markings.values().stream().map(Hash::bytes).toList()),
                    bytes(markings.keySet().stream().map(Marking::encode).toList()));
        }
    }

    private void insertOwn(List<OwnRevision> revisions, Map<Marking, Hash> markings, Instant now) {
        var rows = new CopyRows(15);
        for (var revision : revisions) {
            var content = revision.content();
            var source = revision.source();
            columns(rows.row(), content, true, now)
                    .bytea(digest(markings, content))
                    .text(source == null ? null : source.system())
                    .text(source == null ? null : source.id());
        }
        bulk.copy("records.record " + RECORD + ", marking, source_system, source_id)", rows);
    }

    private void updateOwn(List<OwnRevision> revisions, Map<Marking, Hash> markings, Instant now) {
        if (revisions.isEmpty()) {
            return;
        }
        var contents = revisions.stream().map(OwnRevision::content).toList();
        bulk.update(
                """
                update records.record r set kind = n.kind, revision = n.revision, state = 'current',
                    recalled_reason = null, stored_at = ?::timestamptz, lat = n.lat, lon = n.lon, search = n.search,
                    until = n.until, marking = n.marking
                from unnest(?, ?, ?, ?, ?, ?, ?, ?) n (id, kind, revision, lat, lon, search, until, marking)
                where r.id = n.id and r.own
                """,
                now.toString(),
                uuids(each(contents, SharedRecord::id)),
                texts(each(contents, SharedRecord::kind)),
                ints(each(contents, SharedRecord::revision)),
                latitudes(contents),
                longitudes(contents),
                texts(each(contents, content -> Bodies.searchText(content.body()))),
                untils(contents),
                bytes(each(contents, content -> digest(markings, content))));
    }

    /// Stores what came from one partner. Revisions are history unless `effective` names them: those become
    /// what the record is now. An equal number that came at a later position stays.
    ///
    /// @param known records that are here already; nothing can be in the way of the others
    public void storeReceived(
            List<ReceivedRevision> revisions, Collection<ReceivedRevision> effective, Set<UUID> known, Instant now) {
        var contents = effective.stream().map(ReceivedRevision::content).toList();
        var markings = new LinkedHashMap<Marking, Hash>();
        contents.forEach(content -> markings.computeIfAbsent(Marking.of(content), Marking::digest));
        storeMarkings(markings);
        insertReceived(
                contents.stream().filter(one -> !known.contains(one.id())).toList(), markings, now);
        updateReceived(contents.stream().filter(one -> known.contains(one.id())).toList(), markings, now);
        var byNumber = new LinkedHashMap<Number, ReceivedRevision>();
        revisions.forEach(one -> byNumber.merge(
                new Number(one.content().id(), one.content().revision()),
                one,
                (old, other) -> other.position() > old.position() ? other : old));
        copyRevisions(
                byNumber.values().stream()
                        .filter(one -> !known.contains(one.content().id()))
                        .toList(),
                now);
        upsertRevisions(
                byNumber.values().stream()
                        .filter(one -> known.contains(one.content().id()))
                        .toList(),
                now);
    }

    private record Number(UUID id, int revision) {}

    private void copyRevisions(List<ReceivedRevision> revisions, Instant now) {
        var rows = new CopyRows(6);
        revisions.forEach(one -> rows.row()
                .uuid(one.content().id())
                .int4(one.content().revision())
                .bytea(one.kept() ? RecordCodec.encode(one.content()) : null)
                .int8(one.content().time().packed())
                .int8(one.position())
                .timestamptz(now));
        bulk.copy("records.revision (record, revision, content, time, ledger_position, stored_at)", rows);
    }

    private void upsertRevisions(List<ReceivedRevision> all, Instant now) {
        if (all.isEmpty()) {
            return;
        }
        bulk.update(
                """
                insert into records.revision as v (record, revision, content, time, ledger_position, stored_at)
                select n.*, ?::timestamptz from unnest(?, ?, ?, ?, ?) n (record, revision, content, time, position)
                on conflict (record, revision) do update set content = excluded.content, time = excluded.time,
                    ledger_position = excluded.ledger_position, stored_at = excluded.stored_at
                where coalesce(v.ledger_position, 0) < excluded.ledger_position
                """,
                now.toString(),
                uuids(each(all, one -> one.content().id())),
                ints(each(all, one -> one.content().revision())),
                contents(all),
                longs(each(all, one -> one.content().time().packed())),
                longs(each(all, ReceivedRevision::position)));
    }

    private void insertReceived(List<SharedRecord> records, Map<Marking, Hash> markings, Instant now) {
        var rows = new CopyRows(13);
        records.forEach(record -> columns(rows.row(), record, false, now).bytea(digest(markings, record)));
        bulk.copy("records.record " + RECORD + ", marking)", rows);
    }

    private void updateReceived(List<SharedRecord> records, Map<Marking, Hash> markings, Instant now) {
        if (records.isEmpty()) {
            return;
        }
        bulk.update(
                """
                update records.record r set kind = n.kind, revision = n.revision, state = 'current',
                    recalled_reason = null, stored_at = ?::timestamptz, lat = n.lat, lon = n.lon, search = n.search,
                    until = n.until, marking = n.marking
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) n (id, origin, kind, revision, lat, lon, search, until, marking)
                where r.id = n.id and not r.own and r.origin = n.origin
                """,
                now.toString(),
                uuids(each(records, SharedRecord::id)),
                texts(each(records, record -> record.origin().toString())),
                texts(each(records, SharedRecord::kind)),
                ints(each(records, SharedRecord::revision)),
                latitudes(records),
                longitudes(records),
                texts(each(records, record -> Bodies.searchText(record.body()))),
                untils(records),
                bytes(each(records, record -> digest(markings, record))));
    }

    /// The columns that own and received records have in common.
    private static CopyRows columns(CopyRows row, SharedRecord content, boolean own, Instant now) {
        var position = Bodies.position(content.body());
        return row.uuid(content.id())
                .text(content.origin().toString())
                .text(content.origin().party())
                .bool(own)
                .text(content.kind())
                .int4(content.revision())
                .text("current")
                .timestamptz(now)
                .float8(position.map(Bodies.Position::lat).orElse(null))
                .float8(position.map(Bodies.Position::lon).orElse(null))
                .text(Bodies.searchText(content.body()))
                .timestamptz(content.until());
    }

    /// A record of a partner that was taken back by its origin at a position of the origin's ledger.
    public record Recalled(UUID id, String kind, int revision) {}

    /// Takes the content of revisions away that came before these positions. Only what came from `origin` is
    /// touched.
    public void removeBefore(Map<UUID, Long> positions, String origin) {
        if (positions.isEmpty()) {
            return;
        }
        bulk.update("""
                update records.revision v set content = null
                from unnest(?, ?) n (id, position), records.record r
                where v.record = n.id and coalesce(v.ledger_position, 0) < n.position and v.content is not null
                  and r.id = n.id and not r.own and r.origin = ?
                """, uuids(positions.keySet()), longs(positions.values()), origin);
    }

    /// Leaves of these records of a partner nothing but the fact that there were some; answers those that are
    /// here.
    public List<Recalled> recallReceived(Collection<UUID> ids, String origin, Instant now) {
        return recallReceived("and r.origin = ? and r.id = any(?)", now, origin, uuids(ids));
    }

    /// Whose releases have ended by now and are still here, in order.
    public List<String> originsOfEnded(Instant now) {
        return bulk.query("""
                select distinct origin from records.record where not own and state = 'current' and until <= ?
                order by origin
                """, (row, number) -> row.getString("origin"), now.atOffset(ZoneOffset.UTC));
    }

    /// As [#recallReceived], of received records whose release has ended by now.
    public List<Recalled> recallEnded(Instant now) {
        return recallReceived("and r.state = 'current' and r.until <= ?", now, now.atOffset(ZoneOffset.UTC));
    }

    private List<Recalled> recallReceived(String which, Instant now, Object... values) {
        var arguments = new ArrayList<Object>(List.of(now.toString()));
        arguments.addAll(List.of(values));
        var recalled = bulk.query(
                """
                update records.record r set state = 'recalled', stored_at = ?::timestamptz, lat = null, lon = null,
                    search = '', until = null
                where not r.own %s returning r.id, r.kind, r.revision
                """.formatted(which),
                (row, number) ->
                        new Recalled(row.getObject("id", UUID.class), row.getString("kind"), row.getInt("revision")),
                arguments.toArray());
        if (!recalled.isEmpty()) {
            bulk.update(
                    "update records.revision set content = null where record = any(?) and content is not null",
                    uuids(each(recalled, Recalled::id)));
        }
        return recalled;
    }

    private static byte[] digest(Map<Marking, Hash> markings, SharedRecord content) {
        return Objects.requireNonNull(markings.get(Marking.of(content))).bytes();
    }

    private static Column latitudes(List<SharedRecord> records) {
        return doubles(records.stream()
                .map(one ->
                        Bodies.position(one.body()).map(Bodies.Position::lat).orElse(null))
                .toList());
    }

    private static Column longitudes(List<SharedRecord> records) {
        return doubles(records.stream()
                .map(one ->
                        Bodies.position(one.body()).map(Bodies.Position::lon).orElse(null))
                .toList());
    }

    private static Column untils(List<SharedRecord> records) {
        return times(records.stream().map(SharedRecord::until).toList());
    }

    private static Column contents(List<ReceivedRevision> revisions) {
        var contents = new ArrayList<byte @Nullable []>();
        revisions.forEach(one -> contents.add(one.kept() ? RecordCodec.encode(one.content()) : null));
        return bytes(contents);
    }

    private static <T, R> List<R> each(List<T> values, Function<T, R> part) {
        return values.stream().map(part).toList();
    }
}
