package org.renkei.cases;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// At which bodies each person has the watch, and which statements they have seen.
@Repository
class Seats {
    private static final String UNSEEN = """
            select s.subject, s.record from folds.said s where s.kind = ?
            and not exists (select from cases.seen k where k.person = ? and k.record = s.record)
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final Clock clock;

    Seats(JdbcClient jdbc, Bulk bulk, Clock clock) {
        this.jdbc = jdbc;
        this.bulk = bulk;
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

    /// Of the statements that are held here, seen or not by their labels.
    Unseen unseen(String person) {
        return unseen(jdbc.sql(UNSEEN).params(Cases.KIND, person));
    }

    /// In one case.
    Unseen unseen(String person, UUID id) {
        return unseen(jdbc.sql(UNSEEN + "and s.subject = ?").params(Cases.KIND, person, id));
    }

    private static Unseen unseen(StatementSpec query) {
        var byCase = new HashMap<UUID, Set<UUID>>();
        query.query(row -> {
            byCase.computeIfAbsent(row.getObject("subject", UUID.class), key -> new HashSet<>())
                    .add(row.getObject("record", UUID.class));
        });
        return new Unseen(byCase);
    }

    void see(String person, Collection<UUID> records) {
        bulk.update("""
                insert into cases.seen (person, record, seen_at) select ?, r, ? from unnest(?) r on conflict do nothing
                """, person, clock.instant().atOffset(ZoneOffset.UTC), Column.uuids(records));
    }
}
