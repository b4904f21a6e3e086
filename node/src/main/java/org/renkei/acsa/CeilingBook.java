package org.renkei.acsa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.renkei.kernel.acsa.Commitment.Direction;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.ceiling.Ceiling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ceilings of this nation.
@Repository
class CeilingBook {
    private final JdbcClient jdbc;

    CeilingBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Ceiling> standing() {
        return jdbc.sql("select * from acsa.ceiling where ended_at is null order by first_day, name, id")
                .query(CeilingBook::read)
                .list();
    }

    void set(Ceiling one, String actor, Instant at) {
        jdbc.sql("""
                        insert into acsa.ceiling (id, name, agreement, partner, categories, direction, first_day, last_day,
                            amount, currency, source, actor, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(one.id())
                .param(one.name())
                .param(one.agreement())
                .param(one.partner())
                .param(one.categories().stream()
                        .map(SupplyCategory::name)
                        .sorted()
                        .collect(Collectors.joining(",")))
                .param(one.direction().name())
                .param(one.from())
                .param(one.to())
                .param(one.amount())
                .param(one.currency())
                .param(one.source())
                .param(actor)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return whether it stood until now
    boolean end(UUID id, String actor, Instant at) {
        return jdbc.sql("update acsa.ceiling set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
                        .params(actor, at.atOffset(ZoneOffset.UTC), id)
                        .update()
                > 0;
    }

    private static Ceiling read(ResultSet row, int number) throws SQLException {
        return new Ceiling(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("agreement"),
                row.getString("partner"),
                categories(row.getString("categories")),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getLong("amount"),
                row.getString("currency"),
                row.getString("source"));
    }

    private static Set<SupplyCategory> categories(String names) {
        return names.isEmpty()
                ? Set.of()
                : Arrays.stream(names.split(",")).map(SupplyCategory::valueOf).collect(Collectors.toSet());
    }
}
