package org.renkei.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of sessions. One ends half an hour after its last use and twelve hours after it began, and is good in the
/// browser in which it began.
@Repository
class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);

    private static final Duration TOUCH = Duration.ofMinutes(1);
    private static final int MAX_AGENT = 200;

    private final JdbcClient jdbc;

    Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One place where somebody is signed in.
    record Session(UUID id, UUID person, Instant began, Instant used, Instant proven, String address, String agent) {
        Instant ends() {
            var idle = used.plus(IDLE);
            var longest = began.plus(LONGEST);
            return idle.isBefore(longest) ? idle : longest;
        }
    }

    /// Where a request comes from.
    record Place(String address, String agent) {}

    Session begin(Secret secret, UUID person, Place place, Instant now) {
        var agent = kept(place.agent());
        var session = new Session(UUID.randomUUID(), person, now, now, now, place.address(), agent);
        jdbc.sql("delete from identity.session where began_at < ? or used_at < ?")
                .param(at(now.minus(LONGEST)))
                .param(at(now.minus(IDLE)))
                .update();
        jdbc.sql("insert into identity.session (id, hash, person, began_at, used_at, proven_at, address, agent)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(session.id())
                .param(secret.hash())
                .param(person)
                .param(at(now))
                .param(at(now))
                .param(at(now))
                .param(session.address())
                .param(agent)
                .update();
        return session;
    }

    Optional<Session> find(Secret secret, Instant now) {
        return one("hash = ?", secret.hash(), now);
    }

    Optional<Session> find(UUID id, Instant now) {
        return one("id = ?", id, now);
    }

    private Optional<Session> one(String condition, Object value, Instant now) {
        return jdbc.sql("select * from identity.session where " + condition)
                .param(value)
                .query((row, number) -> read(row))
                .optional()
                .filter(session -> session.ends().isAfter(now));
    }

    /// Notes what the identity provider calls somebody and the session there.
    void tie(UUID id, String subject, @Nullable String providers) {
        jdbc.sql("update identity.session set provider_subject = ?, provider_session = ? where id = ?")
                .param(subject)
                .param(providers)
                .param(id)
                .update();
    }

    /// Ends those that belong to a session at the identity provider, or all of a person there.
    ///
    /// @return whose they were, once for each session
    List<UUID> endTied(@Nullable String subject, @Nullable String providers) {
        return jdbc.sql("""
                        delete from identity.session
                        where (:session::text is not null or :subject::text is not null)
                          and (:session::text is null or provider_session = :session)
                          and (:subject::text is null or provider_subject = :subject)
                        returning person
                        """)
                .param("session", providers)
                .param("subject", subject)
                .query((row, number) -> Objects.requireNonNull(row.getObject("person", UUID.class)))
                .list();
    }

    /// Notes a use, once a minute at most.
    void touch(Session session, Instant now) {
        if (session.used().plus(TOUCH).isBefore(now)) {
            jdbc.sql("update identity.session set used_at = ? where id = ?")
                    .param(at(now))
                    .param(session.id())
                    .update();
        }
    }

    /// Notes that whoever holds it has proven who they are.
    void prove(UUID id, Instant now) {
        jdbc.sql("update identity.session set proven_at = ? where id = ?")
                .param(at(now))
                .param(id)
                .update();
    }

    /// What is kept of the browser's name for itself.
    static String kept(String agent) {
        return agent.substring(0, Math.min(MAX_AGENT, agent.length()));
    }

    List<Session> list(UUID person, Instant now) {
        return jdbc
                .sql("select * from identity.session where person = ? order by used_at desc")
                .param(person)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .filter(session -> session.ends().isAfter(now))
                .toList();
    }

    boolean end(UUID person, UUID session) {
        return jdbc.sql("delete from identity.session where person = ? and id = ?")
                        .param(person)
                        .param(session)
                        .update()
                == 1;
    }

    int endAll(UUID person) {
        return jdbc.sql("delete from identity.session where person = ?")
                .param(person)
                .update();
    }

    void endOthers(UUID person, UUID kept) {
        jdbc.sql("delete from identity.session where person = ? and id <> ?")
                .param(person)
                .param(kept)
                .update();
    }

    private static Session read(ResultSet row) throws SQLException {
        return new Session(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("person", UUID.class)),
                Objects.requireNonNull(row.getObject("began_at", OffsetDateTime.class))
                        .toInstant(),
                Objects.requireNonNull(row.getObject("used_at", OffsetDateTime.class))
                        .toInstant(),
                Objects.requireNonNull(row.getObject("proven_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("address"),
                row.getString("agent"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
