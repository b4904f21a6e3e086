package org.renkei.acsa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.label.Label;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.records.RecordFilter;
import org.renkei.sight.Seen;
import org.renkei.sight.Sight;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;

/// Orders as one caller sees them: folded from the statements that this caller sees, so that nothing has to be stored,
/// and nothing tells of what is not seen.
@Component
class Orders {
    static final String KIND = "acsa-statement";

    private static final int PAGE = 500;
    private static final Caller NODE = Caller.part("acsa");

    private final Sights sights;
    private final OrderFolds folds = new OrderFolds();

    Orders(Sights sights) {
        this.sights = sights;
    }

    /// An order and the records it was folded from.
    ///
    /// @param label of everything in it together
    record Folded(Order order, Map<UUID, Seen> records, Label label) {
        List<Statement> statements() {
            var all = new ArrayList<Statement>();
            order.told().forEach(told -> all.add(told.statement()));
            all.addAll(order.waiting());
            return all;
        }
    }

    List<Folded> list(Caller caller) {
        return read(caller, null);
    }

    /// Every order that this node holds, whoever asks: for what counts for the whole nation.
    List<Folded> all() {
        return list(NODE);
    }

    /// @throws Problem when the caller sees none of that id
    Folded get(UUID id, Caller caller) {
        return find(id, caller)
                .filter(folded -> folded.order().request() != null)
                .orElseThrow(() ->
                        new Problem(Category.NOT_FOUND, "no order of that id is held here", "その ID のオーダーはここにありません"));
    }

    Optional<Folded> find(UUID order, Caller caller) {
        return read(caller, order).stream()
                .filter(one -> one.order().id().equals(order))
                .findFirst();
    }

    private List<Folded> read(Caller caller, @Nullable UUID order) {
        var statements = new LinkedHashMap<UUID, List<Statement>>();
        var records = new LinkedHashMap<UUID, Seen>();
        for (var seen : seen(sights.of(caller), order)) {
            var content = seen.record().content();
            if (content != null) {
                var party = content.origin().party();
                var read = folds.read(content.id(), party, content.time(), content.body());
                if (read != null) {
                    records.put(content.id(), seen);
                    statements
                            .computeIfAbsent(read.order(), key -> new ArrayList<>())
                            .add(read);
                }
            }
        }
        var folded = new ArrayList<Folded>();
        statements.forEach((id, said) -> {
            var own = new LinkedHashMap<UUID, Seen>();
            said.forEach(statement -> {
                var seen = records.get(statement.record());
                if (seen != null) {
                    own.put(statement.record(), seen);
                }
            });
            folded.add(new Folded(folds.fold(id, said), own, label(own)));
        });
        return folded;
    }

    private static List<Seen> seen(Sight sight, @Nullable UUID order) {
        var filter = new RecordFilter(KIND, null, null, order == null ? null : order.toString(), null);
        var all = new ArrayList<Seen>();
        UUID after = null;
        while (true) {
            var page = sight.list(filter, after, PAGE).orElse(List.of());
            all.addAll(page);
            if (page.size() < PAGE) {
                return all;
            }
            after = page.getLast().record().id();
        }
    }

    private static Label label(Map<UUID, Seen> records) {
        return records.values().stream()
                .map(seen -> seen.record().content())
                .flatMap(content -> content == null ? Stream.<Label>empty() : Stream.of(content.banner()))
                .reduce(Label::combine)
                .orElseThrow();
    }
}
