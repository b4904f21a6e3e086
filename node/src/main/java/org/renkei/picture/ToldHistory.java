package org.renkei.picture;

import static org.renkei.database.Column.doubles;
import static org.renkei.database.Column.texts;
import static org.renkei.database.Column.uuids;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.database.Bulk;
import org.renkei.database.CopyRows;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackUpdate;
import org.renkei.kernel.track.lane.LaneTrack;
import org.renkei.kernel.track.lane.TrackAbout;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The history of what partners told, in the same partitions as the own one and thinned with it.
@Repository
class ToldHistory {
    private static final String POSITION = """
            select t.origin, t.track, t.label, t.grounds, t.cell_km, t.domain, t.name, t.callsign, t.type, t.identities,
                   p.at, p.latitude, p.longitude, p.accuracy, p.course, p.speed, p.altitude, p.received
            """;

    private static final int FIRST_OF_POINT = 11;
    private static final int RECEIVED = 18;

    private final Bulk bulk;
    private final TrackHistory history;
    private final Map<Key, Known> numbers = new HashMap<>();

    ToldHistory(Bulk bulk, TrackHistory history) {
        this.bulk = bulk;
        this.history = history;
    }

    /// What tells one row of `picture.told` from another.
    private record Key(NodeId origin, UUID track, Label label, Set<String> grounds, double cellKm) {
        static Key of(PartnerTrack track) {
            var about = track.track().about();
            return new Key(
                    track.origin(),
                    track.id(),
                    about.label(),
                    about.grounds(),
                    about.cellKm().orElse(0));
        }
    }

    private record Known(long number, TrackAbout about) {}

    /// Writes a batch; positions of days that are not kept any longer are left out.
    @Transactional
    public synchronized void write(List<PartnerTrack> batch, LocalDate oldest, LocalDate latest) {
        var fresh = store(batch);
        var rows = new CopyRows(TrackHistory.POINT_COLUMNS);
        var days = new TreeSet<LocalDate>();
        for (var track : batch) {
            var at = Instant.ofEpochMilli(track.seenAt());
            var day = at.atOffset(ZoneOffset.UTC).toLocalDate();
            if (!day.isBefore(oldest) && !day.isAfter(latest)) {
                var key = Key.of(track);
                var known = Objects.requireNonNull(fresh.getOrDefault(key, numbers.get(key)));
                days.add(day);
                TrackHistory.add(
                        rows, known.number(), at, ToldLog.point(track), Instant.ofEpochMilli(track.receivedAt()));
            }
        }
        days.forEach(history::createPartition);
        bulk.copy(TrackHistory.POINTS, rows);
        numbers.putAll(fresh);
    }

    /// To be said when what was found out may not be there any longer: after a batch that was not
    /// written, and when what is kept was turned into something else.
    synchronized void isOther() {
        numbers.clear();
    }

    /// What is not known yet, or has another name now.
    private Map<Key, Known> store(List<PartnerTrack> batch) {
        var tracks = new LinkedHashMap<Key, PartnerTrack>();
        for (var track : batch) {
            var known = numbers.get(Key.of(track));
            if (known == null || !known.about().equals(track.track().about())) {
                tracks.put(Key.of(track), track);
            }
        }
        if (tracks.isEmpty()) {
            return Map.of();
        }
        var keys = List.copyOf(tracks.keySet());
        var abouts = tracks.values().stream().map(one -> one.track().about()).toList();
        var byText = new HashMap<List<Object>, PartnerTrack>();
        tracks.forEach((key, track) -> byText.put(text(key), track));
        var said = new HashMap<Key, Known>();
        bulk.query(
                """
                insert into picture.told as t
                       (origin, track, label, grounds, cell_km, domain, name, callsign, type, identities)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (track, origin, label, grounds, cell_km) do update
                set domain = excluded.domain, name = excluded.name, callsign = excluded.callsign,
                    type = excluded.type, identities = excluded.identities
                returning id, track, origin, label, grounds, cell_km""",
                (row, number) -> {
                    var text = List.<Object>of(
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getDouble(6));
                    var track = Objects.requireNonNull(byText.get(text));
                    return said.put(
                            Key.of(track),
                            new Known(row.getLong(1), track.track().about()));
                },
                texts(keys.stream().map(key -> key.origin().toString()).toList()),
                uuids(keys.stream().map(Key::track).toList()),
                texts(keys.stream().map(key -> key.label().text()).toList()),
                texts(keys.stream().map(key -> words(key.grounds())).toList()),
                doubles(keys.stream().map(Key::cellKm).toList()),
                texts(tracks.values().stream()
                        .map(one -> one.track().update().domain().name())
                        .toList()),
                texts(abouts.stream().map(one -> one.name().orElse(null)).toList()),
                texts(abouts.stream().map(one -> one.callsign().orElse(null)).toList()),
                texts(abouts.stream().map(one -> one.type().orElse(null)).toList()),
                texts(abouts.stream()
                        .map(one -> String.join("\n", one.identities()))
                        .toList()));
        return said;
    }

    private static List<Object> text(Key key) {
        return List.of(key.track(), key.origin().toString(), key.label().text(), words(key.grounds()), key.cellKm());
    }

    /// Lets go of tracks of which no position is kept any longer.
    @Transactional
    public synchronized void tidy() {
        var count = bulk.update("""
                delete from picture.told t
                where not exists (select from picture.point p where p.source = t.id)""");
        if (count > 0) {
            numbers.clear();
        }
    }

    /// Of each track, label and ground the newest position of a span, as far as it had come by its end.
    List<PartnerTrack> newest(Instant from, Instant until) {
        return bulk.query(
                POSITION + """
                from (select distinct on (source) * from picture.point
                      where at >= ?::timestamptz and at <= ?::timestamptz and received <= ?::timestamptz
                      order by source, at desc) p
                join picture.told t on t.id = p.source order by p.at""", (row, number) -> track(row), from.toString(), until.toString(), until.toString());
    }

    /// All positions of one track in a span that had come by its end, oldest first.
    List<PartnerTrack> positions(UUID track, Instant from, Instant until) {
        return bulk.query(
                POSITION + """
                from picture.told t join picture.point p on p.source = t.id
                where t.track = ? and p.at >= ?::timestamptz and p.at <= ?::timestamptz
                and p.received <= ?::timestamptz order by p.at, p.number""",
                (row, number) -> track(row),
                track,
                from.toString(),
                until.toString(),
                until.toString());
    }

    /// As it was told, and when it came.
    private static PartnerTrack track(ResultSet row) throws SQLException {
        var id = row.getObject("track", UUID.class);
        var cell = row.getDouble("cell_km");
        var point = TrackHistory.point(row, FIRST_OF_POINT);
        var received = TrackHistory.time(row, RECEIVED);
        var update = new TrackUpdate(
                id,
                TrackDomain.valueOf(row.getString("domain")),
                cell > 0,
                point.at(),
                point.latitude(),
                point.longitude(),
                point.accuracyMetres(),
                point.course(),
                point.speed(),
                point.altitude());
        var about = new TrackAbout(
                Label.parse(row.getString("label")),
                cell > 0 ? OptionalDouble.of(cell) : OptionalDouble.empty(),
                split(row.getString("identities"), "\n"),
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("callsign")),
                Optional.ofNullable(row.getString("type")),
                Set.copyOf(split(row.getString("grounds"), " ")));
        return new PartnerTrack(
                NodeId.parse(row.getString("origin")), id, new LaneTrack(update, about), received, received, 0);
    }

    private static String words(Set<String> grounds) {
        return String.join(" ", new TreeSet<>(grounds));
    }

    private static List<String> split(String text, String between) {
        return text.isEmpty() ? List.of() : List.of(text.split(between));
    }
}
