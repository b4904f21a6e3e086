package org.renkei.acsa;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.database.CopyRows;
import org.renkei.kernel.acsa.followup.Ahead;
import org.renkei.kernel.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What is kept of each order, and which records it was folded from. Every method takes part in the caller's
/// transaction.
@Repository
class FoldBook {
    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final PostingBook postings;
    private final CommitmentBook commitments;
    private final JsonMapper json;

    FoldBook(JdbcClient jdbc, Bulk bulk, PostingBook postings, CommitmentBook commitments, JsonMapper json) {
        this.json = json;
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.postings = postings;
        this.commitments = commitments;
    }

    /// One order without its fold.
    ///
    /// @param version another one after every fold
    record Outline(
            UUID order,
            long version,
            String requester,
            String supplier,
            String state,
            String label,
            String item,
            int lines,
            String currency,
            int unfit,
            int waiting,
            String hash) {}

    /// PostgreSQL keeps no zero in a text.
    static String plain(String text) {
        return text.replace('\0', ' ');
    }

    /// One fold after the other, until the transaction ends.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('renkei.acsa.fold'))").query(row -> {});
    }

    Optional<Integer> rules() {
        return jdbc.sql("select version from acsa.fold_rules")
                .query(Integer.class)
                .optional();
    }

    /// Empties everything that can be made anew, which an order of which something was taken back cannot.
    void clear(int rules) {
        jdbc.sql("truncate acsa.fold_rules, acsa.said, acsa.total").update();
        for (var table : List.of("folded", "posting", "commitment", "unmatched", "set_off")) {
            jdbc.sql("delete from acsa." + table + " where \"order\" not in (select \"order\" from acsa.taken_back)")
                    .update();
        }
        jdbc.sql("delete from acsa.circle where id not in (select circle from acsa.folded)")
                .update();
        postings.addUp();
        jdbc.sql("insert into acsa.fold_rules values (?)").param(rules).update();
    }

    /// The orders that these records were statements on when they were last read.
    Map<UUID, UUID> ordersOf(Collection<UUID> records) {
        var orders = new HashMap<UUID, UUID>();
        bulk.query(
                "select record, \"order\" from acsa.said where record = any(?)",
                (row, number) -> orders.put(uuid(row, "record"), uuid(row, "order")),
                Column.uuids(records));
        return orders;
    }

    Map<UUID, UUID> recordsOf(Collection<UUID> orders) {
        var records = new HashMap<UUID, UUID>();
        bulk.query(
                "select record, \"order\" from acsa.said where \"order\" = any(?)",
                (row, number) -> records.put(uuid(row, "record"), uuid(row, "order")),
                Column.uuids(orders));
        return records;
    }

    /// @param orders the order of each record that is one of its statements
    /// @param others records that are no statement, or none any more
    void say(Map<UUID, UUID> orders, Collection<UUID> others) {
        if (!others.isEmpty()) {
            bulk.update("delete from acsa.said where record = any(?)", Column.uuids(others));
        }
        if (!orders.isEmpty()) {
            bulk.update("""
                    insert into acsa.said (record, "order") select * from unnest(?, ?)
                    on conflict (record) do update set "order" = excluded."order"
                    """, Column.uuids(orders.keySet()), Column.uuids(orders.values()));
        }
    }

    Map<Integer, List<Hash>> circles() {
        var circles = new TreeMap<Integer, List<Hash>>();
        bulk.query(
                "select id, markings from acsa.circle",
                (row, number) -> circles.put(row.getInt("id"), split(row.getBytes("markings"))));
        return circles;
    }

    /// @param markings in the order of their digests, each once
    int circle(List<Hash> markings) {
        var joined = ByteBuffer.allocate(Hash.LENGTH * markings.size());
        markings.forEach(one -> joined.put(one.bytes()));
        var known = jdbc.sql("select id from acsa.circle where markings = ?")
                .param(joined.array())
                .query(Integer.class)
                .optional();
        return known.orElseGet(() -> jdbc.sql("insert into acsa.circle (markings) values (?) returning id")
                .param(joined.array())
                .query(Integer.class)
                .single());
    }

    private static List<Hash> split(byte[] joined) {
        var hashes = new ArrayList<Hash>();
        var bytes = ByteBuffer.wrap(joined);
        while (bytes.hasRemaining()) {
            var one = new byte[Hash.LENGTH];
            bytes.get(one);
            hashes.add(Hash.of(one));
        }
        return hashes;
    }

    /// Keeps these orders as they are now, and nothing of those of `touched` that are not among them.
    void put(Collection<UUID> touched, List<Kept> all) {
        bulk.update("delete from acsa.folded where \"order\" = any(?)", Column.uuids(touched));
        var versions = jdbc.sql("select nextval('acsa.fold_version') from generate_series(1, ?)")
                .param(all.size())
                .query(Long.class)
                .list();
        var rows = new CopyRows(15);
        for (var i = 0; i < all.size(); i++) {
            var kept = all.get(i);
            var order = kept.order();
            rows.row()
                    .uuid(order.id())
                    .int8(versions.get(i))
                    .int4(kept.circle())
                    .text(order.requester())
                    .text(order.supplier())
                    .text(order.state().code())
                    .bool(kept.standing())
                    .text(kept.label())
                    .text(plain(Standing.item(order)))
                    .int4(Standing.lines(order).size())
                    .text(order.currency())
                    .int4(Standing.unfit(order))
                    .int4(order.waiting().size())
                    .text(order.hash().hex())
                    .text(kept.ahead() == null ? null : json.writeValueAsString(kept.ahead()));
        }
        bulk.copy(
                "acsa.folded (\"order\", version, circle, requester, supplier, state, standing, label, item, lines,"
                        + " currency, unfit, waiting, hash, ahead)",
                rows);
        bind(touched, all);
        postings.put(
                touched, all.stream().flatMap(one -> one.postings().stream()).toList());
        commitments.put(touched, all);
    }

    /// Marks which of their statements both nations have closed over.
    private void bind(Collection<UUID> touched, List<Kept> all) {
        var bound = all.stream()
                .flatMap(kept -> kept.order().boundRecords().stream())
                .toList();
        bulk.update(
                "update acsa.said set bound = record = any(?) where \"order\" = any(?) and (bound or record = any(?))",
                Column.uuids(bound),
                Column.uuids(touched),
                Column.uuids(bound));
    }

    Optional<Outline> find(UUID order) {
        return jdbc.sql("select * from acsa.folded where \"order\" = ?")
                .param(order)
                .query(FoldBook::outline)
                .optional();
    }

    /// Orders of these circles.
    ///
    /// @param standing those of which something can still become due, or the others
    List<Outline> list(List<Integer> circles, boolean standing) {
        return bulk.query(
                "select * from acsa.folded where circle = any(?) and standing = ? order by \"order\"",
                FoldBook::outline,
                Column.ints(circles),
                standing);
    }

    /// The orders of these circles, of one partner or of all where it is empty.
    List<UUID> among(List<Integer> circles, String partner) {
        return circles.isEmpty()
                ? List.of()
                : bulk.query(
                        "select \"order\" from acsa.folded where circle = any(?) and (? = '' or ? in (requester, supplier))",
                        (row, number) -> uuid(row, "order"),
                        Column.ints(circles),
                        partner,
                        partner);
    }

    /// The orders of these circles between two nations that stand, or have a posting in a period.
    List<UUID> concerning(List<Integer> circles, String partner, LocalDate from, LocalDate to) {
        return bulk.query("""
                select "order" from acsa.folded f where circle = any(?) and ? in (requester, supplier) and (standing
                  or exists (select from acsa.posting p where p."order" = f."order" and p.day between ? and ?))
                """, (row, number) -> uuid(row, "order"), Column.ints(circles), partner, from, to);
    }

    /// Orders of these circles of which something can still become due, each with what that is: empty for one of which
    /// something was taken back, as that is what is left of it now.
    Map<Outline, Optional<Ahead>> standing(List<Integer> circles) {
        var standing = new LinkedHashMap<Outline, Optional<Ahead>>();
        var aheads = json.readerFor(Ahead.class);
        bulk.query(
                "select *, \"order\" in (select \"order\" from acsa.taken_back) cut from acsa.folded"
                        + " where circle = any(?) and standing order by \"order\"",
                (row, number) -> standing.put(
                        outline(row, number),
                        Optional.ofNullable(row.getBoolean("cut") ? null : row.getString("ahead"))
                                .map(text -> aheads.<Ahead>readValue(text))),
                Column.ints(circles));
        return standing;
    }

    /// How many orders of these circles there are, and how many of them are over.
    Counts count(List<Integer> circles) {
        return bulk.query(
                        "select count(*), count(*) filter (where state in ('closed', 'withdrawn', 'refused', 'cancelled'))"
                                + " from acsa.folded where circle = any(?)",
                        (row, number) -> new Counts(row.getLong(1), row.getLong(2)),
                        Column.ints(circles))
                .getFirst();
    }

    record Counts(long all, long over) {}

    /// The labels of orders of these circles with a partner, or of all where it is empty, each once.
    List<String> labels(List<Integer> circles, String self, String partner) {
        return bulk.query(
                """
                select distinct label from acsa.folded where circle = any(?)
                  and (? = '' or requester = ? and supplier = ? or requester = ? and supplier = ?)
                """, (row, number) -> row.getString(1), Column.ints(circles), partner, self, partner, partner, self);
    }

    private static Outline outline(ResultSet row, int number) throws SQLException {
        return new Outline(
                uuid(row, "order"),
                row.getLong("version"),
                row.getString("requester"),
                row.getString("supplier"),
                row.getString("state"),
                row.getString("label"),
                row.getString("item"),
                row.getInt("lines"),
                row.getString("currency"),
                row.getInt("unfit"),
                row.getInt("waiting"),
                row.getString("hash"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
