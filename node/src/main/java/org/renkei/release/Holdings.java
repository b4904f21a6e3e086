package org.renkei.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.database.CopyRows;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.release.Settling;
import org.renkei.keys.Partners;
import org.springframework.stereotype.Repository;

/// For each record and party that it was decided for: what the party holds now, and by which outcome.
@Repository
class Holdings {
    private final Bulk bulk;
    private final Partners partners;

    Holdings(Bulk bulk, Partners partners) {
        this.bulk = bulk;
        this.partners = partners;
    }

    record Key(UUID record, String party) {}

    /// `position` is where the ledger says so, 0 when it never said anything; `outcome` is null before any
    /// decision.
    record Holding(
            Settling.Held held, long position, @Nullable String outcome, String cuts) {
        static final Holding NOTHING = new Holding(Settling.Held.NOTHING, 0, null, "");
    }

    Map<Key, Holding> find(Collection<UUID> records) {
        return records.isEmpty()
                ? new HashMap<>()
                : read("select * from release.held where record = any(?)", Column.uuids(records));
    }

    /// The same for one party alone.
    Map<Key, Holding> find(String party, Collection<UUID> records) {
        return records.isEmpty()
                ? new HashMap<>()
                : read("select * from release.held where record = any(?) and party = ?", Column.uuids(records), party);
    }

    private Map<Key, Holding> read(String sql, Object... values) {
        var found = new HashMap<Key, Holding>();
        bulk.query(
                sql,
                (row, number) -> {
                    var form = row.getBytes("form");
                    var held = new Settling.Held(row.getInt("revision"), form == null ? null : Hash.of(form));
                    return found.put(
                            new Key(
                                    Objects.requireNonNull(row.getObject("record", UUID.class)),
                                    row.getString("party")),
                            new Holding(
                                    held, row.getLong("position"), row.getString("outcome"), row.getString("cuts")));
                },
                values);
        return found;
    }

    /// Which of these records a party that they were decided for does not hold as was decided, or has not
    /// said that it does.
    Set<UUID> unsettled(String party, Collection<UUID> records) {
        return records.isEmpty()
                ? Set.of()
                : new HashSet<>(bulk.query(
                        """
                        select h.record from release.held h where h.record = any(?) and h.party = ?
                            and (h.form is null or h.outcome = 'needs-review' or h.position >
                                (select l.acknowledged from ledger.ledger l where l.party = ?))
                        """,
                        (row, number) -> Objects.requireNonNull(row.getObject("record", UUID.class)),
                        Column.uuids(records),
                        party,
                        party));
    }

    /// Of these records, which a party may be told of: what it holds of ours, and what came from itself.
    Set<Key> known(Collection<UUID> records) {
        if (records.isEmpty()) {
            return new HashSet<>();
        }
        var ids = Column.uuids(records);
        return new HashSet<>(bulk.query(
                """
                select record, party from release.held where record = any(?) and form is not null
                union all
                select id, origin from records.record where id = any(?)
                """,
                (row, number) -> new Key(
                        Objects.requireNonNull(row.getObject("record", UUID.class)), key(row.getString("party"))),
                ids,
                ids));
    }

    /// The partner's key where an origin stands in its place.
    private String key(String keyOrNode) {
        return keyOrNode.contains("/")
                ? partners.findNode(NodeId.parse(keyOrNode))
                        .map(Partners.Partner::key)
                        .orElse(keyOrNode)
                : keyOrNode;
    }

    /// @param fresh those of records that were never decided before, which nothing can be in the way of
    void put(Map<Key, Holding> fresh, Map<Key, Holding> changed) {
        var rows = new CopyRows(7);
        fresh.forEach((key, holding) -> rows.row()
                .uuid(key.record())
                .text(key.party())
                .int4(holding.held().revision())
                .bytea(form(holding))
                .int8(holding.position())
                .text(holding.outcome())
                .text(holding.cuts()));
        bulk.copy("release.held (record, party, revision, form, position, outcome, cuts)", rows);
        if (changed.isEmpty()) {
            return;
        }
        var keys = List.copyOf(changed.keySet());
        var values = keys.stream()
                .map(key -> Objects.requireNonNull(changed.get(key)))
                .toList();
        var forms = new ArrayList<byte @Nullable []>();
        values.forEach(holding -> forms.add(form(holding)));
        var outcomes = new ArrayList<@Nullable String>();
        values.forEach(holding -> outcomes.add(holding.outcome()));
        bulk.update(
                """
                insert into release.held (record, party, revision, form, position, outcome, cuts)
                select * from unnest(?, ?, ?, ?, ?, ?, ?)
                on conflict (record, party) do update set revision = excluded.revision, form = excluded.form,
                    position = excluded.position, outcome = excluded.outcome, cuts = excluded.cuts
                """,
                Column.uuids(keys.stream().map(Key::record).toList()),
                Column.texts(keys.stream().map(Key::party).toList()),
                Column.ints(values.stream().map(one -> one.held().revision()).toList()),
                Column.bytes(forms),
                Column.longs(values.stream().map(Holding::position).toList()),
                Column.texts(outcomes),
                Column.texts(values.stream().map(Holding::cuts).toList()));
    }

    private static byte @Nullable [] form(Holding holding) {
        var form = holding.held().form();
        return form == null ? null : form.bytes();
    }

    /// How many records stand at each outcome for a party.
    Map<String, Long> countByOutcome(String party) {
        var counts = new HashMap<String, Long>();
        bulk.query(
                "select outcome, count(*) n from release.held where party = ? and outcome is not null group by outcome",
                (row, number) -> counts.put(row.getString("outcome"), row.getLong("n")),
                party);
        return counts;
    }
}
