package org.renkei.matching;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.matching.Allotment;
import org.renkei.kernel.relief.matching.Bound;
import org.renkei.kernel.relief.matching.Greedy;
import org.renkei.kernel.relief.matching.MatchingTask;
import org.renkei.kernel.relief.matching.Route;

/// Chooses routes by late acceptance (Burke and Bykov, 2017) from a start in the order of weight, in one
/// thread, with a fixed seed and a fixed number of moves: as long as its time suffices, the same task gives
/// the same plan anywhere.
public final class Matcher {
    /// Moves for a task of some size: about three seconds of one core for 500 needs.
    public static final long MOVES = 300_000;

    private static final long SEED = 20_160_416;
    private static final int LATE = 400;

    private final long moves;
    private final Duration most;

    /// @param most when to end where the moves take longer
    public Matcher(long moves, Duration most) {
        this.moves = moves;
        this.most = most;
    }

    public Matched match(MatchingTask task) {
        var started = System.nanoTime();
        var problem = Choices.Problem.of(task);
        var routes = problem.routes();
        var start = Greedy.byWeight(task, routes);
        var beforeSearch = System.nanoTime();
        var chosen = routes.isEmpty() ? start : search(problem, start);
        var searched = Duration.ofNanos(System.nanoTime() - beforeSearch);
        var allotment = new Allotment(task, routes);
        allotment.carryOut(chosen);
        var plan = allotment.plan(chosen);
        var firstCome = Greedy.firstCome(task, routes);
        var bound = Bound.of(task, routes, plan.value());
        var took = Duration.ofNanos(System.nanoTime() - started);
        return new Matched(task, routes, plan, firstCome, bound, searched.compareTo(most) < 0, took);
    }

    private @Nullable Route[] search(Choices.Problem problem, @Nullable Route[] start) {
        var deliveries = new ArrayList<Delivery>();
        for (var demand = 0; demand < problem.routes().demands(); demand++) {
            var routes = problem.routes().to(demand);
            for (var number = 0; number < MatchingTask.DELIVERIES_TO_ONE && !routes.isEmpty(); number++) {
                var slot = Allotment.slot(demand, number);
                deliveries.add(new Delivery(slot, routes, start[slot]));
            }
        }
        var solver = SolverFactory.<Choices>create(config()).buildSolver();
        return solver.solve(new Choices(problem, deliveries)).chosen();
    }

    private SolverConfig config() {
        return new SolverConfig()
                .withSolutionClass(Choices.class)
                .withEntityClasses(Delivery.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(ValueOfChoices.class))
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(SEED)
                .withTerminationConfig(
                        new TerminationConfig().withMoveCountLimit(moves).withSpentLimit(most))
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(new ChangeMoveSelectorConfig())
                        .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
    }
}
