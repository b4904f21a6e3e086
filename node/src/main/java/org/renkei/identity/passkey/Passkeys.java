package org.renkei.identity.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of passkeys.
@Repository
public class Passkeys {
    private final JdbcClient jdbc;

    Passkeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when it is registered already.
    public boolean add(Passkey passkey) {
        return jdbc.sql("""
                insert into identity.passkey (id, person, credential_id, rp_id, public_key, sign_count, transports,
                    aaguid, backup_eligible, backed_up, name, created_at)
                values (:id, :person, :credentialId, :domain, :publicKey, :signCount, :transports,
                    :authenticator, :copyable, :copied, :name, :created)
                on conflict (credential_id) do nothing
                """)
                        .param("id", passkey.id())
                        .param("person", passkey.person())
                        .param("credentialId", passkey.credentialId())
                        .param("domain", passkey.domain())
                        .param("publicKey", passkey.publicKey())
                        .param("signCount", passkey.signCount())
                        .param("transports", passkey.transports().toArray(String[]::new))
                        .param("authenticator", passkey.authenticator())
                        .param("copyable", passkey.copyable())
                        .param("copied", passkey.copied())
                        .param("name", passkey.name())
                        .param("created", passkey.created().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<Passkey> find(byte[] credentialId) {
        return jdbc.sql("select * from identity.passkey where credential_id = ?")
                .param(credentialId)
                .query(Passkeys::read)
                .optional();
    }

    public List<Passkey> list(UUID person) {
        return jdbc.sql("select * from identity.passkey where person = ? order by created_at")
                .param(person)
                .query(Passkeys::read)
                .list();
    }

    /// Notes a use. False when somebody used the same counter, or a later one, meanwhile.
    public boolean use(Passkey passkey, long signCount, boolean copied, Instant now) {
        return jdbc.sql("""
                update identity.passkey set sign_count = :count, backed_up = :copied, used_at = :now
                where id = :id and (sign_count < :count or sign_count = 0 and :count = 0)
                """)
                        .param("count", signCount)
                        .param("copied", copied)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", passkey.id())
                        .update()
                == 1;
    }

    public boolean rename(UUID person, UUID id, String name) {
        return jdbc.sql("update identity.passkey set name = ? where person = ? and id = ?")
                        .param(name)
                        .param(person)
                        .param(id)
                        .update()
                == 1;
    }

    public void remove(UUID id) {
        jdbc.sql("delete from identity.passkey where id = ?").param(id).update();
    }

    public void removeAll(UUID person) {
        jdbc.sql("delete from identity.passkey where person = ?").param(person).update();
    }

    private static Passkey read(ResultSet row, int number) throws SQLException {
        var used = row.getObject("used_at", OffsetDateTime.class);
        return new Passkey(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("person", UUID.class)),
                row.getBytes("credential_id"),
                row.getString("rp_id"),
                row.getBytes("public_key"),
                row.getLong("sign_count"),
                Arrays.asList((String[]) row.getArray("transports").getArray()),
                Objects.requireNonNull(row.getObject("aaguid", UUID.class)),
                row.getBoolean("backup_eligible"),
                row.getBoolean("backed_up"),
                row.getString("name"),
                Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class))
                        .toInstant(),
                used == null ? null : used.toInstant());
    }
}
