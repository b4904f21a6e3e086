package org.renkei.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.renkei.cases.CaseView.DutyView;
import org.renkei.cases.Cases.Folded;

/// What waits: for this nation, most pressing first, what others owe, and what is new to the caller.
///
/// @param seats bodies at which the caller has the watch
public record InboxView(List<String> seats, List<DutyView> duties, List<FreshView> fresh) {

    /// A statement that the caller has not seen.
    public record FreshView(
            UUID caseId, Map<String, String> name, UUID record, String party, String act, Instant time, String text) {}

    static InboxView of(List<Folded> cases, String party, List<String> seats, Set<UUID> seen, Instant now) {
        var duties = new ArrayList<DutyView>();
        var fresh = new ArrayList<FreshView>();
        for (var folded : cases) {
            var whole = folded.whole();
            CaseView.duties(whole, party).forEach(one -> duties.add(CaseView.duty(one, whole, party, now)));
            CaseView.fresh(whole, party, seen)
                    .forEach(one -> fresh.add(new FreshView(
                            whole.id(),
                            CaseView.name(whole),
                            one.record(),
                            one.party(),
                            one.act().code(),
                            one.time().instant(),
                            one.text("text").orElse(""))));
        }
        duties.sort(Comparator.comparing((DutyView one) -> one.state().equals("awaiting"))
                .thenComparing(one -> one.due() == null ? Instant.MAX : one.due()));
        fresh.sort(Comparator.comparing(FreshView::time).reversed());
        return new InboxView(seats, duties, fresh);
    }
}
