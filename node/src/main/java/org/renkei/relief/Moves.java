package org.renkei.relief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.relief.moves.Move;
import org.renkei.kernel.relief.moves.MoveFold;
import org.renkei.kernel.relief.moves.Statement;
import org.renkei.records.RecordFilter;
import org.renkei.sight.Sight;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;

/// Moves as one caller sees them: folded from the statements that this caller sees.
@Component
class Moves {
    static final String KIND = "move-statement";

    private final Sights sights;

    Moves(Sights sights) {
        this.sights = sights;
    }

    /// A move whose plan is here, and the labels of the records it was folded from.
    record Folded(Move whole, Map<UUID, Label> labels) {
        Statement plan() {
            return Optional.ofNullable(whole.plan()).orElseThrow();
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

    List<Folded> list(Caller caller) {
        return fold(sights.of(caller), null);
    }

    Optional<Folded> find(UUID id, Caller caller) {
        return fold(sights.of(caller), id).stream()
                .filter(one -> one.whole().id().equals(id))
                .findFirst();
    }

    private static List<Folded> fold(Sight sight, @Nullable UUID only) {
        var text = only == null ? null : only.toString();
        var contents = sight.listAll(new RecordFilter(KIND, null, null, text, null)).stream()
                .flatMap(seen -> Stream.ofNullable(seen.record().content()))
                .toList();
        var labels = new LinkedHashMap<UUID, Map<UUID, Label>>();
        var statements = new LinkedHashMap<UUID, List<Statement>>();
        for (var content : contents) {
            var read = statement(content);
            if (read != null) {
                statements
                        .computeIfAbsent(read.move(), key -> new ArrayList<>())
                        .add(read);
                labels.computeIfAbsent(read.move(), key -> new LinkedHashMap<>())
                        .put(read.record(), content.banner());
            }
        }
        var folded = new ArrayList<Folded>();
        statements.forEach(
                (id, said) -> folded.add(new Folded(MoveFold.fold(id, said), labels.getOrDefault(id, Map.of()))));
        return folded.stream().filter(one -> one.whole().plan() != null).toList();
    }

    private static @Nullable Statement statement(SharedRecord content) {
        return Statement.read(content.id(), content.origin().party(), content.time(), content.body())
                .statement();
    }
}
