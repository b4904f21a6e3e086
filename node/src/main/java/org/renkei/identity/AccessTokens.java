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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of personal access tokens.
@Repository
class AccessTokens {
    static final String PREFIX = "renkei_";

    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    AccessTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record AccessToken(
            UUID id,
            UUID person,
            String name,
            Set<Scope> scopes,
            Instant created,
            Instant expires,
            @Nullable Instant used) {}

    void add(AccessToken token, Secret secret) {
        jdbc.sql("insert into identity.access_token (id, hash, person, name, scopes, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(token.id())
                .param(secret.hash())
                .param(token.person())
                .param(token.name())
                .param(token.scopes().stream().map(Scope::text).sorted().toArray(String[]::new))
                .param(at(token.created()))
                .param(at(token.expires()))
                .update();
    }

    Optional<AccessToken> find(Secret secret, Instant now) {
        return jdbc.sql("select * from identity.access_token where hash = ? and expires_at > ?")
                .param(secret.hash())
                .param(at(now))
                .query(AccessTokens::read)
                .optional();
    }

    boolean holds(UUID id, Instant now) {
        return jdbc.sql("select exists (select from identity.access_token where id = ? and expires_at > ?)")
                .param(id)
                .param(at(now))
                .query(Boolean.class)
                .single();
    }

    /// Notes a use, once a minute at most.
    void touch(AccessToken token, Instant now) {
        var used = token.used();
        if (used == null || used.plus(TOUCH).isBefore(now)) {
            jdbc.sql("update identity.access_token set used_at = ? where id = ?")
                    .param(at(now))
                    .param(token.id())
                    .update();
        }
    }

    List<AccessToken> list(UUID person) {
        return jdbc.sql("select * from identity.access_token where person = ? order by created_at desc")
                .param(person)
                .query(AccessTokens::read)
                .list();
    }

    boolean revoke(UUID person, UUID id) {
        return jdbc.sql("delete from identity.access_token where person = ? and id = ?")
                        .param(person)
                        .param(id)
                        .update()
                == 1;
    }

    void revokeAll(UUID person) {
        jdbc.sql("delete from identity.access_token where person = ?")
                .param(person)
                .update();
    }

    private static AccessToken read(ResultSet row, int number) throws SQLException {
        var used = row.getObject("used_at", OffsetDateTime.class);
        return new AccessToken(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("person", UUID.class)),
                row.getString("name"),
                People.texts(row.getArray("scopes")).stream().map(Scope::parse).collect(Collectors.toSet()),
                Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class))
                        .toInstant(),
                Objects.requireNonNull(row.getObject("expires_at", OffsetDateTime.class))
                        .toInstant(),
                used == null ? null : used.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
