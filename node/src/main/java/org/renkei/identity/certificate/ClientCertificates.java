package org.renkei.identity.certificate;

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
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of client certificates, revoked ones among them.
@Repository
public class ClientCertificates {
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    ClientCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when it is here already.
    public boolean add(ClientCertificate certificate) {
        return jdbc.sql("""
                insert into identity.client_certificate (id, person, name, sha256, subject, scopes, not_after,
                    created_at, created_by, expires_at)
                values (:id, :person, :name, :sha256, :subject, :scopes, :notAfter, :created, :createdBy, :expires)
                on conflict (sha256) do nothing
                """)
                        .param("id", certificate.id())
                        .param("person", certificate.person())
                        .param("name", certificate.name())
                        .param("sha256", certificate.sha256().bytes())
                        .param("subject", certificate.subject())
                        .param("scopes", certificate.scopes().stream().sorted().toArray(String[]::new))
                        .param("notAfter", at(certificate.notAfter()))
                        .param("created", at(certificate.created()))
                        .param("createdBy", certificate.createdBy())
                        .param("expires", at(certificate.expires()))
                        .update()
                == 1;
    }

    public Optional<ClientCertificate> find(Hash sha256) {
        return jdbc.sql("select * from identity.client_certificate where sha256 = ?")
                .param(sha256.bytes())
                .query(ClientCertificates::read)
                .optional();
    }

    public Optional<ClientCertificate> find(UUID id) {
        return jdbc.sql("select * from identity.client_certificate where id = ?")
                .param(id)
                .query(ClientCertificates::read)
                .optional();
    }

    /// Those of everybody, the newest first.
    public List<ClientCertificate> list() {
        return jdbc.sql("select * from identity.client_certificate order by created_at desc, id")
                .query(ClientCertificates::read)
                .list();
    }

    public List<ClientCertificate> list(UUID person) {
        return list().stream().filter(one -> one.person().equals(person)).toList();
    }

    /// Notes a use, once a minute at most.
    public void touch(ClientCertificate certificate, Instant now) {
        var used = certificate.used();
        if (used == null || used.plus(TOUCH).isBefore(now)) {
            jdbc.sql("update identity.client_certificate set used_at = ? where id = ?")
                    .param(at(now))
                    .param(certificate.id())
                    .update();
        }
    }

    /// False when it was revoked before.
    public boolean revoke(UUID id, Instant now) {
        return jdbc.sql("update identity.client_certificate set revoked_at = ? where id = ? and revoked_at is null")
                        .param(at(now))
                        .param(id)
                        .update()
                == 1;
    }

    public void revokeAll(UUID person, Instant now) {
        jdbc.sql("update identity.client_certificate set revoked_at = ? where person = ? and revoked_at is null")
                .param(at(now))
                .param(person)
                .update();
    }

    private static ClientCertificate read(ResultSet row, int number) throws SQLException {
        return new ClientCertificate(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("person", UUID.class)),
                row.getString("name"),
                Hash.of(row.getBytes("sha256")),
                row.getString("subject"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                needed(row, "not_after"),
                needed(row, "created_at"),
                row.getString("created_by"),
                needed(row, "expires_at"),
                time(row, "used_at"),
                time(row, "revoked_at"));
    }

    private static Instant needed(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(time(row, column));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
