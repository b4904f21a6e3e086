package org.renkei.kernel.meetings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.meetings.Proposal.Standing;

/// What one nation may say next of a meeting, with what follows from it filled in.
public final class NextSteps {
    private NextSteps() {}

    /// @param on what it answers; null when it stands for itself
    /// @param to who can be told at most
    /// @param everybody whether all of them have to be told
    /// @param filled values of fields that follow
    public record Step(Act act, @Nullable UUID on, Set<String> to, boolean everybody, Map<String, Object> filled) {}

    public static List<Step> of(Meeting one, String party) {
        var steps = new ArrayList<Step>();
        if (!one.nations().contains(party) || one.state() == State.CANCELLED) {
            return steps;
        }
        if (one.state().isOpen()) {
            one.schedules().forEach(proposal -> proposal(proposal, party, steps));
            steps.add(new Step(Act.MOVE, null, one.nations(), true, schedule(one.schedule())));
        }
        steps.add(new Step(Act.ITEM, null, one.nations(), false, Map.of("position", place(one))));
        if (one.state().isOpen()) {
            steps.add(new Step(Act.HELD, null, one.nations(), true, Map.of()));
            steps.add(new Step(Act.CANCEL, null, one.nations(), true, Map.of()));
        }
        one.items().stream()
                .filter(item -> item.said().to().contains(party))
                .forEach(item -> item(one, item, party, steps));
        return steps;
    }

    private static void item(Meeting one, Meeting.Item item, String party, List<Step> steps) {
        var said = item.said();
        if (one.state().isOpen()) {
            proposal(item.proposal(), party, steps);
            var filled = new LinkedHashMap<String, Object>();
            filled.put("on", said.record().toString());
            filled.put("position", item.position());
            steps.add(new Step(Act.REORDER, said.record(), said.to(), true, filled));
        }
        steps.add(new Step(
                Act.PAPER,
                said.record(),
                said.to(),
                false,
                Map.of("on", said.record().toString())));
        item.papers().stream()
                .filter(paper -> paper.party().equals(party))
                .forEach(paper -> steps.add(on(Act.WITHDRAW, paper)));
        if (one.state() == State.HELD) {
            steps.add(on(Act.OUTCOME, said));
            item.outcomes().forEach(outcome -> proposal(outcome, party, steps));
        }
    }

    /// The others answer it; its writer takes it back while not all have agreed. A meeting itself is
    /// cancelled.
    private static void proposal(Proposal proposal, String party, List<Step> steps) {
        if (proposal.standing() != Standing.PROPOSED) {
            return;
        }
        var said = proposal.said();
        if (!said.party().equals(party)) {
            if (!proposal.agreedBy().contains(party)) {
                steps.add(on(Act.AGREE, said));
            }
            if (!proposal.objectedBy().containsKey(party)) {
                steps.add(on(Act.OBJECT, said));
            }
        } else if (said.act() != Act.CALL) {
            steps.add(on(Act.WITHDRAW, said));
        }
    }

    /// After all that everybody is told of: what fewer know of moves nothing.
    private static long place(Meeting one) {
        return 1
                + one.items().stream()
                        .filter(item -> item.said().to().equals(one.nations()))
                        .mapToLong(Meeting.Item::position)
                        .max()
                        .orElse(0);
    }

    private static Map<String, Object> schedule(Statement now) {
        var filled = new LinkedHashMap<String, Object>();
        for (var name : List.of("starts", "zone", "place")) {
            now.text(name).ifPresent(text -> filled.put(name, text));
        }
        now.number("minutes").ifPresent(minutes -> filled.put("minutes", minutes));
        return filled;
    }

    private static Step on(Act act, Statement said) {
        return new Step(
                act, said.record(), said.to(), true, Map.of("on", said.record().toString()));
    }
}
