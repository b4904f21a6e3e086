package org.renkei.commitments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.commitments.Commitments.Folded;
import org.renkei.kernel.commitments.Act;
import org.renkei.kernel.commitments.Commitment;
import org.renkei.kernel.commitments.Commitment.Proposal;
import org.renkei.kernel.commitments.Duties;
import org.renkei.kernel.commitments.Duties.Duty;
import org.renkei.kernel.commitments.Horizon;
import org.renkei.kernel.commitments.Statement;
import tools.jackson.databind.JsonNode;

/// Commitments as the API shows them.
public final class CommitmentView {
    private CommitmentView() {}

    public record Dashboard(String own, LocalDate today, List<Row> commitments) {}

    /// One commitment in the list.
    ///
    /// @param meeting code of the body at which it was promised
    /// @param state that all agree to; null while not all agree even to its record
    /// @param sides how each nation sees it, in the order of their codes
    /// @param duties what the own nation has to do
    public record Row(
            UUID id,
            Map<String, String> title,
            String meeting,
            LocalDate held,
            String reference,
            @Nullable String state,
            List<SideView> sides,
            LocalDate due,
            String horizon,
            List<String> duties,
            int waiting,
            Instant newest,
            String label) {}

    /// One nation's part.
    ///
    /// @param state the newest that it proposed or agreed to; null while it has said nothing
    /// @param agreed whether all agree to that
    /// @param owner code of the body that answers for it there; null while it has not been named
    public record SideView(
            String party,
            @Nullable String state,
            boolean agreed,
            @Nullable String owner,
            @Nullable String office) {}

    public record DutyView(String kind, String party, UUID on, LocalDate due) {}

    public record ObjectedView(String party, String text) {}

    public record ProposalView(
            UUID on,
            String party,
            Instant time,
            String state,
            String standing,
            String text,
            @Nullable String measured,
            @Nullable LocalDate due,
            @Nullable UUID by,
            List<String> agreedBy,
            List<ObjectedView> objectedBy,
            List<String> waitsFor) {}

    /// @param here whether the caller can open the record
    public record EvidenceView(
            UUID on,
            String party,
            Instant time,
            String text,
            @Nullable String document,
            @Nullable UUID record,
            boolean here) {}

    public record FieldErrorView(String at, String text) {}

    public record StatementView(
            UUID record,
            String ref,
            String party,
            String act,
            Instant time,
            List<String> to,
            List<UUID> on,
            String label,
            boolean fits,
            List<FieldErrorView> objections,
            JsonNode fields,
            boolean own) {}

    public record FieldView(
            String name,
            String type,
            boolean required,
            List<String> choices,
            @Nullable Object value) {}

    /// What this nation may say next.
    public record StepView(String act, @Nullable UUID on, List<String> to, boolean everybody, List<FieldView> fields) {}

    public record Page(
            UUID id,
            String own,
            LocalDate today,
            Map<String, String> title,
            Map<String, String> sentence,
            Map<String, String> outcome,
            String meeting,
            LocalDate held,
            String reference,
            @Nullable UUID minutes,
            @Nullable String state,
            LocalDate due,
            String horizon,
            String label,
            boolean exercise,
            List<String> purposes,
            List<String> nations,
            List<SideView> sides,
            List<ProposalView> proposals,
            List<EvidenceView> evidence,
            List<StatementView> statements,
            List<StatementView> waiting,
            List<DutyView> duties,
            List<StepView> next) {}

    static Row row(Folded folded, String own, LocalDate today) {
        var whole = folded.whole();
        var opening = folded.opening();
        return new Row(
                whole.id(),
                words(opening, "title"),
                opening.text("meeting").orElse(""),
                opening.day("held").orElse(today),
                opening.text("reference").orElse(""),
                state(whole),
                sides(whole),
                whole.due(),
                Horizon.of(whole, today).code(),
                Duties.of(whole, today).stream()
                        .filter(one -> one.party().equals(own))
                        .map(one -> one.kind().code())
                        .distinct()
                        .toList(),
                whole.waiting().size(),
                folded.statements().stream()
                        .map(one -> one.time().instant())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                folded.label().text());
    }

    static @Nullable String state(Commitment whole) {
        var agreed = whole.agreed();
        return agreed == null ? null : agreed.state().code();
    }

    static List<SideView> sides(Commitment whole) {
        return whole.nations().stream()
                .sorted()
                .map(party -> side(whole, party))
                .toList();
    }

    private static SideView side(Commitment whole, String party) {
        var position = whole.position(party);
        var owner = whole.owners().get(party);
        return new SideView(
                party,
                position.map(one -> one.state().code()).orElse(null),
                position.filter(one -> one.equals(whole.agreed())).isPresent(),
                owner == null ? null : owner.text("owner").orElse(null),
                owner == null ? null : owner.text("office").orElse(null));
    }

    static Map<String, String> words(Statement said, String name) {
        return Map.of(
                "en",
                said.text(name + "En").orElse(""),
                "ja",
                said.text(name + "Ja").orElse(""));
    }

    static DutyView duty(Duty one) {
        return new DutyView(one.kind().code(), one.party(), one.on().record(), one.due());
    }

    static ProposalView proposal(Proposal one, Commitment whole) {
        var said = one.said();
        return new ProposalView(
                said.record(),
                said.party(),
                said.time().instant(),
                one.state().code(),
                code(one.standing()),
                said.text("text").orElse(""),
                said.text("measured").orElse(null),
                said.day("due").orElse(null),
                said.id("by").orElse(null),
                one.agreedBy().stream().sorted().toList(),
                one.objectedBy().values().stream()
                        .sorted(Comparator.comparing(Statement::party))
                        .map(no -> new ObjectedView(no.party(), no.text("text").orElse("")))
                        .toList(),
                whole.nations().stream().filter(one::waitsFor).sorted().toList());
    }

    static List<FieldView> fields(Act act, Map<String, Object> filled) {
        return act.fields().stream()
                .map(field -> new FieldView(
                        field.name(), code(field.type()), field.required(), field.choices(), filled.get(field.name())))
                .toList();
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
