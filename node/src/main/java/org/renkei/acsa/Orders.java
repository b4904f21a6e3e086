package org.renkei.acsa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.acsa.FoldBook.Outline;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderFold;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.label.Label;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Seen;
import org.renkei.sight.Sight;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;

/// Orders as one caller sees them. One order is folded from its statements that the caller sees; of many, those that
/// are seen whole come from what is [kept][Kept], and only the others are folded.
@Component
class Orders {
    static final String KIND = "acsa-statement";
    private static final int MOST_NAMED = 1_000;

    private static final int PAGE = 500;
    private static final Caller NODE = Caller.part("acsa");

    private final Sights sights;
    private final FoldBook book;
    private final Circles circles;
    private final String self;
    private final OrderFolds folds = new OrderFolds();

    Orders(Sights sights, FoldBook book, Circles circles, NodeSettings settings) {
        this.self = settings.node().party();
        this.sights = sights;
        this.book = book;
        this.circles = circles;
    }

    /// An order and the records it was folded from.
    ///
    /// @param records none where many orders were asked for
    /// @param label of everything in it together
    record Folded(Order order, Map<UUID, Seen> records, Label label) {
        List<Statement> statements() {
            var all = new ArrayList<Statement>();
            order.told().forEach(told -> all.add(told.statement()));
            all.addAll(order.waiting());
            return all;
        }

        /// Of the records that its statements are.
        List<UUID> ids() {
            return statements().stream().map(Statement::record).toList();
        }
    }

    /// What somebody sees of all orders, good within one transaction.
    ///
    /// @param cut orders that are seen in part, folded from what is seen
    record View(Circles.Within within, List<Folded> cut) {
        View {
            cut = List.copyOf(cut);
        }

        List<Integer> whole() {
            return within.whole();
        }
    }

    Circles.Within within(Caller caller) {
        return circles.of(sights.of(caller));
    }

    View view(Caller caller) {
        return view(caller, "");
    }

    /// @param partner whose orders are asked for; empty for all
    View view(Caller caller, String partner) {
        var sight = sights.of(caller);
        var within = circles.of(sight);
        return new View(within, fold(sight, book.among(within.cut(), partner)));
    }

    /// What this node holds, whoever asks: for what counts for the whole nation.
    View whole() {
        return view(NODE);
    }

    /// Orders of which something can still become due, as the caller sees them.
    List<Folded> standing(Caller caller) {
        var sight = sights.of(caller);
        var within = circles.of(sight);
        var all = new ArrayList<>(fold(sight, book.among(within.cut(), "")));
        var missing = new LinkedHashMap<UUID, Outline>();
        for (var outline : book.list(within.whole(), true)) {
            folds.find(outline).ifPresentOrElse(all::add, () -> missing.put(outline.order(), outline));
        }
        var ids = List.copyOf(missing.keySet());
        for (var from = 0; from < ids.size(); from += PAGE) {
            for (var folded : fold(sight, ids.subList(from, Math.min(from + PAGE, ids.size())))) {
                var outline = missing.get(folded.order().id());
                if (outline != null) {
                    all.add(folds.keep(outline, folded));
                }
            }
        }
        return all;
    }

    List<Folded> allStanding() {
        return standing(NODE);
    }

    /// The same orders without their statements: of those that are seen whole nothing is folded.
    List<Standing> ahead(Caller caller) {
        var sight = sights.of(caller);
        var within = circles.of(sight);
        var toFold = new ArrayList<>(book.among(within.cut(), ""));
        var all = new ArrayList<Standing>();
        var labels = new HashMap<String, Label>();
        book.standing(within.whole()).forEach((outline, ahead) -> {
            if (ahead.isPresent()) {
                var label = labels.computeIfAbsent(outline.label(), Label::parse);
                all.add(Standing.of(outline, ahead.get(), label));
            } else {
                toFold.add(outline.order());
            }
        });
        fold(sight, toFold).forEach(folded -> all.add(Standing.of(folded)));
        return all;
    }

    List<Standing> allAhead() {
        return ahead(NODE);
    }

    /// The orders with a partner that stand, or have a posting in a period, each with its records.
    List<Folded> concerning(Caller caller, String partner, LocalDate from, LocalDate to) {
        var sight = sights.of(caller);
        var within = circles.of(sight);
        var ids = new ArrayList<>(book.among(within.cut(), partner));
        ids.addAll(book.concerning(within.whole(), partner, from, to));
        return between(fold(sight, ids), partner);
    }

    /// All orders with a partner, each with its records.
    List<Folded> all(Caller caller, String partner) {
        var sight = sights.of(caller);
        var within = circles.of(sight);
        var ids = new ArrayList<>(book.among(within.cut(), partner));
        ids.addAll(book.among(within.whole(), partner));
        return between(fold(sight, ids), partner);
    }

    private List<Folded> between(List<Folded> all, String partner) {
        return all.stream()
                .filter(folded -> BooksView.isBetween(folded.order(), self, partner))
                .toList();
    }

    /// Orders of which nothing can become due any more, in outline.
    List<Outline> over(Caller caller) {
        return book.list(circles.of(sights.of(caller)).whole(), false);
    }

    /// One record of each of these orders, for what is to be written down of a list of them: of those in outline all
    /// statements are seen.
    Set<UUID> first(List<Standing> open, List<Outline> over) {
        var first = new LinkedHashSet<UUID>();
        open.forEach(order -> Optional.ofNullable(order.ahead().said()).ifPresent(first::add));
        var orders = over.stream().limit(MOST_NAMED).map(Outline::order).toList();
        var ofEach = new HashMap<UUID, UUID>();
        book.recordsOf(orders)
                .forEach((record, order) -> ofEach.merge(order, record, (a, b) -> a.compareTo(b) < 0 ? a : b));
        first.addAll(ofEach.values());
        return first;
    }

    /// That of all orders with a partner that are seen, or of all where it is empty; empty when there are none.
    Optional<Label> label(View view, String partner) {
        return Stream.concat(
                        book.labels(view.whole(), self, partner).stream().map(Label::parse),
                        view.cut().stream()
                                .filter(folded ->
                                        partner.isEmpty() || BooksView.isBetween(folded.order(), self, partner))
                                .map(Folded::label))
                .reduce(Label::combine);
    }

    /// That of all orders that are seen, as it stands above figures of them.
    String marking(View view) {
        return Banner.of(label(view, ""), self);
    }

    /// @throws Problem when the caller sees none of that id
    Folded get(UUID id, Caller caller) {
        return find(id, caller)
                .filter(folded -> folded.order().request() != null)
                .orElseThrow(Orders::notHere);
    }

    static Problem notHere() {
        return new Problem(Category.NOT_FOUND, "no order of that id is held here", "その ID のオーダーはここにありません");
    }

    Optional<Folded> find(UUID order, Caller caller) {
        return fold(sights.of(caller), List.of(order)).stream().findFirst();
    }

    private List<Folded> fold(Sight sight, Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        var statements = new LinkedHashMap<UUID, List<Statement>>();
        var records = new LinkedHashMap<UUID, Map<UUID, Seen>>();
        for (var seen : sight.list(book.recordsOf(orders).keySet())) {
            KeptFolds.read(seen).ifPresent(said -> {
                statements
                        .computeIfAbsent(said.order(), key -> new ArrayList<>())
                        .add(said);
                records.computeIfAbsent(said.order(), key -> new LinkedHashMap<>())
                        .put(said.record(), seen);
            });
        }
        var folded = new ArrayList<Folded>();
        statements.forEach((id, said) -> {
            var own = records.getOrDefault(id, Map.of());
            folded.add(new Folded(OrderFold.fold(id, said), own, label(own)));
        });
        return folded;
    }

    private static Label label(Map<UUID, Seen> records) {
        return records.values().stream()
                .map(seen -> seen.record().content())
                .flatMap(content -> content == null ? Stream.<Label>empty() : Stream.of(content.banner()))
                .reduce(Label::combine)
                .orElseThrow();
    }
}
