package org.renkei.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Case;
import org.renkei.kernel.cases.CaseFold;
import org.renkei.kernel.cases.Statement;
import org.renkei.kernel.cases.StatementReader;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.records.RecordFilter;
import org.renkei.sight.Seen;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;

/// Cases as one caller sees them: folded from the statements that this caller sees, so that nothing tells of
/// what is not seen.
@Component
class Cases {
    static final String KIND = "case-statement";

    private final Sights sights;

    Cases(Sights sights) {
        this.sights = sights;
    }

    /// A case and the records it was folded from.
    record Folded(Case whole, Map<UUID, Seen> records) {
        List<Statement> statements() {
            var all = new ArrayList<Statement>();
            whole.told().forEach(told -> all.add(told.statement()));
            all.addAll(whole.waiting());
            return all;
        }

        /// What of this had been said to a nation until a time; empty while it did not have the opening.
        Optional<Folded> toldTo(String party, Instant until) {
            var told = statements().stream()
                    .filter(one -> one.to().contains(party))
                    .filter(one -> !one.time().instant().isAfter(until))
                    .toList();
            var kept = new LinkedHashMap<UUID, Seen>();
            told.forEach(one -> {
                var seen = records.get(one.record());
                if (seen != null) {
                    kept.put(one.record(), seen);
                }
            });
            var then = new Folded(CaseFold.fold(whole.id(), told), kept);
            return then.whole().opening() == null ? Optional.empty() : Optional.of(then);
        }

        /// Of everything in it together.
        Label label() {
            return labels(records.keySet().stream().toList()).orElseThrow();
        }

        Optional<Label> labels(List<UUID> of) {
            return of.stream().flatMap(id -> label(id).stream()).reduce(Label::combine);
        }

        /// Of one statement.
        Optional<Label> label(UUID record) {
            return Optional.ofNullable(records.get(record))
                    .flatMap(seen -> Optional.ofNullable(seen.record().content()))
                    .map(SharedRecord::banner);
        }
    }

    /// Only those whose opening is here: without it nobody can say what the case is.
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
        var records = new LinkedHashMap<UUID, Map<UUID, Seen>>();
        for (var seen : seen(caller, id)) {
            var content = seen.record().content();
            var read = content == null ? null : statement(content);
            if (read != null) {
                statements
                        .computeIfAbsent(read.caseId(), key -> new ArrayList<>())
                        .add(read);
                records.computeIfAbsent(read.caseId(), key -> new LinkedHashMap<>())
                        .put(read.record(), seen);
            }
        }
        var folded = new ArrayList<Folded>();
        statements.forEach((one, said) -> {
            var whole = CaseFold.fold(one, said);
            if (whole.opening() != null) {
                folded.add(new Folded(whole, records.getOrDefault(one, Map.of())));
            }
        });
        return folded;
    }

    static @Nullable Statement statement(SharedRecord content) {
        return StatementReader.read(content.id(), content.origin().party(), content.time(), content.body())
                .statement();
    }

    private List<Seen> seen(Caller caller, @Nullable UUID id) {
        return sights.of(caller).listAll(new RecordFilter(KIND, null, null, id == null ? null : id.toString(), null));
    }
}
