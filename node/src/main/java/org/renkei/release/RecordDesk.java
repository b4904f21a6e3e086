package org.renkei.release;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.problem.Paging;
import org.renkei.records.RecordFilter;
import org.renkei.records.RecordView;
import org.renkei.records.RecordView.ReleaseLine;
import org.renkei.sight.Seen;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Records as a caller sees them: with one line on who holds what, for whoever sees all of an own record.
@Service
public class RecordDesk {
    private final Sights sights;
    private final Decisions decisions;
    private final Readings readings;
    private final Showings showings;

    RecordDesk(Sights sights, Decisions decisions, Readings readings, Showings showings) {
        this.sights = sights;
        this.decisions = decisions;
        this.readings = readings;
        this.showings = showings;
    }

    /// One page, newest first; `total` counts all that match.
    public record Page(
            List<RecordView> records, long total, @Nullable String next) {}

    /// What stands on the page is written down.
    @Transactional
    public Page list(RecordFilter filter, @Nullable String cursor, int limit, Caller caller) {
        var sight = sights.of(caller);
        var found =
                sight.list(filter, Paging.after(cursor), Paging.limit(limit)).orElseThrow(Paging::notOurs);
        showings.note(
                caller,
                "records",
                found.stream().map(seen -> seen.record().id()).toList());
        var next = found.size() < limit
                ? null
                : Paging.cursor(found.getLast().record().id());
        return new Page(view(found), sight.count(filter), next);
    }

    /// Opening one record is written down.
    @Transactional
    public RecordView get(UUID id, Caller caller) {
        var seen = sights.of(caller).find(id).orElseThrow(ReleaseDesk::notHere);
        readings.note(caller, id, seen.record().revision());
        return view(List.of(seen)).getFirst();
    }

    /// Every revision whose content the caller sees, oldest first.
    @Transactional
    public List<RecordView> listRevisions(UUID id, Caller caller) {
        var all = sights.of(caller).listRevisions(id).orElseThrow(ReleaseDesk::notHere);
        showings.note(caller, "revisions", List.of(id));
        return all.stream().map(seen -> RecordView.of(seen.record(), null)).toList();
    }

    private List<RecordView> view(List<Seen> found) {
        var own = found.stream()
                .filter(RecordDesk::showsReleases)
                .map(seen -> seen.record().id())
                .toList();
        var outcomes = decisions.outcomes(own);
        return found.stream()
                .map(seen -> RecordView.of(
                        seen.record(),
                        !showsReleases(seen)
                                ? null
                                : outcomes.getOrDefault(seen.record().id(), List.of()).stream()
                                        .map(one -> new ReleaseLine(one.party(), one.outcome(), one.confirmed()))
                                        .toList()))
                .toList();
    }

    private static boolean showsReleases(Seen seen) {
        return seen.whole() && seen.record().own();
    }
}
