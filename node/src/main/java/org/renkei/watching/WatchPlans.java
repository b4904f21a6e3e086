package org.renkei.watching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Every version of the plan: with the newest it is watched, by the others one can tell why something was found.
@Repository
class WatchPlans {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    WatchPlans(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Version(int number, WatchPlan plan, Instant since, String by) {}

    Optional<Version> newest() {
        return jdbc.sql("select * from watching.plan order by version desc limit 1")
                .query(this::read)
                .optional();
    }

    void add(Version version) {
        jdbc.sql("insert into watching.plan (version, since, actor, plan) values (?, ?, ?, cast(? as jsonb))")
                .param(version.number())
                .param(version.since().atOffset(ZoneOffset.UTC))
                .param(version.by())
                .param(WatchPlanJson.write(version.plan(), json).toString())
                .update();
    }

    private Version read(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt("version"),
                WatchPlanJson.read(json.readTree(row.getString("plan"))),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("actor"));
    }
}
