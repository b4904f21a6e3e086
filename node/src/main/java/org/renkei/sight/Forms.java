package org.renkei.sight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.OutwardForm;
import org.renkei.kernel.release.ViewHistory;
import org.renkei.records.RecordChanged;
import org.renkei.records.SiftedRecords.Revision;
import org.renkei.records.SiftedRecords.Sifted;
import org.renkei.records.StoredRecord;

/// Makes the forms of records that one viewer sees.
///
/// @param referable the records that a form may name
record Forms(Eyes eyes, Set<UUID> referable, Instant now) {

    /// @param revisions all that are stored of the record; not looked at for one that is seen as it is stored
    Optional<Seen> see(Sifted sifted, List<Revision> revisions) {
        var record = sifted.record();
        var content = record.content();
        if (content == null) {
            return Optional.of(new Seen(fact(record, record.revision()), false));
        }
        if (!eyes.liaison && sifted.whole()) {
            return form(content).map(form -> new Seen(as(record, form, record.storedAt()), true));
        }
        var history = history(revisions);
        return history.current()
                .map(form -> eyes.liaison && !stands(record)
                        ? new Seen(fact(record, history.count()), false)
                        : cut(record, form, revisions));
    }

    /// Every form that is seen, oldest first.
    List<Seen> history(Sifted sifted, List<Revision> revisions) {
        var record = sifted.record();
        if (eyes.liaison && !stands(record)) {
            return List.of();
        }
        if (!eyes.liaison && sifted.whole()) {
            return revisions.stream().flatMap(one -> each(record, one)).toList();
        }
        return history(revisions).forms().stream()
                .map(form -> cut(record, form, revisions))
                .toList();
    }

    ViewHistory history(List<Revision> revisions) {
        return ViewHistory.of(revisions.stream().map(Revision::content).toList(), eyes::decide, referable::contains);
    }

    /// The same change as it is for the viewer. What is not seen any more is gone, and so is what was
    /// recalled.
    static RecordChanged numbered(RecordChanged change, ViewHistory history) {
        var current = history.current();
        var gone = current.isEmpty() || change.change() == RecordChanged.Change.RECALLED;
        return new RecordChanged(
                change.id(),
                Math.max(1, history.count()),
                change.origin(),
                current.map(form -> form.content().kind()).orElse(change.kind()),
                gone ? RecordChanged.Change.RECALLED : change.change(),
                List.of());
    }

    private Stream<Seen> each(StoredRecord record, Revision one) {
        var whole = eyes.decide(one.content()) instanceof Decision.Released;
        return form(one.content()).stream().map(form -> new Seen(as(record, form, one.storedAt()), whole));
    }

    private Optional<SharedRecord> form(SharedRecord content) {
        return OutwardForm.of(content, eyes.decide(content), content.revision(), referable::contains);
    }

    /// What came from elsewhere has its own end; who recalled what and why is for those who see the whole.
    private Seen cut(StoredRecord record, ViewHistory.Form form, List<Revision> revisions) {
        var at = record.recalled()
                ? record.storedAt()
                : revisions.get(form.place()).storedAt();
        return new Seen(
                new StoredRecord(
                        record.id(),
                        record.seq(),
                        record.origin(),
                        record.party(),
                        record.own() && !eyes.liaison,
                        form.content().kind(),
                        form.content().revision(),
                        record.recalled(),
                        null,
                        at,
                        null,
                        form.content()),
                false);
    }

    private StoredRecord fact(StoredRecord record, int number) {
        return new StoredRecord(
                record.id(),
                record.seq(),
                record.origin(),
                record.party(),
                record.own() && !eyes.liaison,
                record.kind(),
                number,
                true,
                eyes.liaison ? null : record.recalledReason(),
                record.storedAt(),
                null,
                null);
    }

    static StoredRecord as(StoredRecord record, SharedRecord content, Instant storedAt) {
        return new StoredRecord(
                record.id(),
                record.seq(),
                record.origin(),
                record.party(),
                record.own(),
                content.kind(),
                content.revision(),
                record.recalled(),
                record.recalledReason(),
                storedAt,
                record.source(),
                content);
    }

    private boolean stands(StoredRecord record) {
        var content = record.content();
        var until = content == null ? null : content.until();
        return !record.recalled() && (until == null || until.isAfter(now));
    }
}
