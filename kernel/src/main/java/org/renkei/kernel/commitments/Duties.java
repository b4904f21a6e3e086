package org.renkei.kernel.commitments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.renkei.kernel.cases.Coded;

/// What a nation has to do next for a commitment: follows from the statements that are held and from the day.
public final class Duties {
    private Duties() {}

    public enum Kind implements Coded {
        /// Agree to the record of the commitment, or object.
        CONFIRM,
        /// Agree to a state that another proposes, or object.
        ANSWER,
        /// See that it is met, or propose how it stands: it is due soon, or was.
        FULFIL,
        /// Say which of its own offices answers for it.
        NAME_OWNER
    }

    /// @param on what it follows from
    /// @param due of the commitment
    public record Duty(Kind kind, String party, Statement on, LocalDate due) {}

    /// In the order of the kinds, then of the nations.
    public static List<Duty> of(Commitment one, LocalDate today) {
        var duties = new ArrayList<Duty>();
        var opening = one.opening();
        if (opening == null || one.isOver()) {
            return duties;
        }
        for (var party : one.nations()) {
            one.proposals().stream()
                    .filter(proposal -> proposal.waitsFor(party))
                    .forEach(proposal -> {
                        var kind = proposal.said().act() == Act.RECORD ? Kind.CONFIRM : Kind.ANSWER;
                        duties.add(new Duty(kind, party, proposal.said(), one.due()));
                    });
            var done = one.position(party).filter(last -> last.state().isFinal());
            if (Horizon.of(one, today).compareTo(Horizon.WITHIN_30) <= 0 && done.isEmpty()) {
                duties.add(new Duty(Kind.FULFIL, party, opening, one.due()));
            }
            if (!one.owners().containsKey(party)) {
                duties.add(new Duty(Kind.NAME_OWNER, party, opening, one.due()));
            }
        }
        duties.sort(
                Comparator.comparing(Duty::kind).thenComparing(Duty::party).thenComparing(Duty::on, Statement.BY_TIME));
        return List.copyOf(duties);
    }
}
