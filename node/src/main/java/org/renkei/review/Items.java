package org.renkei.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.ledger.Hash;
import org.renkei.review.Rulings.Key;
import org.renkei.sight.Sight;
import org.renkei.sight.Sight.Extent;
import org.springframework.stereotype.Repository;

/// Releases that wait for officers, and what officers have said.
@Repository
class Items {
    private final Bulk bulk;

    Items(Bulk bulk) {
        this.bulk = bulk;
    }

    enum State {
        OPEN,
        RELEASED,
        WITHHELD,
        MOOT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What officers are asked about one record and one party.
    record Item(
            UUID id,
            Key key,
            int revision,
            String kind,
            Hash marking,
            List<String> rules,
            List<String> causes,
            int persons,
            Instant opened,
            Instant due,
            @Nullable Instant escalated,
            State state,
            @Nullable Instant closed) {}

    /// What one officer said about one revision.
    record Voice(String person, boolean releases, List<String> cuts, String reason, Instant at) {}

    Map<Key, Item> findOpen(Collection<UUID> records) {
        var open = new HashMap<Key, Item>();
        if (!records.isEmpty()) {
            bulk.query(
                            "select * from review.item where state = 'open' and record = any(?)",
                            (row, number) -> read(row),
                            Column.uuids(records))
                    .forEach(item -> open.put(item.key(), item));
        }
        return open;
    }

    Optional<Item> find(UUID id) {
        return bulk.query("select * from review.item where id = ?", (row, number) -> read(row), id).stream()
                .findFirst();
    }

    /// The queue, most urgent first, or what is closed, newest first; the first so many.
    List<Item> list(boolean open, @Nullable String party, @Nullable String kind, int limit) {
        return bulk.query(
                "select * from review.item where (state = 'open') = ? and (? :: text is null or party = ?)"
                        + " and (? :: text is null or kind = ?) order by "
                        + (open ? "due_at, id" : "closed_at desc, id") + " limit ?",
                (row, number) -> read(row),
                open,
                party,
                party,
                kind,
                kind,
                limit);
    }

    /// Others of this kind for this party that wait only because nothing of the kind was ever released there.
    List<UUID> waitingForTheFirst(String party, String kind) {
        return bulk.query(
                "select record from review.item where state = 'open' and party = ? and kind = ?"
                        + " and 'first-of-kind' = any(causes) order by opened_at limit 10000",
                (row, number) -> Objects.requireNonNull(row.getObject("record", UUID.class)),
                party,
                kind);
    }

    void insert(List<Item> items) {
        for (var item : items) {
            bulk.update(
                    """
                    insert into review.item (id, record, revision, party, kind, marking, rules, causes, persons, opened_at, due_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    item.id(),
                    item.key().record(),
                    item.revision(),
                    item.key().party(),
                    item.kind(),
                    item.marking().bytes(),
                    Column.texts(item.rules()),
                    Column.texts(item.causes()),
                    item.persons(),
                    item.opened().atOffset(ZoneOffset.UTC),
                    item.due().atOffset(ZoneOffset.UTC));
        }
    }

    /// Another revision or another policy: the same question in other words.
    void renew(Item item) {
        bulk.update(
                "update review.item set revision = ?, marking = ?, rules = ?, causes = ?, persons = ? where id = ?",
                item.revision(),
                item.marking().bytes(),
                Column.texts(item.rules()),
                Column.texts(item.causes()),
                item.persons(),
                item.id());
    }

    void close(Collection<UUID> ids, State state, Instant at) {
        if (!ids.isEmpty()) {
            bulk.update(
                    "update review.item set state = ?, closed_at = ? where state = 'open' and id = any(?)",
                    state.code(),
                    at.atOffset(ZoneOffset.UTC),
                    Column.uuids(ids));
        }
    }

    void closeFor(Collection<UUID> records, Collection<String> parties, Instant at) {
        bulk.update(
                "update review.item set state = 'moot', closed_at = ? where state = 'open' and record = any(?) and party = any(?)",
                at.atOffset(ZoneOffset.UTC),
                Column.uuids(records),
                Column.texts(parties));
    }

    /// How much waits for a party under one marking, and how much of it for too long.
    record Waits(String party, Hash marking, long waiting, long overdue) {}

    /// How much waits, by party and marking.
    List<Waits> count(Instant now) {
        return waits(
                "select party, marking, count(*) n, count(*) filter (where due_at <= ?) late from review.item"
                        + " where state = 'open' group by party, marking",
                now);
    }

    /// The same of emergency releases that nobody has looked at.
    List<Waits> countEmergencies(Instant now) {
        return waits(
                "select e.party, r.marking, count(*) n, count(*) filter (where e.due_at <= ?) late"
                        + " from review.emergency e join records.record r on r.id = e.record"
                        + " where e.reviewed_at is null and r.marking is not null group by e.party, r.marking",
                now);
    }

    /// Of these what is about records that somebody sees as they are.
    static List<Waits> seen(List<Waits> all, Sight sight) {
        var extents = sight.extents(all.stream().map(Waits::marking).collect(Collectors.toSet()));
        return all.stream()
                .filter(one -> extents.get(one.marking()) == Extent.WHOLE)
                .toList();
    }

    private List<Waits> waits(String sql, Instant now) {
        return bulk.query(
                sql,
                (row, number) -> new Waits(
                        row.getString("party"),
                        Hash.of(row.getBytes("marking")),
                        row.getLong("n"),
                        row.getLong("late")),
                now.atOffset(ZoneOffset.UTC));
    }

    /// What was said about the revision that an item is about now.
    List<Voice> voices(Item item) {
        return bulk.query(
                "select * from review.voice where item = ? and revision = ? order by at",
                (row, number) -> new Voice(
                        row.getString("person"),
                        row.getString("verdict").equals("release"),
                        Rulings.texts(row, "cuts"),
                        row.getString("reason"),
                        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                                .toInstant()),
                item.id(),
                item.revision());
    }

    void speak(Item item, Voice voice) {
        bulk.update(
                "insert into review.voice (item, revision, person, verdict, cuts, reason, at) values (?, ?, ?, ?, ?, ?, ?)",
                item.id(),
                item.revision(),
                voice.person(),
                voice.releases() ? "release" : "withhold",
                Column.texts(voice.cuts()),
                voice.reason(),
                voice.at().atOffset(ZoneOffset.UTC));
    }

    /// Items whose time is over, which are noted as escalated by this.
    List<Item> escalate(Instant now) {
        return bulk.query(
                "update review.item set escalated_at = ? where state = 'open' and escalated_at is null and due_at <= ?"
                        + " returning *",
                (row, number) -> read(row),
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC));
    }

    private static Item read(ResultSet row) throws SQLException {
        return new Item(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new Key(Objects.requireNonNull(row.getObject("record", UUID.class)), row.getString("party")),
                row.getInt("revision"),
                row.getString("kind"),
                Hash.of(row.getBytes("marking")),
                Rulings.texts(row, "rules"),
                Rulings.texts(row, "causes"),
                row.getInt("persons"),
                instant(row, "opened_at"),
                instant(row, "due_at"),
                instantOrNull(row, "escalated_at"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instantOrNull(row, "closed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
