package org.renkei.acsa;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.exchange.ReferenceRates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reference rates that were brought in. A rate that is here stays as it is.
@Repository
class RateTable {
    private final JdbcClient jdbc;
    private final Bulk bulk;

    RateTable(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /// @param added rates that were not here before
    record File(
            UUID id, String source, String by, Instant at, String digest, LocalDate first, LocalDate last, int added) {}

    record Difference(LocalDate day, String currency, BigDecimal here, BigDecimal there) {}

    /// Where a file says something else than what is here, the first twenty.
    List<Difference> differences(ReferenceRates rates) {
        var columns = columns(rates);
        return bulk.query(
                """
                select r.day, r.currency, r.per_euro, n.rate::numeric there
                from unnest(?::text[], ?::text[], ?::text[]) n (day, currency, rate)
                join acsa.rate r on r.day = n.day::date and r.currency = n.currency
                where r.per_euro <> n.rate::numeric order by r.day, r.currency limit 20
                """,
                (row, number) -> new Difference(
                        row.getObject("day", LocalDate.class),
                        row.getString("currency"),
                        row.getBigDecimal("per_euro"),
                        row.getBigDecimal("there")),
                columns.get(0),
                columns.get(1),
                columns.get(2));
    }

    int add(File file, ReferenceRates rates) {
        jdbc.sql("""
                        insert into acsa.rate_file (id, source, actor, at, digest, first_day, last_day, added)
                        values (?, ?, ?, ?, ?, ?, ?, 0)
                        """)
                .params(
                        file.id(),
                        file.source(),
                        file.by(),
                        file.at().atOffset(ZoneOffset.UTC),
                        file.digest(),
                        file.first(),
                        file.last())
                .update();
        var columns = columns(rates);
        var added = bulk.update("""
                insert into acsa.rate (day, currency, per_euro, file)
                select n.day::date, n.currency, n.rate::numeric, ?
                from unnest(?::text[], ?::text[], ?::text[]) n (day, currency, rate)
                on conflict do nothing
                """, file.id(), columns.get(0), columns.get(1), columns.get(2));
        jdbc.sql("update acsa.rate_file set added = ? where id = ?")
                .params(added, file.id())
                .update();
        return added;
    }

    private static List<Column> columns(ReferenceRates rates) {
        var days = new ArrayList<String>();
        var currencies = new ArrayList<String>();
        var values = new ArrayList<String>();
        rates.days()
                .forEach((day, all) -> all.forEach((currency, rate) -> {
                    days.add(day.toString());
                    currencies.add(currency);
                    values.add(rate.toPlainString());
                }));
        return List.of(Column.texts(days), Column.texts(currencies), Column.texts(values));
    }

    List<File> files() {
        return jdbc.sql("select * from acsa.rate_file order by at desc, id")
                .query(RateTable::file)
                .list();
    }

    private static File file(ResultSet row, int number) throws SQLException {
        return new File(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("digest"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("added"));
    }

    List<String> currencies() {
        return bulk.query("""
                select distinct currency from acsa.rate where day > (select max(day) - 10 from acsa.rate) order by currency
                """, (row, number) -> row.getString("currency"));
    }

    /// What is needed to know the rates of these currencies on every day of a span.
    ReferenceRates between(LocalDate from, LocalDate to, Collection<String> currencies) {
        var days = new HashMap<LocalDate, Map<String, BigDecimal>>();
        bulk.query(
                "select day, currency, per_euro from acsa.rate where day between ? and ? and currency = any(?)",
                (row, number) -> days.computeIfAbsent(
                                Objects.requireNonNull(row.getObject("day", LocalDate.class)), key -> new HashMap<>())
                        .put(row.getString("currency"), row.getBigDecimal("per_euro")),
                from.minusDays(ReferenceRates.OLDEST_DAYS),
                to,
                Column.texts(currencies));
        return new ReferenceRates(days);
    }
}
