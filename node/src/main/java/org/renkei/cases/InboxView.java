package org.renkei.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.renkei.cases.CaseView.DutyView;
import org.renkei.cases.Cases.Folded;
import org.renkei.folds.Unseen;
import org.renkei.kernel.cases.Statement;
import org.renkei.kernel.record.Attachment;
import org.renkei.kernel.sorting.Foremost;
import org.renkei.party.CoordinationRegister;

/// What waits: for this nation, most pressing first, what others owe, and what is new to the caller.
///
/// @param seats bodies at which the caller has the watch
/// @param bodies those, and the others at which the caller works
/// @param fresh the newest of them
/// @param more how many more are new
/// @param mentions the newest statements that are for a body of this nation besides and that it has not
/// answered
public record InboxView(
        List<String> seats,
        List<String> bodies,
        List<DutyView> duties,
        List<FreshView> fresh,
        int more,
        List<MentionView> mentions) {
    private static final int MOST_FRESH = 200;
    private static final int MOST_MENTIONS = 100;

    /// A statement that the caller has not seen.
    public record FreshView(
            UUID caseId, Map<String, String> name, UUID record, String party, String act, Instant time, String text) {}

    /// @param bodies of this nation that it mentions, by their codes
    public record MentionView(FreshView said, List<String> bodies) {}

    /// A statement and its case.
    private record New(Folded folded, Statement said) {
        private static final Comparator<New> NEWEST_FIRST =
                Comparator.comparing(New::said, Statement.BY_TIME).reversed();

        FreshView view() {
            return new FreshView(
                    folded.whole().id(),
                    CaseView.name(folded.whole()),
                    said.record(),
                    said.party(),
                    said.act().code(),
                    said.time().instant(),
                    text(said));
        }
    }

    /// What it says; where it says nothing, the files that it brings.
    private static String text(Statement said) {
        return said.text("text")
                .orElseGet(() -> Attachment.listIn(said.body()).stream()
                        .map(Attachment::name)
                        .collect(Collectors.joining(", ")));
    }

    static InboxView of(
            List<Folded> cases,
            String party,
            CoordinationRegister data,
            List<String> seats,
            List<String> bodies,
            Unseen unseen,
            Instant now) {
        var duties = new ArrayList<DutyView>();
        var fresh = new ArrayList<New>();
        for (var folded : cases) {
            var whole = folded.whole();
            folded.duties(party).forEach(one -> duties.add(CaseView.duty(one, whole, party, now)));
            CaseView.fresh(folded, party, unseen).forEach(said -> fresh.add(new New(folded, said)));
        }
        duties.sort(Comparator.comparing((DutyView one) -> one.state().equals("awaiting"))
                .thenComparing(one -> one.due() == null ? Instant.MAX : one.due()));
        var shown = fresh.stream().collect(Foremost.of(MOST_FRESH, New.NEWEST_FIRST)).stream()
                .map(New::view)
                .toList();
        return new InboxView(seats, bodies, duties, shown, fresh.size() - shown.size(), mentions(cases, party, data));
    }

    private static List<MentionView> mentions(List<Folded> cases, String party, CoordinationRegister data) {
        return cases.stream()
                .flatMap(folded -> folded.mentioning(party).stream().map(said -> new New(folded, said)))
                .sorted(New.NEWEST_FIRST)
                .map(one -> new MentionView(one.view(), bodies(one.said(), party, data)))
                .filter(one -> !one.bodies().isEmpty())
                .limit(MOST_MENTIONS)
                .toList();
    }

    /// Those in which this nation has an office.
    private static List<String> bodies(Statement said, String party, CoordinationRegister data) {
        return said.mentions().stream()
                .filter(code ->
                        data.find(code).flatMap(body -> body.member(party)).isPresent())
                .toList();
    }
}
