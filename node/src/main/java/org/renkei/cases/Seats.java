package org.renkei.cases;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// At which bodies each person has the watch, and which statements they have seen.
@Repository
class Seats {
    private final JdbcClient jdbc;
    private final Clock clock;

    Seats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<String> of(String person) {
        return jdbc.sql("select body from cases.seat where person = ? order by body")
                .param(person)
                .query((row, number) -> row.getString("body"))
                .list();
    }

    void take(String person, Collection<String> bodies) {
        jdbc.sql("delete from cases.seat where person = ?").param(person).update();
        bodies.forEach(body -> jdbc.sql("insert into cases.seat (person, body) values (?, ?)")
                .params(person, body)
                .update());
    }

    Set<UUID> seen(String person) {
        return new HashSet<>(jdbc.sql("select record from cases.seen where person = ?")
                .param(person)
                .query((row, number) -> row.getObject("record", UUID.class))
                .list());
    }

    void see(String person, Collection<UUID> records) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        records.forEach(record -> jdbc.sql("""
                        insert into cases.seen (person, record, seen_at) values (?, ?, ?)
                        on conflict do nothing
                        """).params(person, record, now).update());
    }
}
