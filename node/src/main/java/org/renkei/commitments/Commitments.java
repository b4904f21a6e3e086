package org.renkei.commitments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.commitments.Commitment;
import org.renkei.kernel.commitments.CommitmentFold;
import org.renkei.kernel.commitments.Statement;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.records.RecordFilter;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;

/// Commitments as one caller sees them: folded from the statements that this caller sees, so that nothing
/// tells of what is not seen.
@Component
class Commitments {
    static final String KIND = "commitment-statement";

    private final Sights sights;

    Commitments(Sights sights) {
        this.sights = sights;
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
    }

    /// Only those whose record is here: without it nobody can say what was promised.
    List<Folded> list(Caller caller) {
        return read(caller, null);
    }

    Optional<Folded> find(UUID id, Caller caller) {
        return read(caller, id).stream()
                .filter(one -> one.whole().id().equals(id))
                .findFirst();
    }

    private List<Folded> read(Caller caller, @Nullable UUID id) {
        var statements = new LinkedHashMap<UUID, List<Statement>>();
        var labels = new LinkedHashMap<UUID, Map<UUID, Label>>();
        var filter = new RecordFilter(KIND, null, null, id == null ? null : id.toString(), null);
        for (var seen : sights.of(caller).listAll(filter)) {
            var content = seen.record().content();
            var read = content == null ? null : statement(content);
            if (content != null && read != null) {
                statements
                        .computeIfAbsent(read.commitment(), key -> new ArrayList<>())
                        .add(read);
                labels.computeIfAbsent(read.commitment(), key -> new LinkedHashMap<>())
                        .put(read.record(), content.banner());
            }
        }
        return statements.entrySet().stream()
                .map(one -> new Folded(
                        CommitmentFold.fold(one.getKey(), one.getValue()), labels.getOrDefault(one.getKey(), Map.of())))
                .filter(one -> one.whole().opening() != null)
                .toList();
    }

    private static @Nullable Statement statement(SharedRecord content) {
        return Statement.read(content.id(), content.origin().party(), content.time(), content.body())
                .statement();
    }

    /// A record as the caller sees it, of whatever kind.
    Optional<SharedRecord> record(UUID id, Caller caller) {
        return sights.of(caller)
                .find(id)
                .flatMap(seen -> Optional.ofNullable(seen.record().content()));
    }
}
