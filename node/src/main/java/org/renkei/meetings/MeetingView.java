package org.renkei.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.meetings.Act;
import org.renkei.kernel.meetings.Duties;
import org.renkei.kernel.meetings.Meeting;
import org.renkei.kernel.meetings.Proposal;
import org.renkei.kernel.meetings.State;
import org.renkei.kernel.meetings.Statement;
import org.renkei.meetings.Meetings.Folded;
import tools.jackson.databind.JsonNode;

/// Meetings as the API shows them.
public final class MeetingView {
    private MeetingView() {}

    public record Agendas(String own, Instant now, List<Row> meetings) {}

    /// One meeting in the list.
    ///
    /// @param body code of the body that meets
    /// @param zone IANA name of the time zone of its place
    /// @param moving whether another time or place is proposed that not all have agreed to
    /// @param items how many stand on the agenda that the caller sees
    /// @param duties what the own nation has to do
    /// @param mine whether the caller works at that body
    public record Row(
            UUID id,
            Map<String, String> title,
            String body,
            Instant starts,
            Instant ends,
            String zone,
            String place,
            String state,
            boolean moving,
            List<String> nations,
            int items,
            List<String> duties,
            boolean mine,
            int waiting,
            String label) {
        /// Whether it is to be held and is not over.
        public boolean isComing(Instant now) {
            return ends.isAfter(now) && !state.equals(State.CANCELLED.code()) && !state.equals(State.HELD.code());
        }
    }

    public record DutyView(String kind, String party, UUID on) {}

    public record ObjectedView(String party, String text) {}

    /// @param fields what is proposed
    public record ProposalView(
            UUID on,
            String party,
            Instant time,
            String standing,
            JsonNode fields,
            List<String> agreedBy,
            List<ObjectedView> objectedBy,
            List<String> waitsFor) {}

    /// @param here whether the caller can open the record
    public record PaperView(
            UUID on, String party, UUID record, String text, String label, List<String> to, boolean here) {}

    /// A commitment that was made, as far as it is held here.
    public record PromiseView(UUID id, Map<String, String> title) {}

    /// @param number as it stands on every agenda that shows it
    /// @param outcome the proposal among `outcomes` that all agree to
    public record ItemView(
            UUID on,
            String number,
            Map<String, String> title,
            String presenter,
            long position,
            String text,
            List<String> to,
            String label,
            ProposalView proposal,
            List<PaperView> papers,
            List<ProposalView> outcomes,
            @Nullable UUID outcome,
            @Nullable PromiseView promise) {}

    /// An item that was deferred at the meeting before: it stands here as proposed until somebody takes it
    /// up.
    ///
    /// @param step by which the own nation takes it up; null for who says nothing here
    public record CarriedView(
            UUID on,
            Map<String, String> title,
            String presenter,
            String text,
            List<String> to,
            String label,
            @Nullable StepView step) {}

    public record EndingView(String party, Instant time, String text) {}

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

    /// @param follows the meeting before, where the caller sees it
    /// @param caseId the case that it belongs to
    public record Page(
            UUID id,
            String own,
            Instant now,
            Map<String, String> title,
            String body,
            String text,
            Instant starts,
            Instant ends,
            String zone,
            String place,
            String state,
            String label,
            boolean exercise,
            List<String> purposes,
            List<String> nations,
            @Nullable UUID follows,
            @Nullable UUID caseId,
            @Nullable EndingView ending,
            List<ProposalView> schedules,
            List<ItemView> items,
            List<CarriedView> carried,
            List<StatementView> statements,
            List<StatementView> waiting,
            List<DutyView> duties,
            List<StepView> next) {}

    /// @param bodies at which the caller works
    static Row row(Folded folded, String own, List<String> bodies, Instant now) {
        var whole = folded.whole();
        var schedule = whole.schedule();
        var body = folded.opening().text("body").orElse("");
        return new Row(
                whole.id(),
                title(folded.opening()),
                body,
                schedule.starts(),
                schedule.ends(),
                schedule.text("zone").orElse(""),
                schedule.text("place").orElse(""),
                whole.state().code(),
                isMoving(whole),
                whole.nations().stream().sorted().toList(),
                whole.items().size(),
                Duties.of(whole, now).stream()
                        .filter(one -> one.party().equals(own))
                        .map(one -> one.kind().code())
                        .distinct()
                        .toList(),
                bodies.contains(body),
                whole.waiting().size(),
                folded.label().text());
    }

    private static boolean isMoving(Meeting whole) {
        return whole.state().isOpen()
                && whole.agreed() != null
                && whole.schedules().stream().anyMatch(one -> one.standing() == Proposal.Standing.PROPOSED);
    }

    static Map<String, String> title(Statement said) {
        return Map.of(
                "en", said.text("titleEn").orElse(""),
                "ja", said.text("titleJa").orElse(""));
    }

    static List<FieldView> fields(Act act, Map<String, Object> filled) {
        return act.fields().stream()
                .map(field -> new FieldView(
                        field.name(),
                        field.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        field.required(),
                        field.choices(),
                        filled.get(field.name())))
                .toList();
    }
}
