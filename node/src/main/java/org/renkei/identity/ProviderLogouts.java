package org.renkei.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of the provider's words that somebody has signed out there: each is taken once.
@Repository
class ProviderLogouts {
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;

    ProviderLogouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param id of the word; only its hash is kept, and that for longer than the word holds
    /// @return false when it was taken before
    boolean take(String id, Instant now) {
        jdbc.sql("delete from identity.provider_logout where taken_at < ?")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("insert into identity.provider_logout (id, taken_at) values (?, ?) on conflict do nothing")
                        .param(new Secret(id).hash())
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
