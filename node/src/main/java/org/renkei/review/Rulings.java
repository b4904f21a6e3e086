package org.renkei.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.review.Ruling;
import org.springframework.stereotype.Repository;

/// The newest ruling on each record for each party.
@Repository
class Rulings {
    private final Bulk bulk;

    Rulings(Bulk bulk) {
        this.bulk = bulk;
    }

    record Key(UUID record, String party) {}

    /// A ruling with who made it and why.
    record Kept(Key key, Ruling ruling, List<String> persons, String reason, boolean emergency, Instant at) {}

    Map<Key, Kept> find(Collection<UUID> records) {
        var found = new HashMap<Key, Kept>();
        if (!records.isEmpty()) {
            bulk.query(
                            "select * from review.ruling where record = any(?)",
                            (row, number) -> read(row),
                            Column.uuids(records))
                    .forEach(kept -> found.put(kept.key(), kept));
        }
        return found;
    }

    void put(Kept kept) {
        var ruling = kept.ruling();
        bulk.update(
                """
                insert into review.ruling (record, party, released, cuts, marking, persons, reason, emergency, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (record, party) do update set released = excluded.released, cuts = excluded.cuts,
                    marking = excluded.marking, persons = excluded.persons, reason = excluded.reason,
                    emergency = excluded.emergency, at = excluded.at
                """,
                kept.key().record(),
                kept.key().party(),
                ruling.released(),
                Column.texts(ruling.cuts().stream().map(JsonPointer::toString).toList()),
                ruling.marking().bytes(),
                Column.texts(kept.persons()),
                kept.reason(),
                kept.emergency(),
                kept.at().atOffset(ZoneOffset.UTC));
    }

    void remove(Key key) {
        bulk.update("delete from review.ruling where record = ? and party = ?", key.record(), key.party());
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                new Key(Objects.requireNonNull(row.getObject("record", UUID.class)), row.getString("party")),
                new Ruling(row.getBoolean("released"), pointers(texts(row, "cuts")), Hash.of(row.getBytes("marking"))),
                texts(row, "persons"),
                row.getString("reason"),
                row.getBoolean("emergency"),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                        .toInstant());
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static List<JsonPointer> pointers(List<String> texts) {
        return texts.stream().map(JsonPointer::parse).toList();
    }
}
