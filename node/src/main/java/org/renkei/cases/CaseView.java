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
import org.renkei.kernel.cases.PhasePolicy;
import org.renkei.kernel.cases.Statement;
import org.renkei.party.CoordinationRegister;

/// Cases as the API shows them.
public final class CaseView {
    private CaseView() {}

    /// One case in the list.
    ///
    /// @param phase as the own nation sees it, or the one that opened the case
    /// @param body where it lies now
    /// @param bodies it and all others that statements name, by their codes
    /// @param asked requests that are not over
    /// @param fresh statements of partners that the caller has not seen
    public record Row(
            UUID id,
            Map<String, String> name,
            String state,
            String phase,
            String level,
            String body,
            List<String> bodies,
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
            List<PolicyView> policies,
            List<JoiningView> joining,
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

    /// What one nation's law allows as it sees the situation.
    ///
    /// @param said whether it has said how it sees it; else the phase is that of the opening
    public record PolicyView(String party, boolean said, CaseOptions.PhaseView allowed) {}

    /// How it stands with a nation that was proposed.
    ///
    /// @param by who proposed it
    /// @param waitedFor who has still to say whether it wants that
    public record JoiningView(
            UUID on,
            String party,
            String by,
            Instant at,
            String state,
            List<String> assented,
            List<String> refused,
            List<String> waitedFor,
            String text,
            @Nullable Instant due) {
        static JoiningView of(Case.Joining one) {
            return new JoiningView(
                    one.said().record(),
                    one.party(),
                    one.said().party(),
                    one.said().time().instant(),
                    one.state().code(),
                    one.assented().stream().sorted().toList(),
                    one.refused().stream().sorted().toList(),
                    List.copyOf(one.waitedFor()),
                    one.said().text("text").orElse(""),
                    one.said().instant("due").orElse(null));
        }
    }

    /// By nation.
    static List<PolicyView> policies(Case whole, List<PhasePolicy> policies, Instant now) {
        return whole.nations().stream()
                .sorted()
                .map(nation -> new PolicyView(
                        nation,
                        whole.phases().containsKey(nation),
                        CaseOptions.phase(phaseFor(whole, nation), nation, policies, now)))
                .toList();
    }

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
                List.copyOf(folded.bodies()),
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
