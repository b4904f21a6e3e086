package org.renkei.identity.passkey;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The rows of questions that wait for an answer: random, for one purpose and one holder, five minutes, once. Of one
/// address so many may wait that nobody fills the table.
@Repository
public class Challenges {
    public static final Duration HOLDS = Duration.ofMinutes(5);

    private static final int BYTES = 32;
    private static final int MAX_PER_ADDRESS = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    Challenges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a question is for.
    public enum Purpose {
        SIGN_IN,
        PROVE,
        ADD,
        INVITATION,
        PROVIDER
    }

    /// @param person whom it is about, where that is known before
    public record Challenge(byte[] bytes, @Nullable UUID person) {}

    /// A new one in place of the one before; `bound` is the hash of what its holder alone knows.
    @Transactional
    public byte[] ask(byte[] bound, Purpose purpose, @Nullable UUID person, String address, Instant now) {
        jdbc.sql("""
                delete from identity.challenge where expires_at < :now or (bound, purpose) in (
                    select bound, purpose from identity.challenge where address = :address
                    order by expires_at desc offset :most)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("address", address)
                .param("most", MAX_PER_ADDRESS - 1)
                .update();
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        jdbc.sql("""
                insert into identity.challenge (bound, purpose, challenge, person, address, expires_at)
                values (:bound, :purpose, :challenge, cast(:person as uuid), :address, :expires)
                on conflict (bound, purpose) do update set challenge = :challenge, person = cast(:person as uuid),
                    address = :address, expires_at = :expires
                """)
                .param("bound", bound)
                .param("purpose", purpose.name())
                .param("challenge", bytes)
                .param("person", person)
                .param("address", address)
                .param("expires", now.plus(HOLDS).atOffset(ZoneOffset.UTC))
                .update();
        return bytes;
    }

    /// Takes it away, so that it is answered once.
    public Optional<Challenge> take(byte[] bound, Purpose purpose, Instant now) {
        return jdbc.sql("""
                with taken as (
                    delete from identity.challenge where bound = :bound and purpose = :purpose
                    returning challenge, person, expires_at)
                select challenge, person from taken where expires_at > :now
                """)
                .param("bound", bound)
                .param("purpose", purpose.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Challenge(row.getBytes(1), row.getObject(2, UUID.class)))
                .optional();
    }
}
