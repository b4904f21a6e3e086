package org.renkei.acsa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.renkei.acsa.Kept.Posting;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.database.CopyRows;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.books.Transfer.Phase;
import org.springframework.stereotype.Repository;

/// The postings of all orders. Every method takes part in the caller's transaction.
@Repository
class PostingBook {
    private static final String MOVES_DEBT =
            " and phase = 'POSTED' and (debit in ('RECEIVABLE', 'NETTED') or credit in ('RECEIVABLE', 'NETTED'))";

    private final Bulk bulk;

    PostingBook(Bulk bulk) {
        this.bulk = bulk;
    }

    /// Postings of one shape added up.
    ///
    /// @param reserved whether they were taken from a reservation
    record Sum(
            String partner,
            boolean supplies,
            Asset asset,
            Account debit,
            Account credit,
            Phase phase,
            boolean reserved,
            long amount) {}

    /// Makes the postings of these orders those that are given. What an order has posted before stays where it is: only
    /// what comes after the first difference is written.
    void put(Collection<UUID> touched, List<Posting> all) {
        var before = new HashMap<UUID, List<Posting>>();
        bulk.query(
                "select * from acsa.posting where \"order\" = any(?) order by \"order\", place",
                (row, number) -> before.computeIfAbsent(FoldBook.uuid(row, "order"), key -> new ArrayList<>())
                        .add(read(row)),
                Column.uuids(touched));
        var now = new HashMap<UUID, List<Posting>>();
        all.forEach(one ->
                now.computeIfAbsent(one.order(), key -> new ArrayList<>()).add(one));
        var cut = new HashMap<UUID, Integer>();
        var rows = new CopyRows(14);
        for (var order : touched) {
            var old = before.getOrDefault(order, List.of());
            var posted = now.getOrDefault(order, List.of());
            var same = common(old, posted);
            if (same < old.size()) {
                cut.put(order, same);
            }
            posted.subList(same, posted.size()).forEach(one -> write(one, rows));
        }
        delete(cut);
        bulk.copy(
                "acsa.posting (\"order\", place, circle, partner, supplies, asset, unit, debit, credit, amount, phase,"
                        + " reserved, cause, day)",
                rows);
    }

    private static int common(List<Posting> old, List<Posting> now) {
        var same = 0;
        while (same < old.size() && same < now.size() && old.get(same).equals(now.get(same))) {
            same++;
        }
        return same;
    }

    private void delete(Map<UUID, Integer> from) {
        if (!from.isEmpty()) {
            bulk.update("""
                    delete from acsa.posting p using unnest(?, ?) n ("order", place)
                    where p."order" = n."order" and p.place >= n.place
                    """, Column.uuids(from.keySet()), Column.ints(from.values()));
        }
    }

    /// What changed the debt between this nation and a partner in a period, by day and order.
    List<Posting> moves(String partner, LocalDate from, LocalDate to, List<Integer> circles) {
        return bulk.query(
                "select * from acsa.posting where partner = ? and day between ? and ? and circle = any(?)" + MOVES_DEBT
                        + " order by day, \"order\", place",
                (row, number) -> read(row),
                partner,
                from,
                to,
                Column.ints(circles));
    }

    /// The same up to a day, added up.
    List<Sum> moved(String partner, LocalDate to, List<Integer> circles) {
        return sums("partner = ? and day <= ? and circle = any(?)" + MOVES_DEBT, partner, to, Column.ints(circles));
    }

    /// Everything added up, of one partner or of all where it is empty.
    List<Sum> sums(String partner, List<Integer> circles) {
        return partner.isEmpty()
                ? sums("partner <> '' and circle = any(?)", Column.ints(circles))
                : sums("partner = ? and circle = any(?)", partner, Column.ints(circles));
    }

    private List<Sum> sums(String where, Object... values) {
        return bulk.query(
                "select partner, supplies, asset, unit, debit, credit, phase, reserved, sum(amount) amount from acsa.posting"
                        + " where " + where
                        + " group by partner, supplies, asset, unit, debit, credit, phase, reserved"
                        + " order by partner, asset, unit, debit, credit, phase, reserved",
                (row, number) -> new Sum(
                        row.getString("partner"),
                        row.getBoolean("supplies"),
                        asset(row),
                        Account.valueOf(row.getString("debit")),
                        Account.valueOf(row.getString("credit")),
                        Phase.valueOf(row.getString("phase")),
                        row.getBoolean("reserved"),
                        row.getBigDecimal("amount").longValueExact()),
                values);
    }

    long count() {
        return bulk.query("select count(*) from acsa.posting", (row, number) -> row.getLong(1))
                .getFirst();
    }

    private static void write(Posting one, CopyRows rows) {
        rows.row()
                .uuid(one.order())
                .int4(one.place())
                .int4(one.circle())
                .text(one.partner())
                .bool(one.supplies())
                .text(one.asset().code())
                .text(one.asset().unit())
                .text(one.debit().name())
                .text(one.credit().name())
                .int8(one.amount())
                .text(one.phase().name())
                .bool(one.reserved())
                .text(one.cause())
                .date(one.day());
    }

    private static Posting read(ResultSet row) throws SQLException {
        return new Posting(
                FoldBook.uuid(row, "order"),
                row.getInt("place"),
                row.getInt("circle"),
                row.getString("partner"),
                row.getBoolean("supplies"),
                asset(row),
                Account.valueOf(row.getString("debit")),
                Account.valueOf(row.getString("credit")),
                row.getLong("amount"),
                Phase.valueOf(row.getString("phase")),
                row.getBoolean("reserved"),
                row.getString("cause"),
                row.getObject("day", LocalDate.class));
    }

    private static Asset asset(ResultSet row) throws SQLException {
        return new Asset(row.getString("asset"), row.getString("unit"));
    }
}
