package org.renkei.federation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which links somebody has paused.
@Repository
class PausedLinks {
    private final JdbcClient jdbc;

    PausedLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> list() {
        return jdbc.sql("select party from federation.paused")
                .<String>query((row, number) -> Objects.requireNonNull(row.getString("party")))
                .list();
    }

    void add(String party, String actor, Instant at) {
        jdbc.sql("insert into federation.paused (party, actor, at) values (?, ?, ?) on conflict do nothing")
                .param(party)
                .param(actor)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(String party) {
        jdbc.sql("delete from federation.paused where party = ?").param(party).update();
    }
}
