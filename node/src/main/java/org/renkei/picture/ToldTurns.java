package org.renkei.picture;

import static org.renkei.database.Column.longs;
import static org.renkei.database.Column.texts;
import static org.renkei.database.Column.uuids;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.database.Bulk;
import org.renkei.database.CopyRows;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.track.Coarsening;
import org.renkei.kernel.track.Ground;
import org.renkei.kernel.track.Remainder;
import org.renkei.kernel.track.ToldPlace;
import org.renkei.kernel.track.TrackDomain;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Makes of the history of what a partner told what that partner lets be kept of it now: as it was,
/// under another label, coarser, or nothing.
@Repository
class ToldTurns {
    private static final int SOURCES_AT_ONCE = 200;
    private static final double TENTHS = 10;

    private static final String OF_FORM = " origin = ? and label = ? and grounds = ? and cell_km = ?";

    private final Bulk bulk;
    private final TrackHistory history;

    ToldTurns(Bulk bulk, TrackHistory history) {
        this.bulk = bulk;
        this.history = history;
    }

    /// How many tracks were deleted, and how many are kept in another form.
    record Turned(int gone, int other) {
        private Turned plus(Turned more) {
            return new Turned(gone + more.gone, other + more.other);
        }
    }

    /// What was told under one label, on the same grounds, equally coarse.
    private record Form(NodeId origin, String label, String grounds, double cellKm) {
        private Object[] key(Object... before) {
            var values = new ArrayList<Object>(List.of(before));
            values.addAll(List.of(origin.toString(), label, grounds, cellKm));
            return values.toArray();
        }
    }

    private record Source(long id, UUID track, TrackDomain domain) {}

    /// @param allowed on what that node lets anything be kept, by its words
    @Transactional
    public Turned turn(NodeId origin, Map<String, Ground> allowed, Instant now) {
        var forms = bulk.query(
                "select distinct label, grounds, cell_km from picture.told where origin = ?",
                (row, number) -> new Form(origin, row.getString(1), row.getString(2), row.getDouble(3)),
                origin.toString());
        var unnamed = new HashMap<UUID, UUID>();
        var turned = new Turned(0, 0);
        for (var form : forms) {
            var grounds = form.grounds().isEmpty()
                    ? Set.<String>of()
                    : Set.of(form.grounds().split(" "));
            turned = turned.plus(
                    switch (Remainder.of(grounds, Label.parse(form.label()), allowed)) {
                        case Remainder.Everything everything -> new Turned(0, 0);
                        case Remainder.Nothing nothing -> new Turned(delete(form), 0);
                        case Remainder.Other other -> new Turned(0, other(form, other, unnamed, now));
                    });
        }
        return turned;
    }

    private int other(Form form, Remainder.Other other, Map<UUID, UUID> unnamed, Instant now) {
        var words = String.join(" ", new TreeSet<>(other.grounds()));
        var label = other.label().text();
        var coarsening = other.coarsening();
        var by = coarsening == null ? null : coarsening.notFinerThan(form.cellKm());
        var cell = by == null ? form.cellKm() : Math.round(by.grid().cellKm() * TENTHS) / TENTHS;
        var to = new Form(form.origin(), label, words, cell);
        if (to.equals(form)) {
            return 0;
        }
        return by == null ? rename(form, to) : coarsen(form, to, by, unnamed, now);
    }

    private int delete(Form form) {
        bulk.update(
                "delete from picture.point where source in (select id from picture.told where" + OF_FORM + ")",
                form.key());
        return bulk.update("delete from picture.told where" + OF_FORM, form.key());
    }

    /// Where a track was told in the new form already, the two histories become one.
    private int rename(Form from, Form to) {
        var both = """
                from picture.told f join picture.told t on t.track = f.track and t.origin = f.origin
                and t.label = ? and t.grounds = ? and t.cell_km = f.cell_km
                where f.origin = ? and f.label = ? and f.grounds = ? and f.cell_km = ?""";
        var key = from.key(to.label(), to.grounds());
        bulk.update(
                "update picture.point p set source = b.kept from (select f.id, t.id kept " + both
                        + ") b where p.source = b.id",
                key);
        var joined = bulk.update("delete from picture.told where id in (select f.id " + both + ")", key);
        return joined + bulk.update("update picture.told set label = ?, grounds = ? where" + OF_FORM, key);
    }

    /// A track that had a name gets an id that nobody knows: which one the cells are of is withheld
    /// from now on.
    private int coarsen(Form from, Form to, Coarsening by, Map<UUID, UUID> unnamed, Instant now) {
        var sources = bulk.query(
                "select id, track, domain from picture.told where" + OF_FORM + " order by id",
                (row, number) ->
                        new Source(row.getLong(1), row.getObject(2, UUID.class), TrackDomain.valueOf(row.getString(3))),
                from.key());
        var coarse = from.cellKm() > 0;
        for (var first = 0; first < sources.size(); first += SOURCES_AT_ONCE) {
            var places = new LinkedHashMap<UUID, List<ToldPlace>>();
            var domains = new ArrayList<String>();
            var some = sources.subList(first, Math.min(sources.size(), first + SOURCES_AT_ONCE));
            var told = places(some);
            for (var source : some) {
                var left = ToldPlace.coarser(
                        told.getOrDefault(source.id(), List.of()), coarse, source.domain(), by, now.toEpochMilli());
                if (!left.isEmpty()) {
                    var id =
                            coarse ? source.track() : unnamed.computeIfAbsent(source.track(), any -> UUID.randomUUID());
                    places.put(id, left);
                    domains.add(source.domain().name());
                }
            }
            write(to, places, domains);
        }
        return delete(from);
    }

    private Map<Long, List<ToldPlace>> places(List<Source> sources) {
        var places = new HashMap<Long, List<ToldPlace>>();
        bulk.query(
                """
                select source, at, latitude, longitude, accuracy, course, speed, altitude, received
                from picture.point where source = any(?) order by source, at, number""",
                (row, number) -> places.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                        .add(new ToldPlace(TrackHistory.point(row, 2), TrackHistory.time(row, 9))),
                longs(sources.stream().map(Source::id).toList()));
        return places;
    }

    private void write(Form to, Map<UUID, List<ToldPlace>> places, List<String> domains) {
        var ids = new HashMap<UUID, Long>();
        bulk.query(
                """
                insert into picture.told as t (origin, track, label, grounds, cell_km, domain, identities)
                select ?, fresh.track, ?, ?, ?, fresh.domain, '' from unnest(?, ?) fresh (track, domain)
                on conflict (track, origin, label, grounds, cell_km) do update set domain = excluded.domain
                returning track, id""",
                (row, number) -> ids.put(row.getObject(1, UUID.class), row.getLong(2)),
                to.origin().toString(),
                to.label(),
                to.grounds(),
                to.cellKm(),
                uuids(places.keySet()),
                texts(domains));
        var rows = new CopyRows(TrackHistory.POINT_COLUMNS);
        var days = new TreeSet<LocalDate>();
        places.forEach((track, all) -> all.forEach(place -> {
            var at = Instant.ofEpochMilli(place.point().at());
            days.add(LocalDate.ofInstant(at, ZoneOffset.UTC));
            var source = Objects.requireNonNull(ids.get(track));
            TrackHistory.add(rows, source, at, place.point(), Instant.ofEpochMilli(place.received()));
        }));
        days.forEach(history::createPartition);
        bulk.copy(TrackHistory.POINTS, rows);
    }
}
