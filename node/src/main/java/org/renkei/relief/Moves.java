package org.renkei.relief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.folds.Folding;
import org.renkei.folds.Folds;
import org.renkei.folds.Part;
import org.renkei.folds.Subjects;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.relief.moves.Move;
import org.renkei.kernel.relief.moves.MoveFold;
import org.renkei.kernel.relief.moves.Statement;
import org.renkei.records.RecordFilter;
import org.renkei.sight.Then;
import org.springframework.stereotype.Component;

/// Moves as one caller sees them: folded from the statements that this caller sees.
@Component
class Moves {
    static final String KIND = "move-statement";

    private static final RecordFilter STATEMENTS = new RecordFilter(KIND, null, null, null, null);

    private final StatementsOfMove folding = new StatementsOfMove();
    private final Folds<Statement, Folded> folds;

    Moves(Subjects subjects) {
        this.folds = subjects.of(folding);
    }

    private static final class StatementsOfMove implements Folding<Statement, Folded> {
        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public int rules() {
            return 1;
        }

        @Override
        public Optional<Statement> read(SharedRecord content) {
            return Optional.ofNullable(
                    Statement.read(content.id(), content.origin().party(), content.time(), content.body())
                            .statement());
        }

        @Override
        public UUID subject(Statement said) {
            return said.move();
        }

        @Override
        public Folded fold(UUID subject, List<Part<Statement>> parts) {
            var labels = new LinkedHashMap<UUID, Label>();
            parts.forEach(part -> labels.put(part.record(), part.label()));
            return new Folded(
                    MoveFold.fold(subject, parts.stream().map(Part::said).toList()), labels);
        }
    }

    /// A move and the labels of the records it was folded from; only those are given out whose plan is here.
    record Folded(Move whole, Map<UUID, Label> labels) {
        Statement plan() {
            return Optional.ofNullable(whole.plan()).orElseThrow();
        }

        boolean isPlanned() {
            return whole.plan() != null;
        }

        List<Statement> statements() {
            return Stream.concat(whole.told().stream().map(Move.Told::statement), whole.waiting().stream())
                    .toList();
        }

        Label label(Statement said) {
            return Optional.ofNullable(labels.get(said.record())).orElseThrow();
        }

        /// Of everything in it together.
        Label label() {
            return labels.values().stream().reduce(Label::combine).orElseThrow();
        }

        /// Of what the state of the move follows from: the same for all who were told of it.
        Label stateLabel() {
            return whole.told().stream()
                    .filter(one -> one.fits() && one.statement().act().isForAll())
                    .map(one -> label(one.statement()))
                    .reduce(Label::combine)
                    .orElseThrow();
        }

        /// Which of the two boards it stands on.
        boolean exercise() {
            return label(plan()).exercise();
        }
    }

    /// To be called within a transaction.
    List<Folded> list(Caller caller) {
        return folds.list(caller).stream().filter(Folded::isPlanned).toList();
    }

    /// As they were known here at a time. To be called within a transaction.
    List<Folded> list(Then then) {
        var said = new LinkedHashMap<UUID, List<Part<Statement>>>();
        for (var content : then.contents(STATEMENTS)) {
            folding.read(content)
                    .ifPresent(one -> said.computeIfAbsent(one.move(), id -> new ArrayList<>())
                            .add(new Part<>(content.id(), one, content.banner(), false)));
        }
        return said.entrySet().stream()
                .map(one -> folding.fold(one.getKey(), one.getValue()))
                .filter(Folded::isPlanned)
                .toList();
    }

    /// To be called within a transaction.
    Optional<Folded> find(UUID id, Caller caller) {
        return folds.find(id, caller).filter(Folded::isPlanned);
    }
}
