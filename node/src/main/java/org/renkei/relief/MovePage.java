package org.renkei.relief;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.relief.moves.NextSteps;
import org.renkei.kernel.relief.moves.Statement;
import org.renkei.records.Bodies;
import org.renkei.relief.Boards.Held;
import org.renkei.relief.MoveView.FieldErrorView;
import org.renkei.relief.MoveView.Page;
import org.renkei.relief.MoveView.StatementView;
import org.renkei.relief.MoveView.StepView;
import org.renkei.relief.Moves.Folded;

/// One move as the API shows it to somebody of a nation.
record MovePage(Folded folded, Held held, String own, Instant now, Locale language) {

    Page page(boolean maySpeak) {
        var move = folded.whole();
        var plan = folded.plan();
        return new Page(
                own,
                MoveView.row(move, held, now),
                folded.label().text(),
                folded.exercise(),
                List.copyOf(folded.label(plan).purposes()),
                sorted(move.nations()),
                plan.text("text").orElse(""),
                move.told().stream()
                        .map(one -> statement(one.statement(), one.objections()))
                        .toList(),
                move.waiting().stream().map(one -> statement(one, List.of())).toList(),
                maySpeak ? NextSteps.of(move, own).stream().map(MovePage::step).toList() : List.of());
    }

    private StatementView statement(Statement said, List<Objection> objections) {
        var japanese = language.getLanguage().equals("ja");
        return new StatementView(
                said.record(),
                MoveView.ref(said),
                said.party(),
                said.act().code(),
                said.time().instant(),
                sorted(said.to()),
                folded.label(said).text(),
                objections.isEmpty(),
                objections.stream()
                        .map(one -> new FieldErrorView(one.at(), japanese ? one.japanese() : one.english()))
                        .toList(),
                Bodies.toJson(said.body()));
    }

    private static StepView step(NextSteps.Step step) {
        return new StepView(
                step.act().code(),
                step.on(),
                sorted(step.to()),
                step.everybody(),
                step.again(),
                MoveView.fields(step.act(), step.hidden(), step.filled()));
    }

    private static List<String> sorted(Set<String> parties) {
        return parties.stream().sorted().toList();
    }
}
