package org.renkei.sight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.records.RecordFilter;
import org.renkei.records.StoredRecord;

/// What one caller sees of what was held here at a time: of each record the newest form that had come
/// by then. What came later is not there, and neither is what was recalled since.
public record Then(Sight sight, Instant at) {

    /// All that match now, newest first.
    public List<Seen> list(RecordFilter filter) {
        return sight.listAll(filter).stream()
                .filter(seen -> !seen.record().recalled())
                .flatMap(seen -> form(seen).stream())
                .toList();
    }

    /// The contents of the same.
    public List<SharedRecord> contents(RecordFilter filter) {
        return list(filter).stream()
                .flatMap(seen -> Stream.ofNullable(seen.record().content()))
                .toList();
    }

    private Optional<Seen> form(Seen seen) {
        if (isBy(seen.record())) {
            return Optional.of(seen);
        }
        return seen.record().revision() == 1
                ? Optional.empty()
                : sight.listRevisions(seen.record().id()).orElse(List.of()).stream()
                        .filter(revision -> isBy(revision.record()))
                        .reduce((earlier, later) -> later);
    }

    private boolean isBy(StoredRecord record) {
        return !record.storedAt().isAfter(at);
    }
}
