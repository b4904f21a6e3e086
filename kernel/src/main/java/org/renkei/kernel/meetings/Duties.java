package org.renkei.kernel.meetings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.renkei.kernel.cases.Coded;

/// What a nation has to do next for a meeting: follows from the statements that are held and from the time.
public final class Duties {
    private Duties() {}

    public enum Kind implements Coded {
        /// Agree to a time and place that another proposes, or object.
        ANSWER_TIME,
        /// Agree to an item of the agenda, or object.
        ANSWER_ITEM,
        /// Its time is over: say that it was held, or cancel it.
        SAY_HELD,
        /// It was held: say what came of an item.
        SAY_OUTCOME,
        /// Agree to an outcome, or object.
        ANSWER_OUTCOME
    }

    /// @param on what it follows from
    public record Duty(Kind kind, String party, Statement on) {}

    /// In the order of the kinds, then of the nations.
    public static List<Duty> of(Meeting one, Instant now) {
        var duties = new ArrayList<Duty>();
        if (one.opening() == null || one.state() == State.CANCELLED) {
            return duties;
        }
        for (var party : one.nations()) {
            if (one.state().isOpen()) {
                one.schedules().stream()
                        .filter(proposal -> proposal.waitsFor(party))
                        .forEach(proposal -> duties.add(new Duty(Kind.ANSWER_TIME, party, proposal.said())));
                if (one.agreed() != null && one.isOver(now)) {
                    duties.add(new Duty(Kind.SAY_HELD, party, one.schedule()));
                }
            }
            for (var item : one.items()) {
                item(one, item, party, duties);
            }
        }
        duties.sort(
                Comparator.comparing(Duty::kind).thenComparing(Duty::party).thenComparing(Duty::on, Statement.BY_TIME));
        return List.copyOf(duties);
    }

    private static void item(Meeting one, Meeting.Item item, String party, List<Duty> duties) {
        if (!item.said().to().contains(party)) {
            return;
        }
        if (one.state().isOpen() && item.proposal().waitsFor(party)) {
            duties.add(new Duty(Kind.ANSWER_ITEM, party, item.said()));
        }
        if (one.state() == State.HELD) {
            if (item.latest().isEmpty()) {
                duties.add(new Duty(Kind.SAY_OUTCOME, party, item.said()));
            }
            item.outcomes().stream()
                    .filter(outcome -> outcome.waitsFor(party))
                    .forEach(outcome -> duties.add(new Duty(Kind.ANSWER_OUTCOME, party, outcome.said())));
        }
    }
}
