package org.renkei.acsa;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.renkei.acsa.FoldBook.Outline;
import org.renkei.acsa.Kept.Posting;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.records.StoredRecord;
import org.springframework.stereotype.Repository;

/// What was taken back of orders after both nations had closed over it. The content is gone; what it came to in the
/// books stays, and the order names it. Every method takes part in the caller's transaction.
@Repository
class TakenBack {
    private final Bulk bulk;
    private final FoldBook book;
    private final PostingBook postings;

    TakenBack(Bulk bulk, FoldBook book, PostingBook postings) {
        this.bulk = bulk;
        this.book = book;
        this.postings = postings;
    }

    /// A statement that is gone.
    ///
    /// @param party who said it, and took it back
    record Gone(UUID record, String party, Instant at) {}

    /// An order of which something is gone, as it was kept before that.
    record Sealed(Outline outline, List<Posting> postings, List<Gone> gone) {}

    /// Notes which of these records, of which no content is left, both nations had closed over.
    ///
    /// @return those that nobody had noted before
    List<StoredRecord> note(Collection<StoredRecord> gone) {
        var noted = new ArrayList<StoredRecord>();
        for (var record : gone) {
            var count = bulk.update("""
                    insert into acsa.taken_back (record, "order", party, taken_at)
                    select record, "order", ?, ? from acsa.said where record = ? and bound on conflict do nothing
                    """, record.party(), record.storedAt().atOffset(ZoneOffset.UTC), record.id());
            if (count > 0) {
                noted.add(record);
            }
        }
        return noted;
    }

    /// These are here, for the first time or again.
    void forget(Collection<UUID> records) {
        if (!records.isEmpty()) {
            bulk.update("delete from acsa.taken_back where record = any(?)", Column.uuids(records));
        }
    }

    /// What is left of such an order was closed over as well.
    void bindWhatIsLeft() {
        bulk.update("update acsa.said set bound = true where \"order\" in (select \"order\" from acsa.taken_back)");
    }

    /// Which of these orders something bound was taken back of.
    Set<UUID> among(Collection<UUID> orders) {
        return orders.isEmpty()
                ? Set.of()
                : new HashSet<>(bulk.query(
                        "select distinct \"order\" from acsa.taken_back where \"order\" = any(?)",
                        (row, number) -> FoldBook.uuid(row, "order"),
                        Column.uuids(orders)));
    }

    private List<Gone> of(UUID order) {
        return bulk.query(
                "select * from acsa.taken_back where \"order\" = ? order by taken_at, record",
                (row, number) -> new Gone(
                        FoldBook.uuid(row, "record"),
                        row.getString("party"),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant()),
                order);
    }

    /// Empty for an order of which nothing bound was taken back.
    Optional<Sealed> find(UUID order) {
        var gone = of(order);
        return gone.isEmpty()
                ? Optional.empty()
                : book.find(order).map(outline -> new Sealed(outline, postings.of(order), gone));
    }

    /// Whether both nations have closed over what this record says.
    boolean isBound(UUID record) {
        return !bulk.query(
                        "select record from acsa.said where record = ? and bound",
                        (row, number) -> FoldBook.uuid(row, "record"),
                        record)
                .isEmpty();
    }
}
