package org.renkei.meetings;

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
import org.renkei.kernel.label.Label;
import org.renkei.kernel.meetings.Meeting;
import org.renkei.kernel.meetings.Meeting.Item;
import org.renkei.kernel.meetings.MeetingFold;
import org.renkei.kernel.meetings.Statement;
import org.renkei.kernel.record.SharedRecord;
import org.springframework.stereotype.Component;

/// Meetings as one caller sees them: folded from the statements that this caller sees, so that nothing
/// tells of what is not seen.
@Component
class Meetings {
    static final String KIND = "meeting-statement";

    private final Folds<Statement, Folded> folds;

    Meetings(Subjects subjects) {
        this.folds = subjects.of(new StatementsOfMeeting());
    }

    private static final class StatementsOfMeeting implements Folding<Statement, Folded> {
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
            var party = content.origin().party();
            return Optional.ofNullable(Statement.read(content.id(), party, content.time(), content.body())
                    .statement());
        }

        @Override
        public UUID subject(Statement said) {
            return said.meeting();
        }

        @Override
        public Folded fold(UUID subject, List<Part<Statement>> parts) {
            var labels = new LinkedHashMap<UUID, Label>();
            var said = new ArrayList<Statement>();
            for (var part : parts) {
                labels.put(part.record(), part.label());
                said.add(part.said());
            }
            return new Folded(MeetingFold.fold(subject, said), labels);
        }
    }

    /// A meeting and the labels of the records it was folded from.
    record Folded(Meeting whole, Map<UUID, Label> labels) {
        List<Statement> statements() {
            var all = new ArrayList<>(
                    whole.told().stream().map(Meeting.Told::statement).toList());
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

        /// What it was called by: only those are given out that have one.
        Statement opening() {
            return Optional.ofNullable(whole.opening()).orElseThrow();
        }
    }

    /// Only those whose call is here. To be called within a transaction.
    List<Folded> list(Caller caller) {
        return folds.list(caller).stream()
                .filter(one -> one.whole().opening() != null)
                .toList();
    }

    /// To be called within a transaction.
    Optional<Folded> find(UUID id, Caller caller) {
        return folds.find(id, caller).filter(one -> one.whole().opening() != null);
    }

    /// The meeting that this one follows, as far as the caller sees it.
    Optional<Folded> before(Folded one, Caller caller) {
        return one.opening().id("follows").flatMap(id -> find(id, caller));
    }

    /// What was deferred at the meeting before, concerns nations of this one alone, and is not on its
    /// agenda yet.
    static List<Item> carried(Folded one, Folded before) {
        var taken = one.whole().items().stream()
                .flatMap(item -> item.said().id("from").stream())
                .toList();
        return before.whole().items().stream()
                .filter(Item::isDeferred)
                .filter(item -> !taken.contains(item.said().record()))
                .filter(item -> one.whole().nations().containsAll(item.said().to()))
                .toList();
    }
}
