package org.renkei.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Which messages came, and what they speak of.
@Repository
class NoticeBook {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    NoticeBook(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// Those of the messages that were taken before.
    Set<String> known(String feed, Collection<String> messages) {
        return new HashSet<>(jdbc.sql("select id from notices.message where feed = ? and id = any(?)")
                .params(feed, messages.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /// @return whether it is new
    boolean note(String feed, String message) {
        return jdbc.sql("insert into notices.message (feed, id, taken_at) values (?, ?, ?) on conflict do nothing")
                        .params(feed, message, clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// What these names mean, the oldest first.
    List<Subject> subjects(String feed, Collection<String> names) {
        return jdbc.sql("""
                        select distinct s.id, s.record, s.source_id, s.exercise, s.sent, s.draft::text as draft
                        from notices.name n join notices.subject s on s.id = n.subject
                        where n.feed = ? and n.name = any(?) order by s.id""")
                .params(feed, names.toArray(String[]::new))
                .query(this::read)
                .list();
    }

    private Subject read(ResultSet row, int number) throws SQLException {
        var draft = row.getString("draft");
        return new Subject(
                row.getLong("id"),
                row.getObject("record", UUID.class),
                row.getString("source_id"),
                row.getBoolean("exercise"),
                row.getObject("sent", OffsetDateTime.class).toInstant(),
                draft == null ? null : (ObjectNode) json.readTree(draft));
    }

    long begin(String feed, String sourceId, boolean exercise, Instant sent) {
        return jdbc.sql("""
                        insert into notices.subject (feed, source_id, exercise, sent) values (?, ?, ?, ?)
                        returning id""")
                .params(feed, sourceId, exercise, sent.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void written(long subject, UUID record, Instant sent, ObjectNode draft) {
        jdbc.sql("update notices.subject set record = ?, sent = ?, draft = cast(? as jsonb) where id = ?")
                .params(record, sent.atOffset(ZoneOffset.UTC), draft.toString(), subject)
                .update();
    }

    /// A message without news, at this time.
    void heard(long subject, Instant sent) {
        jdbc.sql("update notices.subject set sent = ? where id = ?")
                .params(sent.atOffset(ZoneOffset.UTC), subject)
                .update();
    }

    /// What has a meaning already keeps it.
    void named(String feed, Collection<String> names, long subject) {
        jdbc.sql("""
                        insert into notices.name (feed, name, subject) select ?, unnest(?::text[]), ?
                        on conflict do nothing""").params(feed, names.toArray(String[]::new), subject).update();
    }

    /// Whatever meant the one means the other now.
    void merge(long from, long into) {
        jdbc.sql("update notices.name set subject = ? where subject = ?")
                .params(into, from)
                .update();
        jdbc.sql("delete from notices.subject where id = ?").param(from).update();
    }
}
