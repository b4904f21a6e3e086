package org.renkei.kernel.relief.moves;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cases.Said;
import org.renkei.kernel.cases.SaidOrder;
import org.renkei.kernel.relief.moves.Move.Stage;
import org.renkei.kernel.relief.moves.Move.Told;

/// From statements to a [Move]. A statement that does not fit changes nothing and is kept with every reason
/// why.
public final class MoveFold {
    private final Statement plan;
    private final List<Told> told = new ArrayList<>();
    private final Map<UUID, Told> judged = new HashMap<>();
    private final Map<UUID, Integer> legs = new HashMap<>();
    private final @Nullable Statement[] departed;
    private final @Nullable Statement[] arrived;
    private final @Nullable Statement[] delays;
    private @Nullable Statement cancelled;
    private @Nullable Statement receipt;

    private MoveFold(Statement plan) {
        this.plan = plan;
        departed = new @Nullable Statement[plan.legs().size()];
        arrived = new @Nullable Statement[plan.legs().size()];
        delays = new @Nullable Statement[plan.legs().size()];
    }

    /// @param statements of one move, in any order of arrival, each once or more often
    public static Move fold(UUID id, Collection<Statement> statements) {
        var order = SaidOrder.of(statements);
        var plan = order.counted().stream()
                .filter(one -> one.act() == Act.PLAN
                        && Statement.moveOf(one.party(), one.mark()).equals(id))
                .findFirst();
        if (plan.isEmpty()) {
            var all = new ArrayList<>(order.counted());
            all.addAll(order.waiting());
            all.sort(Said.BY_TIME);
            return new Move(id, null, Set.of(), List.of(), all, List.of(), null, null, null);
        }
        var fold = new MoveFold(plan.get());
        order.counted().forEach(fold::tell);
        return fold.whole(id, order.waiting());
    }

    /// What speaks against a statement that is not said yet, where all of these are held.
    public static List<Objection> against(Collection<Statement> held, Statement next) {
        var all = new ArrayList<>(held);
        all.add(next);
        return fold(next.move(), all).told().stream()
                .filter(one -> one.statement().equals(next))
                .findFirst()
                .map(Told::objections)
                .orElseGet(() -> List.of(SaidOrder.wouldWait(held, next)));
    }

    private void tell(Statement said) {
        var one = new Told(said, new Judge(plan, judged, legs).objections(said));
        told.add(one);
        judged.put(said.record(), one);
        if (!one.fits()) {
            return;
        }
        var leg = Judge.leg(said, judged, legs);
        legs.put(said.record(), leg);
        switch (said.act()) {
            case DEPART -> goOn(departed, leg, said);
            case ARRIVE -> goOn(arrived, leg, said);
            case DELAY -> goOn(delays, leg, said);
            case CANCEL -> cancelled = arrived[arrived.length - 1] == null ? said : cancelled;
            case RECEIVE -> receipt = said;
            case PLAN, NOTE -> {}
        }
    }

    /// What was cancelled before goes nowhere any more.
    private void goOn(@Nullable Statement[] steps, int leg, Statement said) {
        if (cancelled == null) {
            steps[leg - 1] = said;
        }
    }

    private Move whole(UUID id, List<Statement> waiting) {
        var stages = new ArrayList<Stage>();
        var slip = Duration.ZERO;
        Statement delay = null;
        for (var leg = 0; leg < plan.legs().size(); leg++) {
            var stage = stage(leg, slip);
            stages.add(stage);
            slip = later(stage.leg().arrival(), stage.arrival());
            delay = arrived[leg] == null && delays[leg] != null ? delays[leg] : delay;
        }
        return new Move(id, plan, plan.to(), told, waiting, stages, delay, cancelled, receipt);
    }

    /// @param slip by how much the leg before it is late
    private Stage stage(int leg, Duration slip) {
        var planned = plan.legs().get(leg);
        var delay = delays[leg];
        var gone = departed[leg];
        var there = arrived[leg];
        var departure = gone != null
                ? at(gone, "at")
                : delay != null && delay.instant("departure").isPresent()
                        ? at(delay, "departure")
                        : planned.departure().plus(slip);
        var arrival = there != null
                ? at(there, "at")
                : delay != null ? at(delay, "arrival") : planned.arrival().plus(slip);
        return new Stage(planned, departure, arrival, gone, there);
    }

    private static Instant at(Statement said, String name) {
        return said.instant(name).orElseThrow();
    }

    /// What is early makes nothing that follows early.
    private static Duration later(Instant planned, Instant expected) {
        return expected.isAfter(planned) ? Duration.between(planned, expected) : Duration.ZERO;
    }
}
