package org.renkei.publication;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When the public view was opened and closed, by whom and why.
@Repository
class Turns {
    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Turn(boolean open, Instant at, String by, String reason) {}

    Optional<Turn> newest() {
        return jdbc.sql("select * from publication.turn order by id desc limit 1")
                .query((row, number) -> new Turn(
                        row.getBoolean("open"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("reason")))
                .optional();
    }

    void add(Turn turn) {
        jdbc.sql("insert into publication.turn (open, at, actor, reason) values (?, ?, ?, ?)")
                .params(turn.open(), turn.at().atOffset(ZoneOffset.UTC), turn.by(), turn.reason())
                .update();
    }
}
