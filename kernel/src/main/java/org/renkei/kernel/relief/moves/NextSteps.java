package org.renkei.kernel.relief.moves;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one nation may say next of a move, with what follows from it filled in.
public final class NextSteps {
    private NextSteps() {}

    /// @param on what it follows; null when it stands for itself
    /// @param to who can be told at most
    /// @param everybody whether all of them have to be told
    /// @param again whether it takes the place of what was said before
    /// @param hidden fields that cannot be said here
    /// @param filled values of fields that follow
    public record Step(
            Act act,
            @Nullable UUID on,
            Set<String> to,
            boolean everybody,
            boolean again,
            Set<String> hidden,
            Map<String, Object> filled) {}

    public static List<Step> of(Move move, String party) {
        var steps = new ArrayList<Step>();
        var plan = move.plan();
        if (plan == null || !move.nations().contains(party)) {
            return steps;
        }
        if (plan.party().equals(party)) {
            running(move, plan, steps);
        }
        if (move.receiver().filter(party::equals).isPresent() && move.cancelled() == null) {
            steps.add(step(
                    Act.RECEIVE,
                    plan,
                    move,
                    move.receipt() != null,
                    Set.of(),
                    Map.of("quantity", move.delivered() > 0 ? move.delivered() : move.carried())));
        }
        steps.add(new Step(Act.NOTE, null, move.nations(), false, false, Set.of(), Map.of()));
        return steps;
    }

    private static void running(Move move, Statement plan, List<Step> steps) {
        var next = move.next().orElse(null);
        if (next == null) {
            var last = move.stages().getLast();
            if (last.departed() != null && last.arrived() != null) {
                steps.add(arrival(move, last.departed(), true, true));
            }
            return;
        }
        var number = move.stages().indexOf(next);
        var departed = next.departed();
        var before = number == 0 ? plan : move.stages().get(number - 1).arrived();
        if (departed != null) {
            steps.add(arrival(move, departed, number == move.stages().size() - 1, false));
            steps.add(step(Act.DELAY, departed, move, false, Set.of("departure"), Map.of()));
        } else if (before != null) {
            steps.add(step(Act.DEPART, before, move, false, Set.of(), Map.of()));
            steps.add(step(Act.DELAY, before, move, false, Set.of(), Map.of()));
        }
        steps.add(step(Act.CANCEL, plan, move, false, Set.of(), Map.of()));
    }

    private static Step arrival(Move move, Statement departed, boolean last, boolean again) {
        return step(
                Act.ARRIVE,
                departed,
                move,
                again,
                last ? Set.of() : Set.of("delivered"),
                last ? Map.of("delivered", again ? move.delivered() : move.carried()) : Map.of());
    }

    private static Step step(
            Act act, Statement on, Move move, boolean again, Set<String> hidden, Map<String, Object> more) {
        var filled = new LinkedHashMap<String, Object>(more);
        filled.put("on", on.record().toString());
        return new Step(act, on.record(), move.nations(), true, again, hidden, filled);
    }
}
