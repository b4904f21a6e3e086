package org.renkei.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.springframework.stereotype.Service;

/// When what stands in the ledgers of partners was confirmed by them. Of what was confirmed before this was
/// kept only the last time is known, so nobody is said to have known something earlier than they did.
@Service
public class LedgerHistory {
    private final Bulk bulk;

    LedgerHistory(Bulk bulk) {
        this.bulk = bulk;
    }

    /// One entry of a ledger.
    ///
    /// @param recall whether it takes the record back; else it gives a form of it
    /// @param written when it came into the ledger
    /// @param confirmed when the partner first said that it holds so much; null while it has not
    public record Entry(
            UUID record,
            boolean recall,
            long position,
            Instant written,
            @Nullable Instant confirmed) {}

    /// All entries of these records in the ledger of one partner, in the order of their positions.
    public Map<UUID, List<Entry>> of(String party, Collection<UUID> records) {
        var entries = new HashMap<UUID, List<Entry>>();
        if (records.isEmpty()) {
            return entries;
        }
        bulk.query(
                """
                select e.record, e.type, e.position, e.at, (
                    select a.at from ledger.acknowledgement a where a.party = e.party and a.size >= e.position
                    order by a.size limit 1) confirmed
                from ledger.entry e where e.record = any(?) and e.party = ? order by e.position
                """,
                (row, number) -> {
                    var confirmed = row.getObject("confirmed", OffsetDateTime.class);
                    var entry = new Entry(
                            Objects.requireNonNull(row.getObject("record", UUID.class)),
                            row.getString("type").equals("recall"),
                            row.getLong("position"),
                            Objects.requireNonNull(row.getObject("at", OffsetDateTime.class))
                                    .toInstant(),
                            confirmed == null ? null : confirmed.toInstant());
                    return entries.computeIfAbsent(entry.record(), key -> new ArrayList<>())
                            .add(entry);
                },
                Column.uuids(records),
                party);
        return entries;
    }

    /// The partner confirms so much, for the first time or once more.
    void note(String party, long size, Instant at) {
        if (size > 0) {
            bulk.update(
                    "insert into ledger.acknowledgement (party, size, at) values (?, ?, ?) on conflict do nothing",
                    party,
                    size,
                    at.atOffset(ZoneOffset.UTC));
        }
    }

    /// What was confirmed beyond does not count any more.
    void forgetBeyond(String party, long size) {
        bulk.update("delete from ledger.acknowledgement where party = ? and size > ?", party, size);
    }
}
