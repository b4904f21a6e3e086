package org.renkei.matching;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.matching.MatchingTask;
import org.renkei.kernel.relief.matching.Route;
import org.renkei.kernel.relief.matching.Routes;

/// A task with a choice of routes. Public because the solver makes and copies it.
@PlanningSolution
public class Choices {
    @ProblemFactProperty
    private Problem problem = Problem.EMPTY;

    @PlanningEntityCollectionProperty
    private List<Delivery> deliveries = List.of();

    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    /// What does not change while it is solved.
    record Problem(MatchingTask task, Routes routes) {
        static final Problem EMPTY = of(new MatchingTask(Instant.EPOCH, List.of(), List.of(), List.of()));

        static Problem of(MatchingTask task) {
            return new Problem(task, Routes.of(task));
        }
    }

    /// For the solver.
    public Choices() {}

    Choices(Problem problem, List<Delivery> deliveries) {
        this.problem = problem;
        this.deliveries = deliveries;
    }

    Problem problem() {
        return problem;
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    /// By slot, also for those that no route reaches.
    @Nullable
    Route[] chosen() {
        var chosen = new @Nullable Route[problem.task().demands().size() * MatchingTask.DELIVERIES_TO_ONE];
        deliveries.forEach(one -> chosen[one.slot()] = one.route());
        return chosen;
    }
}
