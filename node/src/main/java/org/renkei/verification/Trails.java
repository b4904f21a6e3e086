package org.renkei.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where one record went and came from, as far as this node knows: its entries in the ledgers for partners and in the
/// copies of theirs. Nothing of its content.
@Service
public class Trails {
    private final JdbcClient jdbc;

    Trails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One entry about the record in the ledger for a party.
    ///
    /// @param sent whether it was given out
    /// @param confirmedBy when the party had confirmed it at the latest; null while it has not
    public record Given(
            String party,
            long position,
            String type,
            Instant at,
            boolean sent,
            @Nullable Instant confirmedBy) {}

    /// One entry about the record in the copy of a partner's ledger.
    public record Taken(String node, long position, String type, Instant at) {}

    public record Trail(List<Given> given, List<Taken> taken) {}

    @Transactional(readOnly = true)
    public Trail follow(UUID record) {
        var given = jdbc.sql("""
                select e.party, e.position, e.type, e.at, e.position <= l.signed sent,
                    case when e.position <= l.acknowledged then l.acknowledged_at end confirmed
                from ledger.entry e join ledger.ledger l on l.party = e.party
                where e.record = ? order by e.at, e.party, e.position
                """).param(record).query(Trails::given).list();
        var taken = jdbc.sql("""
                select node, position, type, at from federation.received where record = :record
                union all
                select node, position, type, at from federation.advanced where record = :record
                order by at, node, position
                """).param("record", record).query(Trails::taken).list();
        return new Trail(given, taken);
    }

    private static Given given(ResultSet row, int number) throws SQLException {
        return new Given(
                row.getString("party"),
                row.getLong("position"),
                row.getString("type"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant(),
                row.getBoolean("sent"),
                instant(row.getObject("confirmed", OffsetDateTime.class)));
    }

    private static Taken taken(ResultSet row, int number) throws SQLException {
        return new Taken(
                row.getString("node"),
                row.getLong("position"),
                row.getString("type"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
