package org.renkei.acsa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.renkei.kernel.acsa.Terms.NettingGround;
import org.renkei.kernel.acsa.netting.Authority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// By what this nation may let netting settle debts.
@Repository
class AuthorityBook {
    private final JdbcClient jdbc;

    AuthorityBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Authority> standing() {
        return jdbc.sql("select * from acsa.authority where ended_at is null order by first_day, reference, id")
                .query(AuthorityBook::read)
                .list();
    }

    Optional<Authority> find(UUID id) {
        return standing().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    void set(Authority one, String actor, Instant at) {
        jdbc.sql("""
                        insert into acsa.authority (id, partner, ground, given_by, reference, first_day, last_day, amount,
                            currency, actor, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        one.id(),
                        one.partner(),
                        one.ground().name(),
                        one.by(),
                        one.reference(),
                        one.from(),
                        one.to(),
                        one.limit(),
                        one.currency(),
                        actor,
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return whether it stood until now
    boolean end(UUID id, String actor, Instant at) {
        return jdbc.sql("update acsa.authority set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
                        .params(actor, at.atOffset(ZoneOffset.UTC), id)
                        .update()
                > 0;
    }

    private static Authority read(ResultSet row, int number) throws SQLException {
        return new Authority(
                row.getObject("id", UUID.class),
                row.getString("partner"),
                NettingGround.valueOf(row.getString("ground")),
                row.getString("given_by"),
                row.getString("reference"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getLong("amount"),
                row.getString("currency"));
    }
}
