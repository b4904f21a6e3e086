package org.renkei.kernel.commitments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one nation may say next of a commitment, with what follows from it filled in.
public final class NextSteps {
    private NextSteps() {}

    /// @param on what it answers; null when it stands for itself
    /// @param to who can be told at most
    /// @param everybody whether all of them have to be told
    /// @param filled values of fields that follow
    public record Step(Act act, @Nullable UUID on, Set<String> to, boolean everybody, Map<String, Object> filled) {}

    public static List<Step> of(Commitment one, String party) {
        var steps = new ArrayList<Step>();
        if (!one.nations().contains(party)) {
            return steps;
        }
        for (var proposal : one.proposals()) {
            var own = proposal.said().party().equals(party);
            if (proposal.standing() == Commitment.Standing.PROPOSED && !own) {
                if (!proposal.agreedBy().contains(party)) {
                    steps.add(on(Act.AGREE, proposal.said()));
                }
                if (!proposal.objectedBy().containsKey(party)) {
                    steps.add(on(Act.OBJECT, proposal.said()));
                }
            } else if (proposal.standing() == Commitment.Standing.PROPOSED
                    && proposal.said().act() == Act.STATE) {
                steps.add(on(Act.WITHDRAW, proposal.said()));
            }
        }
        var state = one.isOver() ? State.OPEN : State.ON_TRACK;
        steps.add(new Step(Act.STATE, null, one.nations(), true, Map.of("state", state.code())));
        if (!one.isOver()) {
            var owner = one.owners().get(party);
            var filled = owner == null ? "" : owner.text("owner").orElse("");
            steps.add(new Step(
                    Act.OWNER, null, one.nations(), true, filled.isEmpty() ? Map.of() : Map.of("owner", filled)));
        }
        steps.add(new Step(Act.EVIDENCE, null, one.nations(), false, Map.of()));
        steps.add(new Step(Act.NOTE, null, one.nations(), false, Map.of()));
        one.evidence().stream()
                .filter(said -> said.party().equals(party))
                .forEach(said -> steps.add(on(Act.WITHDRAW, said)));
        return steps;
    }

    private static Step on(Act act, Statement said) {
        return new Step(
                act, said.record(), said.to(), true, Map.of("on", said.record().toString()));
    }
}
