package org.renkei.picture;

import static org.renkei.database.Column.ints;
import static org.renkei.database.Column.longs;
import static org.renkei.database.Column.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.renkei.database.Bulk;
import org.renkei.database.CopyRows;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.HistoryPoint;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.kernel.track.TrackNote;
import org.renkei.picture.TrackLog.Key;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The history of tracks, one row for each position of each source, in partitions of a day (UTC).
@Repository
class TrackHistory {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    static final String POINTS =
            "picture.point (source, at, latitude, longitude, accuracy, course, speed, altitude, received)";
    static final int POINT_COLUMNS = 9;

    private static final String SIGHTING = """
            select s.feed, s.identity, s.domain, s.name, s.callsign, s.type, s.status, s.imo, s.destination, s.length,
                   s.beam, p.at, p.latitude, p.longitude, p.accuracy, p.course, p.speed, p.altitude
            """;

    private final Bulk bulk;
    private final JdbcClient jdbc;
    private final Map<Key, Long> numbers = new HashMap<>();

    TrackHistory(Bulk bulk, JdbcClient jdbc) {
        this.bulk = bulk;
        this.jdbc = jdbc;
    }

    /// Writes a batch; points of days that are not kept any longer are left out.
    @Transactional
    public void write(TrackLog.Batch batch, LocalDate oldest, LocalDate newest) {
        var said = storeSources(batch.sources);
        var rows = new CopyRows(POINT_COLUMNS);
        var days = new TreeSet<LocalDate>();
        for (var point : batch.points) {
            var at = Instant.ofEpochMilli(point.point().at());
            var day = at.atOffset(ZoneOffset.UTC).toLocalDate();
            var source = said.getOrDefault(point.source(), numbers.get(point.source()));
            if (source != null && !day.isBefore(oldest) && !day.isAfter(newest)) {
                days.add(day);
                add(rows, source, at, point.point(), null);
            }
        }
        days.forEach(this::createPartition);
        bulk.copy(POINTS, rows);
        batch.notes.forEach(this::store);
        numbers.putAll(said);
    }

    /// @param received when a partner told it; null for what own feeds saw
    static void add(CopyRows rows, long source, Instant at, HistoryPoint point, @Nullable Instant received) {
        rows.row()
                .int8(source)
                .timestamptz(at)
                .float8(point.latitude())
                .float8(point.longitude())
                .float8(point.accuracyMetres())
                .float8(boxed(point.course()))
                .float8(boxed(point.speed()))
                .float8(boxed(point.altitude()))
                .timestamptz(received);
    }

    /// What a source leaves open stays as it was.
    private Map<Key, Long> storeSources(Map<Key, TrackLog.About> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        var said = new HashMap<Key, Long>();
        var particulars =
                sources.values().stream().map(TrackLog.About::particulars).toList();
        bulk.query(
                """
                insert into picture.source as s
                       (feed, identity, domain, name, callsign, type, status, imo, destination, length, beam)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (identity, feed) do update
                set domain = case when excluded.domain = 'UNKNOWN' then s.domain else excluded.domain end,
                    name = coalesce(excluded.name, s.name),
                    callsign = coalesce(excluded.callsign, s.callsign),
                    type = coalesce(excluded.type, s.type),
                    status = coalesce(excluded.status, s.status),
                    imo = coalesce(excluded.imo, s.imo),
                    destination = coalesce(excluded.destination, s.destination),
                    length = coalesce(excluded.length, s.length),
                    beam = coalesce(excluded.beam, s.beam)
                returning id, feed, identity""",
                (row, number) ->
                        said.put(new Key(row.getString(2), TrackIdentity.parse(row.getString(3))), row.getLong(1)),
                texts(sources.keySet().stream().map(Key::feed).toList()),
                texts(sources.keySet().stream()
                        .map(key -> key.identity().toString())
                        .toList()),
                texts(sources.values().stream()
                        .map(about -> about.domain().name())
                        .toList()),
                texts(particulars.stream().map(one -> one.name().orElse(null)).toList()),
                texts(particulars.stream()
                        .map(one -> one.callsign().orElse(null))
                        .toList()),
                texts(particulars.stream().map(one -> one.type().orElse(null)).toList()),
                texts(particulars.stream().map(one -> one.status().orElse(null)).toList()),
                texts(particulars.stream().map(one -> one.imo().orElse(null)).toList()),
                texts(particulars.stream()
                        .map(one -> one.destination().orElse(null))
                        .toList()),
                ints(particulars.stream().map(one -> boxed(one.length())).toList()),
                ints(particulars.stream().map(one -> boxed(one.beam())).toList()));
        return said;
    }

    void createPartition(LocalDate day) {
        jdbc.sql(
                        "create table if not exists picture.point_%s partition of picture.point for values from ('%s+00') to ('%s+00')"
                                .formatted(DAY.format(day), day, day.plusDays(1)))
                .update();
    }

    private void store(TrackNote note) {
        var at = Instant.ofEpochMilli(note.at()).toString();
        var one = note.identity().toString();
        switch (note) {
            case TrackNote.Joined joined ->
                bulk.update(
                        "insert into picture.joined (first, second, since) values (?, ?, ?::timestamptz)",
                        one,
                        joined.other().toString(),
                        at);
            case TrackNote.Parted parted -> {
                var other = parted.other().toString();
                bulk.update("""
                        update picture.joined set until = ?::timestamptz
                        where until is null and (first = ? and second = ? or second = ?)""", at, one, other, other);
            }
            case TrackNote.Ended ended -> bulk.update("""
                        update picture.joined set until = ?::timestamptz
                        where until is null and (first = ? or second = ?)""", at, one, one);
            case TrackNote.Jumped jumped -> {}
            case TrackNote.Restarted restarted -> {}
            case TrackNote.Lost lost -> {}
        }
    }

    /// For each source of these feeds its newest position up to that time, and not older than `from`.
    List<Sighting> newest(Collection<String> feeds, Instant from, Instant until) {
        return bulk.query(
                SIGHTING + """
                from (select distinct on (source) * from picture.point
                      where at >= ?::timestamptz and at <= ?::timestamptz order by source, at desc) p
                join picture.source s on s.id = p.source where s.feed = any(?) order by p.at""", (row, number) -> sighting(row), from.toString(), until.toString(), texts(feeds));
    }

    /// The last position of each minute of each source, oldest first.
    List<Sighting> minutes(Instant from) {
        return bulk.query(SIGHTING + """
                from (select distinct on (source, date_trunc('minute', at)) * from picture.point
                      where at >= ?::timestamptz order by source, date_trunc('minute', at), at desc) p
                join picture.source s on s.id = p.source order by p.at""", (row, number) -> sighting(row), from.toString());
    }

    /// What was joined at that time.
    List<TrackNote.Joined> joined(Instant at) {
        return bulk.query(
                """
                select first, second, since from picture.joined
                where since <= ?::timestamptz and (until is null or until > ?::timestamptz) order by since""",
                (row, number) -> new TrackNote.Joined(
                        time(row, 3), TrackIdentity.parse(row.getString(1)), TrackIdentity.parse(row.getString(2))),
                at.toString(),
                at.toString());
    }

    /// The positions of one source, oldest first.
    List<HistoryPoint> points(Key source, Instant from, Instant until) {
        return bulk.query(
                """
                select p.at, p.latitude, p.longitude, p.accuracy, p.course, p.speed, p.altitude from picture.point p
                where p.source = (select id from picture.source where feed = ? and identity = ?)
                and p.at >= ?::timestamptz and p.at <= ?::timestamptz order by p.at, p.number""",
                (row, number) -> point(row, 1),
                source.feed(),
                source.identity().toString(),
                from.toString(),
                until.toString());
    }

    /// A stored position and its row.
    record Row(long number, long source, HistoryPoint point) {}

    /// All positions of a span, by source, oldest first.
    List<Row> rows(Instant from, Instant until) {
        return bulk.query(
                """
                select number, source, at, latitude, longitude, accuracy, course, speed, altitude from picture.point
                where at >= ?::timestamptz and at < ?::timestamptz order by source, at, number""",
                (row, number) -> new Row(row.getLong(1), row.getLong(2), point(row, 3)),
                from.toString(),
                until.toString());
    }

    @Transactional
    public void delete(List<Row> rows, Instant from, Instant until) {
        bulk.update(
                "delete from picture.point where at >= ?::timestamptz and at < ?::timestamptz and number = any(?)",
                from.toString(),
                until.toString(),
                longs(rows.stream().map(Row::number).toList()));
    }

    /// Days of which something is kept.
    List<LocalDate> days() {
        return jdbc.sql("""
                        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'picture.point'::regclass order by 1""")
                .query((row, number) -> LocalDate.parse(row.getString(1).substring("point_".length()), DAY))
                .list();
    }

    void drop(LocalDate day) {
        jdbc.sql("drop table picture.point_" + DAY.format(day)).update();
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        var point = point(row, 12);
        return new Sighting(
                row.getString(1),
                TrackIdentity.parse(row.getString(2)),
                TrackDomain.valueOf(row.getString(3)),
                point.at(),
                point.at(),
                Optional.of(new Fix(point.latitude(), point.longitude(), point.accuracyMetres())),
                new Motion(
                        point.course(),
                        point.speed(),
                        OptionalDouble.empty(),
                        point.altitude(),
                        OptionalDouble.empty()),
                new Particulars(
                        Optional.ofNullable(row.getString(4)),
                        Optional.ofNullable(row.getString(5)),
                        Optional.ofNullable(row.getString(6)),
                        Optional.ofNullable(row.getString(7)),
                        Optional.ofNullable(row.getString(8)),
                        Optional.ofNullable(row.getString(9)),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        whole(row, 10),
                        whole(row, 11)));
    }

    /// Seven columns from this one on.
    static HistoryPoint point(ResultSet row, int first) throws SQLException {
        return new HistoryPoint(
                time(row, first),
                row.getDouble(first + 1),
                row.getDouble(first + 2),
                row.getDouble(first + 3),
                decimal(row, first + 4),
                decimal(row, first + 5),
                decimal(row, first + 6));
    }

    static long time(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(column)).getTime();
    }

    private static OptionalDouble decimal(ResultSet row, int column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalInt whole(ResultSet row, int column) throws SQLException {
        var value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Integer boxed(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
