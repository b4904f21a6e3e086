package org.renkei.meetings;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cases.StatementReader;
import org.renkei.kernel.meetings.Act;
import org.renkei.kernel.meetings.Duties;
import org.renkei.kernel.meetings.Meeting.Item;
import org.renkei.kernel.meetings.NextSteps;
import org.renkei.kernel.meetings.Proposal;
import org.renkei.kernel.meetings.Statement;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.meetings.MeetingView.CarriedView;
import org.renkei.meetings.MeetingView.DutyView;
import org.renkei.meetings.MeetingView.EndingView;
import org.renkei.meetings.MeetingView.FieldErrorView;
import org.renkei.meetings.MeetingView.ItemView;
import org.renkei.meetings.MeetingView.ObjectedView;
import org.renkei.meetings.MeetingView.Page;
import org.renkei.meetings.MeetingView.PaperView;
import org.renkei.meetings.MeetingView.PromiseView;
import org.renkei.meetings.MeetingView.ProposalView;
import org.renkei.meetings.MeetingView.StatementView;
import org.renkei.meetings.MeetingView.StepView;
import org.renkei.meetings.Meetings.Folded;
import org.renkei.meetings.Promises.Promise;
import org.renkei.records.Bodies;

/// One meeting as the API shows it to somebody of a nation.
///
/// @param before the meeting that it follows; null where there is none, or the caller does not see it
/// @param here a record as the caller sees it
record MeetingPage(
        Folded folded,
        @Nullable Folded before,
        Map<UUID, Promise> promises,
        Function<UUID, Optional<SharedRecord>> here,
        String own,
        Instant now,
        Locale language) {
    private static final String CASE_STATEMENT = "case-statement";

    Page page(boolean maySpeak) {
        var whole = folded.whole();
        var opening = folded.opening();
        var label = folded.label(opening.record());
        var schedule = whole.schedule();
        return new Page(
                whole.id(),
                own,
                now,
                MeetingView.title(opening),
                opening.text("body").orElse(""),
                opening.text("text").orElse(""),
                schedule.starts(),
                schedule.ends(),
                schedule.text("zone").orElse(""),
                schedule.text("place").orElse(""),
                whole.state().code(),
                folded.label().text(),
                label.exercise(),
                List.copyOf(label.purposes()),
                whole.nations().stream().sorted().toList(),
                before == null ? null : before.whole().id(),
                opening.id("consultation")
                        .flatMap(here)
                        .flatMap(MeetingPage::caseOf)
                        .orElse(null),
                Optional.ofNullable(whole.ending()).map(MeetingPage::ending).orElse(null),
                whole.schedules().reversed().stream().map(MeetingPage::proposal).toList(),
                whole.items().stream().map(this::item).toList(),
                before == null
                        ? List.of()
                        : Meetings.carried(folded, before).stream()
                                .map(one -> carried(one, before, maySpeak))
                                .toList(),
                whole.told().stream()
                        .map(one -> statement(one.statement(), one.objections()))
                        .toList(),
                whole.waiting().stream().map(one -> statement(one, List.of())).toList(),
                Duties.of(whole, now).stream()
                        .map(one -> new DutyView(
                                one.kind().code(), one.party(), one.on().record()))
                        .toList(),
                maySpeak
                        ? NextSteps.of(whole, own).stream()
                                .map(MeetingPage::step)
                                .toList()
                        : List.of());
    }

    /// Of which case a record speaks: desks know one another by records alone. Empty for what is said of
    /// none.
    static Optional<UUID> caseOf(SharedRecord record) {
        var party = record.origin().party();
        var said = StatementReader.read(record.id(), party, record.time(), record.body())
                .statement();
        return record.kind().equals(CASE_STATEMENT) && said != null ? Optional.of(said.caseId()) : Optional.empty();
    }

    private static EndingView ending(Statement said) {
        return new EndingView(
                said.party(), said.time().instant(), said.text("text").orElse(""));
    }

    private static ProposalView proposal(Proposal one) {
        var said = one.said();
        return new ProposalView(
                said.record(),
                said.party(),
                said.time().instant(),
                one.standing().name().toLowerCase(Locale.ROOT),
                Bodies.toJson(said.body()),
                one.agreedBy().stream().sorted().toList(),
                one.objectedBy().values().stream()
                        .sorted(Comparator.comparing(Statement::party))
                        .map(no -> new ObjectedView(no.party(), no.text("text").orElse("")))
                        .toList(),
                said.to().stream().filter(one::waitsFor).sorted().toList());
    }

    private ItemView item(Item one) {
        var said = one.said();
        var outcome = one.outcome();
        return new ItemView(
                said.record(),
                one.number(),
                MeetingView.title(said),
                said.text("presenter").orElse(""),
                one.position(),
                said.text("text").orElse(""),
                said.to().stream().sorted().toList(),
                folded.label(said.record()).text(),
                proposal(one.proposal()),
                one.papers().stream().map(this::paper).toList(),
                one.outcomes().reversed().stream().map(MeetingPage::proposal).toList(),
                outcome == null ? null : outcome.said().record(),
                one.latest()
                        .flatMap(latest -> latest.said().id("commitment"))
                        .flatMap(id -> Optional.ofNullable(promises.get(id)))
                        .map(promise -> new PromiseView(promise.id(), promise.title()))
                        .orElse(null));
    }

    private PaperView paper(Statement said) {
        var record = said.id("record").orElse(said.record());
        return new PaperView(
                said.record(),
                said.party(),
                record,
                said.text("text").orElse(""),
                folded.label(said.record()).text(),
                said.to().stream().sorted().toList(),
                here.apply(record).isPresent());
    }

    private CarriedView carried(Item one, Folded earlier, boolean maySpeak) {
        var said = one.said();
        var to = new TreeSet<>(said.to());
        var filled = new LinkedHashMap<String, Object>();
        for (var name : List.of("titleEn", "titleJa", "presenter", "text")) {
            said.text(name).ifPresent(text -> filled.put(name, text));
        }
        filled.put("from", said.record().toString());
        filled.put("position", one.position());
        var step = new StepView(
                Act.ITEM.code(), said.record(), List.copyOf(to), true, MeetingView.fields(Act.ITEM, filled));
        return new CarriedView(
                said.record(),
                MeetingView.title(said),
                said.text("presenter").orElse(""),
                said.text("text").orElse(""),
                List.copyOf(to),
                earlier.label(said.record()).text(),
                maySpeak && to.contains(own) && folded.whole().state().isOpen() ? step : null);
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
                MeetingView.fields(step.act(), step.filled()));
    }
}
