package org.renkei.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The alerts that were given out, each record's in their order.
@Repository
class CapMessages {
    private final JdbcClient jdbc;

    CapMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whoever else would give out waits until this transaction is over.
    void lock() {
        jdbc.sql("lock table publication.message in share row exclusive mode").update();
    }

    /// By record, oldest first.
    Map<UUID, List<CapMessage>> list() {
        var all = new LinkedHashMap<UUID, List<CapMessage>>();
        jdbc.sql("select * from publication.message order by record, number")
                .query(CapMessages::read)
                .list()
                .forEach(one -> all.computeIfAbsent(one.record(), any -> new ArrayList<>())
                        .add(one));
        return all;
    }

    void add(CapMessage one) {
        jdbc.sql("""
                insert into publication.message (record, number, type, status, sent, until, digest)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .param(one.record())
                .param(one.number())
                .param(one.type().text())
                .param(one.status())
                .param(one.sent().atOffset(ZoneOffset.UTC))
                .param(offset(one.until()))
                .param(one.digest().bytes())
                .update();
    }

    private static CapMessage read(ResultSet row, int number) throws SQLException {
        var until = row.getObject("until", OffsetDateTime.class);
        return new CapMessage(
                row.getObject("record", UUID.class),
                row.getInt("number"),
                CapMessage.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                row.getString("status"),
                row.getObject("sent", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                Hash.of(row.getBytes("digest")));
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
