package org.renkei.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of passwords and authenticators, and of the invitations to set them.
@Repository
class Credentials {
    private final JdbcClient jdbc;

    Credentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param nextSecret an authenticator that waits for its first code
    record Credential(UUID person, String password, byte[] secret, byte @Nullable [] nextSecret) {}

    /// @param person null for the first administrator's
    record Invitation(@Nullable UUID person, byte[] secret, Instant expires) {}

    Optional<Credential> find(UUID person) {
        return jdbc.sql("select person, password, secret, next_secret from identity.credential where person = ?")
                .param(person)
                .query((row, number) -> new Credential(
                        Objects.requireNonNull(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getBytes(3),
                        row.getBytes(4)))
                .optional();
    }

    void set(UUID person, String password, byte[] secret, long step, Instant now) {
        jdbc.sql("""
                insert into identity.credential (person, password, secret, last_step, set_at)
                values (:person, :password, :secret, :step, :now)
                on conflict (person) do update set password = :password, secret = :secret, last_step = :step,
                    next_secret = null, set_at = :now
                """)
                .param("person", person)
                .param("password", password)
                .param("secret", secret)
                .param("step", step)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID person) {
        jdbc.sql("delete from identity.credential where person = ?")
                .param(person)
                .update();
    }

    void setPassword(UUID person, String password) {
        jdbc.sql("update identity.credential set password = ? where person = ?")
                .param(password)
                .param(person)
                .update();
    }

    /// Uses a code up. False when it, or a later one, was used already.
    boolean use(UUID person, long step) {
        return jdbc.sql("update identity.credential set last_step = :step where person = :person and last_step < :step")
                        .param("step", step)
                        .param("person", person)
                        .update()
                == 1;
    }

    void offerSecret(UUID person, byte[] secret) {
        jdbc.sql("update identity.credential set next_secret = ? where person = ?")
                .param(secret)
                .param(person)
                .update();
    }

    void takeOfferedSecret(UUID person, long step) {
        jdbc.sql("update identity.credential set secret = next_secret, next_secret = null, last_step = ?"
                        + " where person = ? and next_secret is not null")
                .param(step)
                .param(person)
                .update();
    }

    /// Those before for the same person hold no longer.
    void invite(byte[] hash, @Nullable UUID person, byte[] secret, Instant expires) {
        withdraw(person);
        jdbc.sql("insert into identity.invitation (hash, person, secret, expires_at)"
                        + " values (:hash, cast(:person as uuid), :secret, :expires)")
                .param("hash", hash)
                .param("person", person)
                .param("secret", secret)
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdraw(@Nullable UUID person) {
        jdbc.sql("delete from identity.invitation where person is not distinct from cast(:person as uuid)")
                .param("person", person)
                .update();
    }

    Optional<Invitation> findInvitation(byte[] hash, Instant now) {
        return jdbc.sql("select person, secret, expires_at from identity.invitation where hash = ? and expires_at > ?")
                .param(hash)
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Invitation(
                        row.getObject(1, UUID.class),
                        row.getBytes(2),
                        Objects.requireNonNull(row.getTimestamp(3)).toInstant()))
                .optional();
    }

    /// False when somebody else was faster.
    boolean consume(byte[] hash) {
        return jdbc.sql("delete from identity.invitation where hash = ?")
                        .param(hash)
                        .update()
                == 1;
    }
}
