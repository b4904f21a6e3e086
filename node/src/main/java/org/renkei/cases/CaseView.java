package org.renkei.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.cases.Cases.Folded;
import org.renkei.folds.Unseen;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.cases.Case;
import org.renkei.kernel.cases.Duties.Duty;
import org.renkei.kernel.cases.Phase;
import org.renkei.kernel.cases.Statement;
import org.renkei.party.CoordinationRegister;

/// Cases as the API shows them.
public final class CaseView {
    private CaseView() {}

    /// One case in the list.
    ///
    /// @param phase as the own nation sees it, or the one that opened the case
    /// @param body where it lies now
    /// @param asked requests that are not over
    /// @param fresh statements of partners that the caller has not seen
    public record Row(
            UUID id,
            Map<String, String> name,
            String state,
            String phase,
            String level,
            String body,
            List<String> nations,
            int asked,
            int due,
            int overdue,
            int awaiting,
            int fresh,
            int waiting,
            Instant newest,
            String label) {
        boolean isClosed() {
            return state.equals(Case.State.CLOSED.code());
        }
    }

    /// Who has to act until when.
    ///
    /// @param state `due`, `overdue`, or `awaiting` when it is another nation's
    /// @param late also for those of other nations
    public record DutyView(
            UUID caseId,
            Map<String, String> name,
            String kind,
            String party,
            UUID on,
            String act,
            String from,
            String text,
            @Nullable String body,
            @Nullable Instant due,
            String state,
            boolean late) {}

    /// One case as its page shows it.
    ///
    /// @param statements the newest, the opening, and those that may be answered now
    /// @param earlier how many statements are not among them
    /// @param remark what may be said on any statement, to those who were told it; null for who says
    /// nothing here
    /// @param unconfirmed statements of partners of which this nation has not confirmed the receipt
    public record Page(
            UUID id,
            String own,
            Map<String, String> name,
            String state,
            String label,
            boolean exercise,
            List<String> purposes,
            String body,
            String level,
            List<String> nations,
            List<NationPhase> phases,
            CaseOptions.PhaseView allowed,
            List<String> closedBy,
            List<PageView.StatementView> statements,
            int earlier,
            int unconfirmed,
            List<PageView.StatementView> waiting,
            List<PageView.AskedView> asked,
            List<PageView.ConsultationView> consultations,
            List<DutyView> duties,
            List<PageView.StepView> next,
            PageView.@Nullable StepView remark) {}

    public record NationPhase(String party, String phase) {}

    static Row row(Folded folded, String party, CoordinationRegister data, Unseen unseen, Instant now) {
        var whole = folded.whole();
        var duties = folded.duties(party);
        return new Row(
                whole.id(),
                name(whole),
                whole.state().code(),
                phaseFor(whole, party).code(),
                level(folded.body(), data),
                folded.body(),
                whole.nations().stream().sorted().toList(),
                (int) whole.asked().stream().filter(one -> !one.isOver()).count(),
                (int) duties.stream().filter(one -> own(one, party)).count(),
                (int) duties.stream()
                        .filter(one -> own(one, party) && one.isOverdue(now))
                        .count(),
                (int) duties.stream().filter(one -> !own(one, party)).count(),
                fresh(folded, party, unseen).size(),
                whole.waiting().size(),
                folded.newest(),
                folded.label().text());
    }

    private static boolean own(Duty duty, String party) {
        return duty.party().equals(party);
    }

    /// Statements of others that somebody has not seen; receipts are shown where they belong.
    static List<Statement> fresh(Folded folded, String party, Unseen unseen) {
        return unseen.in(folded.whole().id()).stream()
                .flatMap(record -> Optional.ofNullable(folded.said().get(record)).stream())
                .filter(one -> !one.party().equals(party) && one.act() != Act.RECEIPT)
                .toList();
    }

    static DutyView duty(Duty duty, Case whole, String party, Instant now) {
        var late = duty.isOverdue(now);
        return new DutyView(
                whole.id(),
                name(whole),
                duty.kind().code(),
                duty.party(),
                duty.on().record(),
                duty.on().act().code(),
                duty.on().party(),
                duty.on().text("text").orElse(""),
                duty.body(),
                duty.due(),
                !own(duty, party) ? "awaiting" : late ? "overdue" : "due",
                late);
    }

    static Map<String, String> name(Case whole) {
        var opening = opening(whole);
        return Map.of(
                "en",
                opening.text("nameEn").orElse(""),
                "ja",
                opening.text("nameJa").orElse(""));
    }

    static Statement opening(Case whole) {
        var opening = whole.opening();
        if (opening == null) {
            throw new IllegalArgumentException("the case was not opened");
        }
        return opening;
    }

    /// How a nation sees the situation; until it says so, how the one that opened the case does.
    static Phase phaseFor(Case whole, String party) {
        var phases = whole.phases();
        var own = phases.get(party);
        return own == null ? opening(whole).choice("phase", Phase.class) : own;
    }

    static String level(String body, CoordinationRegister data) {
        return data.find(body).map(one -> one.level().code()).orElse("");
    }
}
