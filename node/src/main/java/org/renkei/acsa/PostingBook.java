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
import java.util.function.Function;
import org.renkei.acsa.Kept.Posting;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.database.CopyRows;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.books.Transfer.Phase;
import org.springframework.stereotype.Repository;

/// The postings of all orders, and what they add up to by month. Every method takes part in the caller's transaction.
@Repository
class PostingBook {
    private static final String MOVES_DEBT =
            " and phase = 'POSTED' and (debit in ('RECEIVABLE', 'NETTED') or credit in ('RECEIVABLE', 'NETTED'))";

    private static final String SHAPE = "partner, supplies, asset, unit, debit, credit, phase, reserved";

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
            long amount) {
        static Sum of(Posting one) {
            return new Sum(
                    one.partner(),
                    one.supplies(),
                    one.asset(),
                    one.debit(),
                    one.credit(),
                    one.phase(),
                    one.reserved(),
                    one.amount());
        }
    }

    /// What one row of totals adds up.
    ///
    /// @param month its first day
    private record Heap(
            int circle,
            String partner,
            LocalDate month,
            boolean supplies,
            Asset asset,
            Account debit,
            Account credit,
            Phase phase,
            boolean reserved) {
        static Heap of(Posting one) {
            return new Heap(
                    one.circle(),
                    one.partner(),
                    one.day().withDayOfMonth(1),
                    one.supplies(),
                    one.asset(),
                    one.debit(),
                    one.credit(),
                    one.phase(),
                    one.reserved());
        }
    }

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
        var heaps = new HashMap<Heap, Long>();
        var rows = new CopyRows(14);
        for (var order : touched) {
            var old = before.getOrDefault(order, List.of());
            var posted = now.getOrDefault(order, List.of());
            var same = common(old, posted);
            if (same < old.size()) {
                cut.put(order, same);
            }
            old.subList(same, old.size())
                    .forEach(one -> heaps.merge(Heap.of(one), Math.negateExact(one.amount()), Math::addExact));
            posted.subList(same, posted.size()).forEach(one -> {
                heaps.merge(Heap.of(one), one.amount(), Math::addExact);
                write(one, rows);
            });
        }
        heaps.values().removeIf(amount -> amount == 0);
        delete(cut);
        add(heaps);
        bulk.copy(
                "acsa.posting (\"order\", place, circle, partner, supplies, asset, unit, debit, credit, amount, phase,"
                        + " reserved, cause, day)",
                rows);
    }

    /// Makes the totals anew from the postings that there are.
    void addUp() {
        bulk.update("""
                insert into acsa.total (partner, circle, month, supplies, asset, unit, debit, credit, phase, reserved, amount)
                select partner, circle, date_trunc('month', day)::date, supplies, asset, unit, debit, credit, phase, reserved,
                    sum(amount)
                from acsa.posting group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
                """);
    }

    /// Of one order in their turn, in the supplier's books.
    List<Posting> of(UUID order) {
        return bulk.query(
                "select * from acsa.posting where \"order\" = ? order by place", (row, number) -> read(row), order);
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

    /// In the order of their keys, so that two who write never wait for each other.
    private void add(Map<Heap, Long> heaps) {
        if (heaps.isEmpty()) {
            return;
        }
        var all = List.copyOf(heaps.keySet());
        bulk.update(
                """
                insert into acsa.total (circle, partner, month, supplies, asset, unit, debit, credit, phase, reserved, amount)
                select * from unnest(?, ?, cast(? as date[]), cast(? as boolean[]), ?, ?, ?, ?, ?, cast(? as boolean[]), ?)
                order by 2, 1, 3, 4, 5, 6, 7, 8, 9, 10
                on conflict (partner, circle, month, supplies, asset, unit, debit, credit, phase, reserved)
                do update set amount = total.amount + excluded.amount
                """,
                Column.ints(each(all, Heap::circle)),
                Column.texts(each(all, Heap::partner)),
                Column.texts(each(all, one -> one.month().toString())),
                Column.texts(each(all, one -> Boolean.toString(one.supplies()))),
                Column.texts(each(all, one -> one.asset().code())),
                Column.texts(each(all, one -> one.asset().unit())),
                Column.texts(each(all, one -> one.debit().name())),
                Column.texts(each(all, one -> one.credit().name())),
                Column.texts(each(all, one -> one.phase().name())),
                Column.texts(each(all, one -> Boolean.toString(one.reserved()))),
                Column.longs(heaps.values()));
    }

    private static <T> List<T> each(List<Heap> all, Function<Heap, T> part) {
        return all.stream().map(part).toList();
    }

    /// What changed the debt between this nation and a partner in a period, by day and order. A year holds a hundred
    /// thousand of them: what many have in common is held once.
    List<Move> moves(String partner, LocalDate from, LocalDate to, List<Integer> circles) {
        var assets = new HashMap<Asset, Asset>();
        var causes = new HashMap<String, String>();
        return bulk.query(
                "select \"order\", supplies, asset, unit, debit, credit, amount, cause, day from acsa.posting"
                        + " where partner = ? and day between ? and ? and circle = any(?)" + MOVES_DEBT
                        + " order by day, \"order\", place",
                (row, number) -> new Move(
                        FoldBook.uuid(row, "order"),
                        row.getBoolean("supplies"),
                        assets.computeIfAbsent(asset(row), same -> same),
                        Account.valueOf(row.getString("debit")),
                        Account.valueOf(row.getString("credit")),
                        row.getLong("amount"),
                        causes.computeIfAbsent(row.getString("cause"), same -> same),
                        row.getObject("day", LocalDate.class)),
                partner,
                from,
                to,
                Column.ints(circles));
    }

    /// The same up to a day, added up: whole months from their totals, and the days after them.
    List<Sum> moved(String partner, LocalDate to, List<Integer> circles) {
        var after = to.plusDays(1).withDayOfMonth(1);
        var some = Column.ints(circles);
        return bulk.query(
                "select " + SHAPE + ", sum(amount) amount from (select " + SHAPE + ", amount from acsa.total"
                        + " where partner = ? and month < ? and circle = any(?) union all select " + SHAPE
                        + ", amount from acsa.posting where partner = ? and day >= ? and day <= ? and circle = any(?)) both_of"
                        + " where true" + MOVES_DEBT + " group by " + SHAPE + " having sum(amount) <> 0 order by "
                        + SHAPE,
                PostingBook::sum,
                partner,
                after,
                some,
                partner,
                after,
                to,
                some);
    }

    /// Everything added up, of one partner or of all where it is empty.
    List<Sum> sums(String partner, List<Integer> circles) {
        var whose = partner.isEmpty() ? "partner <> ?" : "partner = ?";
        return bulk.query(
                "select " + SHAPE + ", sum(amount) amount from acsa.total where " + whose
                        + " and circle = any(?) group by " + SHAPE + " having sum(amount) <> 0 order by " + SHAPE,
                PostingBook::sum,
                partner,
                Column.ints(circles));
    }

    private static Sum sum(ResultSet row, int number) throws SQLException {
        return new Sum(
                row.getString("partner"),
                row.getBoolean("supplies"),
                asset(row),
                Account.valueOf(row.getString("debit")),
                Account.valueOf(row.getString("credit")),
                Phase.valueOf(row.getString("phase")),
                row.getBoolean("reserved"),
                row.getBigDecimal("amount").longValueExact());
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
