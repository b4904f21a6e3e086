package org.renkei.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.cases.Cases.Folded;
import org.renkei.folds.Unseen;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.cases.Case;
import org.renkei.kernel.cases.Case.Asked;
import org.renkei.kernel.cases.Case.Consultation;
import org.renkei.kernel.cases.Field;
import org.renkei.kernel.cases.NextSteps;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cases.Statement;
import org.renkei.party.CoordinationRegister;
import org.renkei.records.Bodies;
import org.renkei.release.DecisionView;
import tools.jackson.databind.JsonNode;

/// One case as the API shows it to somebody of a nation.
record PageView(
        Folded folded,
        String party,
        CoordinationRegister data,
        Unseen unseen,
        int newest,
        Instant now,
        Locale language) {

    /// What stands beside the statement that it names.
    private static final Set<Act> ASIDE = Set.of(Act.REMARK, Act.ENCLOSE);

    public record ObjectionView(String at, String text) {}

    public record ReceivedView(String party, String receipt, Instant time) {}

    public record ReleasedView(
            String party, String decision, @Nullable String confirmedAt) {}

    /// @param ref the end of the record's id: short, and the same for all who hold it
    /// @param released to whom it went, for own ones; null for what a partner said
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
            List<ObjectionView> objections,
            JsonNode fields,
            boolean own,
            boolean fresh,
            List<ReceivedView> receipts,
            @Nullable List<ReleasedView> released) {}

    public record OfferView(
            UUID on,
            String party,
            String state,
            @Nullable Long quantity,
            @Nullable UUID acceptance,
            @Nullable String progress) {}

    public record AskedView(
            UUID on,
            String act,
            String party,
            List<String> to,
            String state,
            @Nullable String category,
            String text,
            @Nullable Long quantity,
            @Nullable String unit,
            long accepted,
            @Nullable Instant due,
            List<OfferView> offers,
            List<String> refusedBy) {}

    public record VersionView(String party, UUID on, String text) {}

    public record ConsultationView(
            UUID on,
            String body,
            @Nullable Instant at,
            String text,
            boolean withdrawn,
            List<String> to,
            List<VersionView> versions,
            List<String> agreedBy,
            boolean agreed) {}

    public record FieldView(
            String name,
            String type,
            boolean required,
            List<String> choices,
            @Nullable Object value) {}

    /// What this nation may say next.
    ///
    /// @param to who can be told
    /// @param everybody whether all of them have to be told
    public record StepView(String act, @Nullable UUID on, List<String> to, boolean everybody, List<FieldView> fields) {}

    /// @param newest how many statements are shown at most, besides the opening and what can be answered
    CaseView.Page page(boolean maySpeak, Function<Collection<UUID>, Map<UUID, List<DecisionView>>> releases) {
        var whole = folded.whole();
        var opening = CaseView.opening(whole);
        var label = folded.label(opening.record()).orElseThrow();
        var steps = maySpeak ? NextSteps.of(whole, party) : List.<NextSteps.Step>of();
        var told = shown(steps);
        var released = releases.apply(Stream.concat(told.stream().map(Case.Told::statement), whole.waiting().stream())
                .map(Statement::record)
                .filter(folded::isOwn)
                .toList());
        return new CaseView.Page(
                whole.id(),
                party,
                CaseView.name(whole),
                whole.state().code(),
                folded.label().text(),
                label.exercise(),
                List.copyOf(label.purposes()),
                folded.body(),
                CaseView.level(folded.body(), data),
                whole.nations().stream().sorted().toList(),
                whole.phasesByNation().entrySet().stream()
                        .map(one -> new CaseView.NationPhase(
                                one.getKey(), one.getValue().code()))
                        .toList(),
                CaseView.policies(whole, data.policiesFor(party), now),
                whole.joining().stream().map(CaseView.JoiningView::of).toList(),
                whole.closedBy().stream().sorted().toList(),
                told.stream()
                        .map(one -> statement(one.statement(), one.objections(), released))
                        .toList(),
                whole.told().size() - told.size(),
                unconfirmed(),
                whole.waiting().stream()
                        .map(one -> statement(one, List.of(), released))
                        .toList(),
                whole.asked().stream().map(PageView::asked).toList(),
                whole.consultations().stream().map(PageView::consultation).toList(),
                folded.duties(party).stream()
                        .map(one -> CaseView.duty(one, whole, party, now))
                        .toList(),
                steps.stream().map(PageView::step).toList(),
                maySpeak && whole.nations().contains(party)
                        ? step(new NextSteps.Step(Act.REMARK, null, whole.nations(), false, Map.of()))
                        : null);
    }

    private List<Case.Told> shown(List<NextSteps.Step> steps) {
        var told = folded.whole().told();
        var named = steps.stream().flatMap(one -> Stream.ofNullable(one.on())).collect(Collectors.toSet());
        var shown = new ArrayList<Case.Told>();
        for (var at = 0; at < told.size(); at++) {
            var one = told.get(at).statement();
            var belongs = ASIDE.contains(one.act()) && named.containsAll(one.on());
            if (at >= told.size() - newest
                    || one.equals(folded.whole().opening())
                    || named.contains(one.record())
                    || belongs) {
                shown.add(told.get(at));
                named.add(one.record());
            }
        }
        return shown;
    }

    /// Statements of partners that this nation has not confirmed.
    private int unconfirmed() {
        var whole = folded.whole();
        return (int) whole.told().stream()
                .filter(one -> one.fits() && one.statement().act() != Act.RECEIPT)
                .map(Case.Told::statement)
                .filter(one -> !one.party().equals(party) && !whole.isReceivedBy(party, one.record()))
                .count();
    }

    private StatementView statement(
            Statement said, List<Objection> objections, Map<UUID, List<DecisionView>> released) {
        var japanese = language.getLanguage().equals("ja");
        var decisions = released.get(said.record());
        var text = said.record().toString();
        return new StatementView(
                said.record(),
                text.substring(text.length() - 4),
                said.party(),
                said.act().code(),
                said.time().instant(),
                said.to().stream().sorted().toList(),
                said.on(),
                folded.label(said.record()).map(Object::toString).orElse(""),
                objections.isEmpty(),
                objections.stream()
                        .map(one -> new ObjectionView(one.at(), japanese ? one.japanese() : one.english()))
                        .toList(),
                Bodies.toJson(said.body()),
                said.party().equals(party),
                !said.party().equals(party)
                        && said.act() != Act.RECEIPT
                        && unseen.in(folded.whole().id()).contains(said.record()),
                folded.whole().receipts().getOrDefault(said.record(), List.of()).stream()
                        .map(one -> new ReceivedView(one.party(), one.receipt().code(), one.time()))
                        .toList(),
                decisions == null
                        ? null
                        : decisions.stream()
                                .map(one -> new ReleasedView(one.party(), one.decision(), one.confirmedAt()))
                                .toList());
    }

    private static AskedView asked(Asked asked) {
        var said = asked.said();
        return new AskedView(
                said.record(),
                said.act().code(),
                said.party(),
                said.to().stream().sorted().toList(),
                asked.state().code(),
                said.text("category").orElse(null),
                said.text("text").orElse(""),
                said.number("quantity").orElse(null),
                said.text("unit").orElse(null),
                asked.accepted(),
                said.instant("due").orElse(null),
                asked.offers().stream().map(PageView::offer).toList(),
                asked.refusals().stream()
                        .map(Statement::party)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static OfferView offer(Case.Offered offer) {
        var acceptance = offer.acceptance();
        var progress = offer.progress();
        return new OfferView(
                offer.said().record(),
                offer.said().party(),
                offer.state().code(),
                offer.said().number("quantity").orElse(null),
                acceptance == null ? null : acceptance.record(),
                progress == null ? null : progress.code());
    }

    private static ConsultationView consultation(Consultation one) {
        var called = one.called();
        var versions = new ArrayList<VersionView>();
        one.versions().values().stream()
                .sorted((a, b) -> a.party().compareTo(b.party()))
                .forEach(version -> versions.add(new VersionView(
                        version.party(), version.record(), version.text("text").orElse(""))));
        return new ConsultationView(
                called.record(),
                called.text("body").orElse(""),
                called.instant("at").orElse(null),
                called.text("text").orElse(""),
                one.withdrawn(),
                called.to().stream().sorted().toList(),
                versions,
                one.agreedBy().stream().sorted().toList(),
                one.isAgreed());
    }

    private static StepView step(NextSteps.Step step) {
        return new StepView(
                step.act().code(),
                step.on(),
                step.to().stream().sorted().toList(),
                step.everybody(),
                fields(step.act(), step.filled()));
    }

    static List<FieldView> fields(Act act, Map<String, Object> filled) {
        return act.fields().stream()
                .map(field -> new FieldView(
                        field.name(), type(field), field.required(), field.choices(), filled.get(field.name())))
                .toList();
    }

    private static String type(Field field) {
        return field.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
