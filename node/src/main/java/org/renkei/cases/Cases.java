package org.renkei.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.renkei.folds.Folding;
import org.renkei.folds.Folds;
import org.renkei.folds.Gone;
import org.renkei.folds.Part;
import org.renkei.folds.Subjects;
import org.renkei.folds.Unseen;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Case;
import org.renkei.kernel.cases.CaseFold;
import org.renkei.kernel.cases.Duties;
import org.renkei.kernel.cases.Duties.Duty;
import org.renkei.kernel.cases.Field;
import org.renkei.kernel.cases.Statement;
import org.renkei.kernel.cases.StatementReader;
import org.renkei.kernel.difference.Subject;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.SharedRecord;
import org.springframework.stereotype.Component;

/// Cases as one caller sees them: folded from the statements that this caller sees, so that nothing tells
/// of what is not seen.
@Component
class Cases {
    static final String KIND = "case-statement";

    private final Folds<Statement, Folded> folds;

    Cases(Subjects subjects) {
        this.folds = subjects.of(new StatementsOfCase());
    }

    private static final class StatementsOfCase implements Folding<Statement, Folded> {
        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public int rules() {
            return 5;
        }

        @Override
        public Optional<Statement> read(SharedRecord content) {
            var party = content.origin().party();
            return Optional.ofNullable(StatementReader.read(content.id(), party, content.time(), content.body())
                    .statement());
        }

        @Override
        public UUID subject(Statement said) {
            return said.caseId();
        }

        @Override
        public Folded fold(UUID subject, List<Part<Statement>> parts) {
            var byRecord = new LinkedHashMap<UUID, Part<Statement>>();
            parts.forEach(part -> byRecord.put(part.record(), part));
            return Folded.of(subject, byRecord);
        }
    }

    /// A case and the records it was folded from, with what every page asks of it.
    ///
    /// @param said statements that count, by record, in their order
    /// @param mentioning statements that are for some body besides, the newest last
    /// @param body where the case was moved last, or opened; its code
    /// @param bodies those that statements name, it among them
    /// @param lines what was said and fits, without receipts, in the order in which it counts
    /// @param threads these by thread, and how each nation sees the situation as one more
    /// @param first the least of its records, under which it is written down that it stood on a list
    /// @param label of everything in it together
    record Folded(
            Case whole,
            Map<UUID, Part<Statement>> parts,
            Map<UUID, Statement> said,
            List<Duty> duties,
            List<CaseStanding.Line> lines,
            List<Subject> threads,
            List<Statement> mentioning,
            String body,
            Set<String> bodies,
            Instant newest,
            UUID first,
            Label label) {

        static Folded of(UUID id, Map<UUID, Part<Statement>> parts) {
            var whole =
                    CaseFold.fold(id, parts.values().stream().map(Part::said).toList());
            var said = new LinkedHashMap<UUID, Statement>();
            whole.told().forEach(told -> said.put(told.statement().record(), told.statement()));
            var lines = CaseStanding.lines(whole, parts);
            return new Folded(
                    whole,
                    parts,
                    said,
                    Duties.of(whole),
                    lines,
                    whole.opening() == null ? List.of() : CaseThreads.of(whole, lines),
                    whole.told().stream()
                            .filter(Case.Told::fits)
                            .map(Case.Told::statement)
                            .filter(one -> !one.mentions().isEmpty())
                            .toList(),
                    whole.body(),
                    bodies(whole),
                    said.values().stream()
                            .map(one -> one.time().instant())
                            .max(Comparator.naturalOrder())
                            .orElse(Instant.EPOCH),
                    Collections.min(parts.keySet()),
                    parts.values().stream()
                            .map(Part::label)
                            .distinct()
                            .reduce(Label::combine)
                            .orElseThrow());
        }

        /// All that statements name.
        private static Set<String> bodies(Case whole) {
            var bodies = new TreeSet<String>();
            whole.told().stream()
                    .filter(Case.Told::fits)
                    .map(Case.Told::statement)
                    .forEach(said -> {
                        said.act().fields().stream()
                                .filter(field -> field.type() == Field.Type.BODY)
                                .forEach(field -> said.text(field.name()).ifPresent(bodies::add));
                        bodies.addAll(said.mentions());
                    });
            return bodies;
        }

        List<Statement> statements() {
            var all = new ArrayList<>(said.values());
            all.addAll(whole.waiting());
            return all;
        }

        boolean isOpened() {
            return whole.opening() != null;
        }

        /// Statements that are for a body besides, and on which this nation has said nothing yet, not even
        /// that it has read them.
        List<Statement> mentioning(String party) {
            var answered = mentioning.isEmpty()
                    ? Set.<UUID>of()
                    : said.values().stream()
                            .filter(one -> one.party().equals(party))
                            .flatMap(one -> one.on().stream())
                            .collect(Collectors.toSet());
            return mentioning.stream()
                    .filter(one -> !answered.contains(one.record()))
                    .toList();
        }

        /// Those of which this nation can tell whether they are still open.
        List<Duty> duties(String party) {
            return duties.stream().filter(one -> one.concerns(party)).toList();
        }

        Optional<Label> labels(List<UUID> of) {
            return of.stream().flatMap(id -> label(id).stream()).reduce(Label::combine);
        }

        /// Of one statement.
        Optional<Label> label(UUID record) {
            return Optional.ofNullable(parts.get(record)).map(Part::label);
        }

        /// Whether it is a record of this nation whose decisions may be shown.
        boolean isOwn(UUID record) {
            var part = parts.get(record);
            return part != null && part.own();
        }
    }

    /// Statements that a person has not opened yet.
    Unseen unseen(String person) {
        return folds.unseen(person);
    }

    Unseen unseen(String person, UUID id) {
        return folds.unseen(person, id);
    }

    void see(String person, Collection<UUID> statements, Instant now) {
        folds.see(person, statements, now);
    }

    /// Only those whose opening is here: without it nobody can say what the case is. To be called within a
    /// transaction.
    List<Folded> list(Caller caller) {
        return folds.list(caller).stream().filter(Folded::isOpened).toList();
    }

    /// Statements of a case that were taken back. To be called within a transaction.
    List<Gone<Statement>> gone(UUID id, Caller caller) {
        return folds.gone(id, caller);
    }

    /// To be called within a transaction.
    Optional<Folded> find(UUID id, Caller caller) {
        return folds.find(id, caller).filter(Folded::isOpened);
    }
}
