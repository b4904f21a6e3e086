package org.renkei.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.database.CopyRows;
import org.renkei.database.RowSeals;
import org.renkei.database.SealedTable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.record.Precedence;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of all ledgers.
@Repository
class LedgerEntries {
    private static final int PAGE = 10_000;
    private static final int MAX_URGENT = 64;

    /// Whether the record of entry `e` was recalled after it.
    private static final String RECALLED_LATER = """
            exists (select 1 from ledger.entry r where r.party = e.party and r.record = e.record
                and r.position > e.position and r.type = 'recall')
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final LedgerHeads heads;
    private final LedgerTails tails;
    private final RowSeals seals;
    private final LedgerHistory history;

    LedgerEntries(
            JdbcClient jdbc, Bulk bulk, LedgerHeads heads, LedgerTails tails, RowSeals seals, LedgerHistory history) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.heads = heads;
        this.tails = tails;
        this.seals = seals;
        this.history = history;
    }

    void open(String party) {
        heads.open(party);
        tails.open(party);
    }

    void insert(String party, List<LedgerRow> entries, Instant at) {
        var rows = new CopyRows(9);
        for (var row : entries) {
            rows.row()
                    .text(party)
                    .int8(row.position())
                    .uuid(row.record())
                    .text(row.type())
                    .bytea(row.leaf().bytes())
                    .bytea(row.bytes())
                    .timestamptz(at)
                    .text(row.lane().name())
                    .bytea(seals.of(
                            SealedTable.ENTRY,
                            party,
                            row.position(),
                            row.record(),
                            row.type(),
                            row.leaf().bytes(),
                            at,
                            row.lane().name()));
        }
        bulk.copy("ledger.entry (party, position, record, type, leaf_hash, bytes, at, precedence, row_seal)", rows);
    }

    /// A page of leaf hashes from a position on, each compared with its stored entry and its seal; one that does not
    /// fit is an error.
    List<Hash> leavesFrom(String party, long position) {
        return jdbc.sql("""
                select party, position, record, type, leaf_hash, at, precedence, row_seal,
                    type = 'blank' or coalesce(sha256('\\x00'::bytea || bytes) = leaf_hash, false) fits from ledger.entry
                where party = ? and position >= ? order by position limit\s""" + PAGE)
                .param(party)
                .param(position)
                .query((row, number) -> {
                    if (!row.getBoolean("fits") || !seals.fits(SealedTable.ENTRY, row)) {
                        throw changed(party, row.getLong("position"));
                    }
                    return Hash.of(row.getBytes("leaf_hash"));
                })
                .list();
    }

    private static Problem changed(String party, long position) {
        return new Problem(
                Category.CONFLICT,
                "entry " + position + " of the ledger for " + party
                        + " was changed after it was written; no checkpoint is signed over it",
                party + " の開示台帳の " + position + " 件目が書き込み後に改変されているため、検証点に署名しません");
    }

    /// Entries from a position on, as many as fit, at least one; none while that position waits to be decided again.
    List<LedgerLeaf> read(String party, long from, int maxEntries, int maxBytes) {
        return jdbc.sql("""
                select blank, leaf_hash, bytes from (
                    select e.*, sum(case when blank then 32 else octet_length(bytes) end) over (order by position) total
                    from (
                        select e.position, e.leaf_hash, e.bytes, e.type = 'blank' or e.type = 'release' and %s blank
                        from ledger.entry e join ledger.ledger l on l.party = e.party
                        where e.party = :party and e.position >= :from and :from > l.held_to
                        order by e.position limit :entries) e) e
                where total <= :bytes or position = :from
                order by position
                """.formatted(RECALLED_LATER))
                .param("party", party)
                .param("from", from)
                .param("entries", maxEntries)
                .param("bytes", maxBytes)
                .<LedgerLeaf>query((row, number) -> row.getBoolean("blank")
                        ? new LedgerLeaf.Blank(Hash.of(row.getBytes("leaf_hash")))
                        : new LedgerLeaf.Whole(row.getBytes("bytes")))
                .list();
    }

    /// Urgent entries above the positions given, FLASH first, as many as fit and at least one.
    List<Ledgers.Urgent> readUrgent(String party, long flashAfter, long immediateAfter, int maxBytes) {
        var found = new ArrayList<>(readUrgent(party, Precedence.FLASH, flashAfter));
        found.addAll(readUrgent(party, Precedence.IMMEDIATE, immediateAfter));
        var fitting = 0;
        var bytes = 0L;
        for (var urgent : found) {
            bytes += urgent.bytes().length;
            if (fitting > 0 && bytes > maxBytes) {
                break;
            }
            fitting++;
        }
        return List.copyOf(found.subList(0, fitting));
    }

    /// Entries of one urgent lane above a position. A release that was recalled since, or that waits to be decided
    /// again, is left out.
    private List<Ledgers.Urgent> readUrgent(String party, Precedence lane, long after) {
        return jdbc.sql("""
                select e.position, e.bytes from ledger.entry e join ledger.ledger l on l.party = e.party
                where e.party = ? and e.precedence = ? and e.precedence in ('FLASH', 'IMMEDIATE') and e.position > ?
                  and (e.type = 'recall' or e.position > l.held_to and not %s)
                order by e.position limit %d
                """.formatted(RECALLED_LATER, MAX_URGENT))
                .param(party)
                .param(lane.name())
                .param(after)
                .query((row, number) -> new Ledgers.Urgent(row.getLong("position"), lane, row.getBytes("bytes")))
                .list();
    }

    /// What the ledger holds now waits to be decided again.
    void hold(String party) {
        var size = tails.lock(party);
        heads.change(party, row -> Map.of("held_to", size));
    }

    long heldTo(String party) {
        return jdbc.sql("select held_to from ledger.ledger where party = ?")
                .param(party)
                .query(Long.class)
                .single();
    }

    long letGo(String party) {
        heads.change(party, row -> Map.of("held_to", 0L));
        return tails.size(party);
    }

    /// Answers false when somebody else has changed the ledger's row.
    boolean raiseSigned(String party, long size) {
        return heads.change(party, row -> row.getLong("signed") < size ? Map.of("signed", size) : Map.of())
                .sound();
    }

    /// How many entries were given out; nothing more is given out or appended until the transaction ends.
    long lockGivenOut(String party) {
        tails.lock(party);
        return jdbc.sql("select signed from ledger.ledger where party = ? for update")
                .param(party)
                .query(Long.class)
                .single();
    }

    /// Takes the entries after a position out of the ledger, and answers them in order.
    List<Ledgers.Unsent> takeAfter(String party, long position) {
        return jdbc.sql("""
                with taken as (delete from ledger.entry where party = ? and position > ? returning *)
                select bytes, leaf_hash, precedence from taken order by position
                """)
                .param(party)
                .param(position)
                .query((row, number) -> new Ledgers.Unsent(
                        LedgerEntry.decode(row.getBytes("bytes")),
                        Hash.of(row.getBytes("leaf_hash")),
                        Precedence.valueOf(row.getString("precedence"))))
                .list();
    }

    /// The newest entry and the newest release of each of these records.
    Map<UUID, Ledgers.Newest> newest(String party, Collection<UUID> records) {
        var newest = new HashMap<UUID, Ledgers.Newest>();
        bulk.query(
                """
                select record, max(position) last,
                    (array_agg(bytes order by position desc) filter (where type = 'release'))[1] bytes
                from ledger.entry where party = ? and record = any(?) group by record
                """,
                (row, number) -> {
                    var bytes = row.getBytes("bytes");
                    var release =
                            bytes != null && LedgerEntry.decode(bytes) instanceof LedgerEntry.Release it ? it : null;
                    return newest.put(
                            Objects.requireNonNull(row.getObject("record", UUID.class)),
                            new Ledgers.Newest(row.getLong("last"), release));
                },
                party,
                Column.uuids(records));
        return newest;
    }

    /// From now on the ledger ends with `size`, all of it given out and confirmed. What waited behind `before` to be
    /// decided again waits up to `heldTo`.
    void restore(String party, long before, long size, Hash root, long heldTo, Instant at) {
        tails.end(party, size);
        heads.change(
                party,
                row -> Map.of(
                        "signed", size,
                        "acknowledged", size,
                        "acknowledged_root", root.bytes(),
                        "acknowledged_at", at,
                        "held_to", row.getLong("held_to") > before ? heldTo : row.getLong("held_to")));
        history.note(party, size, at);
    }

    /// From now on only the first `before` entries count as given out and confirmed. Answers false when somebody else
    /// has changed the ledger's row.
    boolean giveUp(String party, long before, Hash root, Instant at) {
        history.forgetBeyond(party, before);
        tails.lock(party);
        return heads.change(
                        party,
                        row -> Map.of(
                                "signed", before,
                                "acknowledged", before,
                                "acknowledged_root", root.bytes(),
                                "acknowledged_at", at,
                                "must_meet", true))
                .sound();
    }

    void mustMeetAll() {
        heads.parties().forEach(party -> heads.change(party, row -> Map.of("must_meet", true)));
    }

    boolean mustMeet(String party) {
        return jdbc.sql("select must_meet from ledger.ledger where party = ?")
                .param(party)
                .query(Boolean.class)
                .single();
    }

    void met(String party) {
        if (mustMeet(party)) {
            heads.change(party, row -> Map.of("must_meet", false));
        }
    }

    void acknowledge(String party, long size, Hash root, Instant at) {
        var outcome = heads.change(
                party,
                row -> row.getLong("acknowledged") > size
                        ? Map.of()
                        : Map.of("acknowledged", size, "acknowledged_root", root.bytes(), "acknowledged_at", at));
        if (outcome.changed()) {
            history.note(party, size, at);
        }
    }

    Optional<Ledgers.State> find(String party) {
        return jdbc.sql("""
                select l.*, t.size, (
                    select min(at) from ledger.entry e where e.party = l.party and e.position = l.acknowledged + 1) waiting
                from ledger.ledger l join ledger.tail t on t.party = l.party where l.party = ?
                """)
                .param(party)
                .query((row, number) -> {
                    var root = row.getBytes("acknowledged_root");
                    return new Ledgers.State(
                            party,
                            row.getLong("size"),
                            row.getLong("acknowledged"),
                            root == null ? Hash.ofEmptyTree() : Hash.of(root),
                            instant(row.getObject("acknowledged_at", OffsetDateTime.class)),
                            instant(row.getObject("waiting", OffsetDateTime.class)),
                            row.getLong("signed"));
                })
                .optional();
    }

    Ledgers.UrgentWaiting urgentWaiting(String party) {
        return jdbc.sql("""
                select count(*) n, min(e.at) since from ledger.ledger l
                join ledger.entry e on e.party = l.party and e.position > l.acknowledged
                where l.party = ? and e.precedence in ('FLASH', 'IMMEDIATE')
                """)
                .param(party)
                .query((row, number) -> new Ledgers.UrgentWaiting(
                        row.getLong("n"), instant(row.getObject("since", OffsetDateTime.class))))
                .single();
    }

    /// Number of entries of each type in the ledger for a party.
    Map<String, Long> countByType(String party) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select type, count(*) n from ledger.entry where party = ? group by type")
                .param(party)
                .query(row -> {
                    counts.put(row.getString("type"), row.getLong("n"));
                });
        return counts;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
