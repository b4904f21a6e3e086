package org.renkei.acsa;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.FollowUpView.Sum;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.database.CopyRows;
import org.renkei.kernel.acsa.Commitment;
import org.renkei.kernel.acsa.Commitment.Direction;
import org.renkei.kernel.acsa.DeliveryState;
import org.renkei.kernel.acsa.StatementOfAccount.Unmatched;
import org.renkei.kernel.acsa.SupplyCategory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What orders bind this nation to, what of them is not matched, and what it has set off. Every method takes part in
/// the
/// caller's transaction.
@Repository
class CommitmentBook {
    private final JdbcClient jdbc;
    private final Bulk bulk;

    CommitmentBook(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    void put(Collection<UUID> touched, List<Kept> all) {
        for (var table : List.of("commitment", "unmatched", "set_off")) {
            bulk.update("delete from acsa." + table + " where \"order\" = any(?)", Column.uuids(touched));
        }
        var bound = new CopyRows(11);
        var unmatched = new CopyRows(7);
        var offsets = new CopyRows(3);
        for (var kept : all) {
            kept.commitments().forEach(one -> write(kept, one, bound));
            for (var one : kept.unmatched()) {
                unmatched
                        .row()
                        .uuid(kept.order().id())
                        .int4(kept.circle())
                        .text(kept.partner())
                        .text(kept.order().supplier())
                        .int4(one.number())
                        .date(one.deliveredOn())
                        .text(one.state().name());
            }
            kept.offsets()
                    .forEach(one -> offsets.row()
                            .uuid(kept.order().id())
                            .text(FoldBook.plain(one.authority()))
                            .int8(one.amount()));
        }
        bulk.copy(
                "acsa.commitment (\"order\", circle, agreement, partner, direction, category, day, until, currency,"
                        + " reserved, consumed)",
                bound);
        bulk.copy("acsa.unmatched (\"order\", circle, partner, supplier, delivery, delivered_on, state)", unmatched);
        bulk.copy("acsa.set_off (\"order\", authority, amount)", offsets);
    }

    private static void write(Kept kept, Commitment one, CopyRows rows) {
        rows.row()
                .uuid(kept.order().id())
                .int4(kept.circle())
                .text(FoldBook.plain(one.agreement()))
                .text(one.partner())
                .text(one.direction().name())
                .text(one.category().name())
                .date(one.on());
        date(rows, kept.binding()).text(one.currency()).int8(one.reserved()).int8(one.consumed());
    }

    private static CopyRows date(CopyRows rows, @Nullable LocalDate day) {
        return day == null ? rows.bytea(null) : rows.date(day);
    }

    /// What binds this nation on a day, by day and category: equal ones added up, so that they are few.
    ///
    /// @param without an order that does not count; null for none
    List<Commitment> standing(LocalDate today, List<Integer> circles, @Nullable UUID without) {
        return bulk.query(
                """
                select agreement, partner, direction, category, day, currency, sum(reserved) reserved,
                    sum(consumed) consumed
                from acsa.commitment where circle = any(?) and (until is null or until >= ?)
                  and (?::uuid is null or "order" <> ?::uuid)
                group by agreement, partner, direction, category, day, currency
                order by day, agreement, partner, direction, category, currency
                """,
                (row, number) -> new Commitment(
                        row.getString("agreement"),
                        row.getString("partner"),
                        Direction.valueOf(row.getString("direction")),
                        SupplyCategory.valueOf(row.getString("category")),
                        row.getObject("day", LocalDate.class),
                        row.getString("currency"),
                        row.getBigDecimal("reserved").longValueExact(),
                        row.getBigDecimal("consumed").longValueExact()),
                Column.ints(circles),
                today,
                without,
                without);
    }

    /// What binds this nation on a day, added up by category.
    /// Of commitments from a day to a day.
    List<Sum> categories(LocalDate today, LocalDate from, LocalDate to, List<Integer> circles) {
        return bulk.query(
                """
                select direction, category, currency, sum(reserved + consumed) amount, count(*) items
                from acsa.commitment where circle = any(?) and (until is null or until >= ?)
                  and (cast(? as date) is null or day >= ?) and (cast(? as date) is null or day <= ?)
                group by direction, category, currency
                """,
                (row, number) -> new Sum(
                        SupplyCategory.valueOf(row.getString("category")).code(),
                        Direction.valueOf(row.getString("direction")).code(),
                        row.getString("currency"),
                        row.getBigDecimal("amount").longValueExact(),
                        row.getInt("items"),
                        0),
                Column.ints(circles),
                today,
                orNone(from),
                orNone(from),
                orNone(to),
                orNone(to));
    }

    /// A day that PostgreSQL knows, or none.
    private static @Nullable LocalDate orNone(LocalDate day) {
        return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? null : day;
    }

    List<Unmatched> unmatched(String partner, LocalDate to, List<Integer> circles) {
        return bulk.query(
                """
                select * from acsa.unmatched where partner = ? and delivered_on <= ? and circle = any(?)
                order by "order", delivery
                """,
                (row, number) -> new Unmatched(
                        FoldBook.uuid(row, "order"),
                        row.getString("supplier"),
                        row.getInt("delivery"),
                        row.getObject("delivered_on", LocalDate.class),
                        DeliveryState.valueOf(row.getString("state"))),
                partner,
                to,
                Column.ints(circles));
    }

    /// Minor units that this nation has set off on its own claims under an authority.
    long setOff(String authority) {
        return jdbc.sql("select coalesce(sum(amount), 0) from acsa.set_off where authority = ?")
                .param(FoldBook.plain(authority))
                .query(BigDecimal.class)
                .single()
                .longValueExact();
    }
}
