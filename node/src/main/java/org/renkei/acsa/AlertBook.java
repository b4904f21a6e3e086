package org.renkei.acsa;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.acsa.followup.Alert;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What somebody was told about clocks that run out, once for each rung, and who took note.
@Repository
class AlertBook {
    private final JdbcClient jdbc;
    private final Bulk bulk;

    AlertBook(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    record Key(UUID order, int delivery, String clock, String party, LocalDate due, String rung) {
        static Key of(Alert alert) {
            var clock = alert.clock();
            return new Key(
                    alert.order(),
                    clock.delivery(),
                    clock.code(),
                    clock.party(),
                    clock.due(),
                    alert.rung().code());
        }
    }

    record Told(Instant raisedAt, @Nullable String noticedBy) {}

    /// @return whether nobody was told before
    boolean raise(Key key, Instant at) {
        return jdbc.sql("""
                                insert into acsa.alert ("order", delivery, clock, party, due, rung, raised_at)
                                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                key.order(),
                                key.delivery(),
                                key.clock(),
                                key.party(),
                                key.due(),
                                key.rung(),
                                at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /// Every rung of one order that is not noticed yet.
    int notice(UUID order, String by, Instant at) {
        return jdbc.sql("update acsa.alert set acknowledged_by = ?, acknowledged_at = ?"
                        + " where \"order\" = ? and acknowledged_at is null")
                .params(by, at.atOffset(ZoneOffset.UTC), order)
                .update();
    }

    /// Every rung that was ever told.
    Set<Key> all() {
        return new HashSet<>(
                jdbc.sql("select * from acsa.alert").query(AlertBook::key).list());
    }

    /// What is on record of these, and nothing of the others: what was ever told is many times more.
    Map<Key, Told> told(Collection<Key> keys) {
        var told = new HashMap<Key, Told>();
        bulk.query(
                """
                select a.* from acsa.alert a join unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                    k ("order", delivery, clock, party, due, rung)
                  on a."order" = k."order" and a.delivery = k.delivery and a.clock = k.clock and a.party = k.party
                    and a.due = k.due::date and a.rung = k.rung
                """,
                (row, number) -> told.put(
                        key(row, number),
                        new Told(
                                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                                row.getString("acknowledged_by"))),
                Column.uuids(keys.stream().map(Key::order).toList()),
                Column.ints(keys.stream().map(Key::delivery).toList()),
                Column.texts(keys.stream().map(Key::clock).toList()),
                Column.texts(keys.stream().map(Key::party).toList()),
                Column.texts(keys.stream().map(key -> key.due().toString()).toList()),
                Column.texts(keys.stream().map(Key::rung).toList()));
        return told;
    }

    private static Key key(ResultSet row, int number) throws SQLException {
        return new Key(
                FoldBook.uuid(row, "order"),
                row.getInt("delivery"),
                row.getString("clock"),
                row.getString("party"),
                row.getObject("due", LocalDate.class),
                row.getString("rung"));
    }
}
