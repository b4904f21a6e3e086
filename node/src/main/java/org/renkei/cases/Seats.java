package org.renkei.cases;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// At which bodies each person has the watch.
@Repository
class Seats {
    private final JdbcClient jdbc;

    Seats(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
}
