package org.renkei.commitments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.renkei.folds.Folding;
import org.renkei.folds.Folds;
import org.renkei.folds.Part;
import org.renkei.folds.Subjects;
import org.renkei.identity.Caller;
import org.renkei.kernel.commitments.Commitment;
import org.renkei.kernel.commitments.CommitmentFold;
import org.renkei.kernel.commitments.Statement;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.SharedRecord;
import org.springframework.stereotype.Component;

/// Commitments as one caller sees them: folded from the statements that this caller sees, so that nothing
/// tells of what is not seen.
@Component
class Commitments {
    static final String KIND = "commitment-statement";

    private final Folds<Statement, Folded> folds;

    Commitments(Subjects subjects) {
        this.folds = subjects.of(new StatementsOfCommitment());
    }

    private static final class StatementsOfCommitment implements Folding<Statement, Folded> {
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
            return said.commitment();
        }

        @Override
        public Folded fold(UUID subject, List<Part<Statement>> parts) {
            var labels = new LinkedHashMap<UUID, Label>();
            parts.forEach(part -> labels.put(part.record(), part.label()));
            return new Folded(
                    CommitmentFold.fold(subject, parts.stream().map(Part::said).toList()), labels);
        }
    }

    /// A commitment and the labels of the records it was folded from.
    record Folded(Commitment whole, Map<UUID, Label> labels) {
        List<Statement> statements() {
            var all = new ArrayList<Statement>();
            whole.told().forEach(told -> all.add(told.statement()));
            all.addAll(whole.waiting());
            return all;
        }

        /// Of everything in it together.
        Label label() {
            return labels.values().stream().reduce(Label::combine).orElseThrow();
        }

        Label label(UUID record) {
            return Optional.ofNullable(labels.get(record)).orElseThrow();
        }

        /// What it was recorded by: only those are given out that have one.
        Statement opening() {
            return Optional.ofNullable(whole.opening()).orElseThrow();
        }

        boolean isOpened() {
            return whole.opening() != null;
        }
    }

    /// Only those whose record is here: without it nobody can say what was promised. To be called within a
    /// transaction.
    List<Folded> list(Caller caller) {
        return folds.list(caller).stream().filter(Folded::isOpened).toList();
    }

    /// To be called within a transaction.
    Optional<Folded> find(UUID id, Caller caller) {
        return folds.find(id, caller).filter(Folded::isOpened);
    }
}
