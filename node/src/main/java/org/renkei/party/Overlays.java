package org.renkei.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What this nation has said in place of, and besides, the bodies and phase policies that the node ships
/// with: versions, of which the newest holds.
@Repository
class Overlays {
    private final JdbcClient jdbc;

    Overlays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param yaml as it was written
    record Overlay(int version, String yaml, Instant takenAt, String takenBy) {}

    /// 0 while there is none.
    int newestVersion() {
        return jdbc.sql("select coalesce(max(version), 0) from party.coordination")
                .query(Integer.class)
                .single();
    }

    Optional<Overlay> newest() {
        return jdbc.sql("select * from party.coordination order by version desc limit 1")
                .query(Overlays::read)
                .optional();
    }

    /// The newest first.
    List<Overlay> list() {
        return jdbc.sql("select * from party.coordination order by version desc limit 100")
                .query(Overlays::read)
                .list();
    }

    /// @return false when another has the version already
    boolean insert(Overlay overlay) {
        return jdbc.sql("insert into party.coordination (version, yaml, taken_at, taken_by) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .param(overlay.version())
                        .param(overlay.yaml())
                        .param(overlay.takenAt().atOffset(ZoneOffset.UTC))
                        .param(overlay.takenBy())
                        .update()
                == 1;
    }

    private static Overlay read(ResultSet row, int number) throws SQLException {
        return new Overlay(
                row.getInt("version"),
                row.getString("yaml"),
                Objects.requireNonNull(row.getObject("taken_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("taken_by"));
    }
}
