package org.renkei.acsa;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.followup.Alert;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What somebody was told about clocks that run out, once for each rung, and who took note.
@Repository
class AlertBook {
    private final JdbcClient jdbc;

    AlertBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    Map<Key, Told> all() {
        var told = new HashMap<Key, Told>();
        jdbc.sql("select * from acsa.alert")
                .query((row, number) -> told.put(
                        new Key(
                                row.getObject("order", UUID.class),
                                row.getInt("delivery"),
                                row.getString("clock"),
                                row.getString("party"),
                                row.getObject("due", LocalDate.class),
                                row.getString("rung")),
                        new Told(
                                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                                row.getString("acknowledged_by"))))
                .list();
        return told;
    }
}
