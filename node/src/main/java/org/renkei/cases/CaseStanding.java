package org.renkei.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.cases.Cases.Folded;
import org.renkei.folds.Part;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.cases.Case;
import org.renkei.kernel.cases.Statement;
import org.renkei.kernel.difference.Subject;
import org.renkei.kernel.label.Label;
import org.renkei.party.CoordinationRegister;

/// How one case stands for somebody, in parts of which each has its own label: what an overview and a brief
/// are made from.
///
/// @param said of the statements that were asked for, in the order in which they count, without receipts
/// @param unanswered requests to which nobody has offered or answered anything
/// @param offers what nations offer to what was asked for in it
/// @param threads what was said in it by threads, and how each nation sees the situation as one more
/// @param newest when the newest statement was made
/// @param consultations that were called and not withdrawn, also those that are over
public record CaseStanding(
        UUID id,
        Map<String, String> name,
        boolean open,
        String phase,
        String level,
        Set<String> nations,
        Label label,
        List<Line> said,
        List<Unanswered> unanswered,
        List<Due> duties,
        List<Called> consultations,
        List<Offer> offers,
        List<Subject> threads,
        Instant newest) {
    /// Of the records that statements are.
    public static final String KIND = Cases.KIND;

    private static final Set<Act> SAYS_PHASE = Set.of(Act.OPEN, Act.ADMIT, Act.PHASE);

    /// @param root where the thread began in which it stands; itself where it answers nothing
    /// @param phase how its writer sees the situation, where it says that
    public record Line(
            UUID record,
            String party,
            Act act,
            Instant time,
            String text,
            Label label,
            UUID root,
            @Nullable String phase) {}

    public record Unanswered(
            UUID on,
            Act act,
            String party,
            List<String> to,
            String text,
            Instant asked,
            @Nullable Instant due,
            Label label) {}

    public record Due(CaseView.DutyView duty, Label label) {}

    /// An offer that was neither declined nor withdrawn.
    ///
    /// @param category of the request that it answers
    /// @param open while nobody has accepted it
    public record Offer(UUID on, String party, String category, boolean open, Label label) {}

    /// A consultation.
    ///
    /// @param unagreed the nations that have written minutes of it, while not all agree that these say the
    /// same
    public record Called(UUID on, String body, Instant at, String text, Label label, Set<String> unagreed) {}

    /// The key of the subject that a thread is.
    ///
    /// @param root the statement with which it began
    public static String threadKey(UUID caseId, UUID root) {
        return "case " + caseId + " " + root;
    }

    static CaseStanding of(
            Folded folded, String party, CoordinationRegister bodies, Predicate<UUID> asked, Instant now) {
        var whole = folded.whole();
        return new CaseStanding(
                whole.id(),
                CaseView.name(whole),
                whole.state() != Case.State.CLOSED,
                CaseView.phaseFor(whole, party).code(),
                CaseView.level(folded.body(), bodies),
                whole.nations(),
                folded.label(),
                folded.lines().stream().filter(one -> asked.test(one.record())).toList(),
                whole.asked().stream()
                        .filter(one -> one.state() == Case.AskedState.OPEN)
                        .map(one -> unanswered(one.said(), folded))
                        .toList(),
                folded.duties(party).stream()
                        .map(one -> new Due(
                                CaseView.duty(one, whole, party, now),
                                label(folded, one.on().record())))
                        .toList(),
                whole.consultations().stream()
                        .filter(one -> !one.withdrawn())
                        .map(one -> called(one, folded))
                        .toList(),
                whole.asked().stream().flatMap(one -> offers(one, folded)).toList(),
                folded.threads(),
                folded.newest());
    }

    static List<Line> lines(Case whole, Map<UUID, Part<Statement>> parts) {
        var roots = roots(whole);
        return whole.told().stream()
                .filter(one -> one.fits() && one.statement().act() != Act.RECEIPT)
                .map(one -> line(one.statement(), parts, roots))
                .toList();
    }

    /// For each statement that answers another, in the order in which they count, where that thread began.
    private static Map<UUID, UUID> roots(Case whole) {
        var roots = new HashMap<UUID, UUID>();
        whole.told().stream()
                .map(Case.Told::statement)
                .forEach(one -> one.on().stream()
                        .findFirst()
                        .ifPresent(on -> roots.put(one.record(), roots.getOrDefault(on, on))));
        return roots;
    }

    private static Stream<Offer> offers(Case.Asked asked, Folded folded) {
        return asked.offers().stream()
                .filter(one -> one.state() == Case.OfferState.OFFERED || one.state() == Case.OfferState.ACCEPTED)
                .map(one -> new Offer(
                        one.said().record(),
                        one.said().party(),
                        asked.said().text("category").orElse(""),
                        one.state() == Case.OfferState.OFFERED,
                        label(folded, one.said().record())));
    }

    private static Called called(Case.Consultation one, Folded folded) {
        var said = one.called();
        return new Called(
                said.record(),
                said.text("body").orElse(""),
                said.instant("at").orElseThrow(),
                said.text("text").orElse(""),
                label(folded, said.record()),
                one.isAgreed() ? Set.of() : Set.copyOf(one.versions().keySet()));
    }

    private static Line line(Statement said, Map<UUID, Part<Statement>> parts, Map<UUID, UUID> roots) {
        return new Line(
                said.record(),
                said.party(),
                said.act(),
                said.time().instant(),
                said.text("text").orElse(""),
                Objects.requireNonNull(parts.get(said.record())).label(),
                roots.getOrDefault(said.record(), said.record()),
                SAYS_PHASE.contains(said.act()) ? said.text("phase").orElse(null) : null);
    }

    private static Unanswered unanswered(Statement said, Folded folded) {
        return new Unanswered(
                said.record(),
                said.act(),
                said.party(),
                said.others().stream().toList(),
                said.text("text").orElse(""),
                said.time().instant(),
                said.instant("due").orElse(null),
                label(folded, said.record()));
    }

    private static Label label(Folded folded, UUID record) {
        return folded.label(record).orElseThrow();
    }
}
