package org.renkei.commitments;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.renkei.commitments.CommitmentView.EvidenceView;
import org.renkei.commitments.CommitmentView.FieldErrorView;
import org.renkei.commitments.CommitmentView.Page;
import org.renkei.commitments.CommitmentView.StatementView;
import org.renkei.commitments.CommitmentView.StepView;
import org.renkei.commitments.Commitments.Folded;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.commitments.Duties;
import org.renkei.kernel.commitments.Horizon;
import org.renkei.kernel.commitments.NextSteps;
import org.renkei.kernel.commitments.Statement;
import org.renkei.records.Bodies;

/// One commitment as the API shows it to somebody of a nation.
record CommitmentPage(Folded folded, String own, LocalDate today, Locale language) {

    /// @param here whether the caller sees a record
    Page page(boolean maySpeak, Predicate<UUID> here) {
        var whole = folded.whole();
        var opening = folded.opening();
        var label = folded.label(opening.record());
        return new Page(
                whole.id(),
                own,
                today,
                CommitmentView.words(opening, "title"),
                CommitmentView.words(opening, "sentence"),
                CommitmentView.words(opening, "outcome"),
                opening.text("meeting").orElse(""),
                opening.day("held").orElse(today),
                opening.text("reference").orElse(""),
                opening.id("minutes").filter(here).orElse(null),
                CommitmentView.state(whole),
                whole.due(),
                Horizon.of(whole, today).code(),
                folded.label().text(),
                label.exercise(),
                List.copyOf(label.purposes()),
                whole.nations().stream().sorted().toList(),
                CommitmentView.sides(whole),
                whole.proposals().reversed().stream()
                        .map(one -> CommitmentView.proposal(one, whole))
                        .toList(),
                whole.evidence().stream().map(one -> evidence(one, here)).toList(),
                whole.told().stream()
                        .map(one -> statement(one.statement(), one.objections()))
                        .toList(),
                whole.waiting().stream().map(one -> statement(one, List.of())).toList(),
                Duties.of(whole, today).stream().map(CommitmentView::duty).toList(),
                maySpeak
                        ? NextSteps.of(whole, own).stream()
                                .map(CommitmentPage::step)
                                .toList()
                        : List.of());
    }

    private static EvidenceView evidence(Statement said, Predicate<UUID> here) {
        return new EvidenceView(
                said.record(),
                said.party(),
                said.time().instant(),
                said.text("text").orElse(""),
                said.text("document").orElse(null),
                said.id("record").orElse(null),
                said.id("record").filter(here).isPresent());
    }

    private StatementView statement(Statement said, List<Objection> objections) {
        var japanese = language.getLanguage().equals("ja");
        var text = said.record().toString();
        return new StatementView(
                said.record(),
                text.substring(text.length() - 4),
                said.party(),
                said.act().code(),
                said.time().instant(),
                said.to().stream().sorted().toList(),
                said.on(),
                folded.label(said.record()).text(),
                objections.isEmpty(),
                objections.stream()
                        .map(one -> new FieldErrorView(one.at(), japanese ? one.japanese() : one.english()))
                        .toList(),
                Bodies.toJson(said.body()),
                said.party().equals(own));
    }

    private static StepView step(NextSteps.Step step) {
        return new StepView(
                step.act().code(),
                step.on(),
                step.to().stream().sorted().toList(),
                step.everybody(),
                CommitmentView.fields(step.act(), step.filled()));
    }
}
