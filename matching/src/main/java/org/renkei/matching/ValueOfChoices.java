package org.renkei.matching;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.matching.Allotment;
import org.renkei.kernel.relief.matching.Route;

/// How good a choice is: weighted unmet need first, then deliveries and hours. Nothing that an [Allotment]
/// carries out breaks a rule, so the hard part is always zero. Public because the solver makes it.
public class ValueOfChoices implements IncrementalScoreCalculator<Choices, HardMediumSoftLongScore> {
    private @Nullable Route[] chosen = {};
    private @Nullable Allotment allotment;
    private long whole;

    @Override
    public void resetWorkingSolution(Choices choices) {
        var problem = choices.problem();
        allotment = new Allotment(problem.task(), problem.routes());
        whole = problem.task().whole();
        chosen = choices.chosen();
    }

    @Override
    public void afterVariableChanged(Object entity, String variableName) {
        var delivery = (Delivery) entity;
        chosen[delivery.slot()] = delivery.route();
    }

    @Override
    public HardMediumSoftLongScore calculateScore() {
        if (allotment == null) {
            throw new IllegalStateException("asked before there was a task");
        }
        allotment.carryOut(chosen);
        return HardMediumSoftLongScore.of(0, allotment.value() - whole, -allotment.effort());
    }

    @Override
    public void beforeVariableChanged(Object entity, String variableName) {}

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {}

    @Override
    public void beforeEntityRemoved(Object entity) {}

    @Override
    public void afterEntityRemoved(Object entity) {}
}
