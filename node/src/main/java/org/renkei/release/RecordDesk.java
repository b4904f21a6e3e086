package org.renkei.release;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.problem.Paging;
import org.renkei.records.RecordFilter;
import org.renkei.records.RecordView;
import org.renkei.records.RecordView.ReleaseLine;
import org.renkei.records.Records;
import org.renkei.records.StoredRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Records as this node's own people see them: with one line on who holds what.
@Service
public class RecordDesk {
    private final Records records;
    private final Decisions decisions;

    RecordDesk(Records records, Decisions decisions) {
        this.records = records;
        this.decisions = decisions;
    }

    /// One page, newest first; `total` counts all that match.
    public record Page(
            List<RecordView> records, long total, @Nullable String next) {}

    @Transactional(readOnly = true)
    public Page list(RecordFilter filter, @Nullable String cursor, int limit) {
        var found = records.list(filter, Paging.before(cursor), Paging.limit(limit));
        var next = found.size() < limit ? null : Paging.cursor(found.getLast().seq());
        return new Page(view(found), records.count(filter), next);
    }

    @Transactional(readOnly = true)
    public RecordView get(UUID id) {
        var record = records.find(id).orElseThrow(ReleaseDesk::notHere);
        return view(List.of(record)).getFirst();
    }

    /// Every revision whose content is held here, oldest first.
    @Transactional(readOnly = true)
    public List<RecordView> listRevisions(UUID id) {
        var record = records.find(id).orElseThrow(ReleaseDesk::notHere);
        return records.listRevisions(id).stream()
                .map(revision -> RecordView.of(
                        record, revision.content(), revision.storedAt().toString(), null))
                .toList();
    }

    private List<RecordView> view(List<StoredRecord> found) {
        var own = found.stream().filter(StoredRecord::own).map(StoredRecord::id).toList();
        var outcomes = decisions.outcomes(own);
        return found.stream()
                .map(record -> RecordView.of(
                        record,
                        !record.own()
                                ? null
                                : outcomes.getOrDefault(record.id(), List.of()).stream()
                                        .map(one -> new ReleaseLine(one.party(), one.outcome(), one.confirmed()))
                                        .toList()))
                .toList();
    }
}
