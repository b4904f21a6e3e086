package org.renkei.acsa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.OrderFold;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.kernel.label.Label;
import org.renkei.records.Marking;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordChanged.Change;
import org.renkei.records.RecordFilter;
import org.renkei.records.RecordsChanged;
import org.renkei.records.StoredRecord;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Seen;
import org.renkei.sight.Sights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps what follows from the statements of each order up to date, in the transaction that changes them, and makes all
/// of it anew where it was made by other rules.
@Component
class KeptFolds implements SmartLifecycle {
    /// By which rules orders are folded and kept; the next number whenever the same statements come to other rows.
    static final int RULES = 4;

    private static final Logger LOG = LoggerFactory.getLogger(KeptFolds.class);
    private static final int PAGE = 500;
    private static final Caller NODE = Caller.part("acsa");

    private final FoldBook book;
    private final TakenBack takenBack;
    private final Sights sights;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final String self;
    private volatile boolean running;

    KeptFolds(
            FoldBook book,
            TakenBack takenBack,
            Sights sights,
            AuditLog audit,
            TransactionTemplate transaction,
            NodeSettings settings) {
        this.book = book;
        this.takenBack = takenBack;
        this.sights = sights;
        this.audit = audit;
        this.transaction = transaction;
        this.self = settings.node().party();
    }

    /// Before the first request is answered, and before the first statement comes.
    @Override
    public void start() {
        transaction.executeWithoutResult(status -> {
            book.lock();
            if (!book.rules().equals(Optional.of(RULES))) {
                LOG.info("folding all ACSA orders by rules {}", RULES);
                makeAnew();
            }
        });
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    void makeAnew() {
        book.clear(RULES);
        var all = new HashSet<UUID>();
        var sight = sights.of(NODE);
        var filter = new RecordFilter(Orders.KIND, null, null, null, null);
        UUID after = null;
        List<Seen> page;
        do {
            page = sight.list(filter, after, PAGE).orElse(List.of());
            var orders = new HashMap<UUID, UUID>();
            page.forEach(seen -> read(seen).ifPresent(said -> orders.put(said.record(), said.order())));
            book.say(orders, List.of());
            all.addAll(orders.values());
            after = page.isEmpty() ? null : page.getLast().record().id();
        } while (page.size() == PAGE);
        var some = new ArrayList<UUID>();
        for (var order : all) {
            some.add(order);
            if (some.size() == PAGE) {
                fold(some);
                some.clear();
            }
        }
        fold(some);
        takenBack.bindWhatIsLeft();
    }

    @EventListener
    void on(RecordsChanged changed) {
        var ids = changed.changes().stream()
                .filter(one -> one.kind().equals(Orders.KIND) || one.change() != Change.STORED)
                .map(RecordChanged::id)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return;
        }
        var before = book.ordersOf(ids);
        if (!before.isEmpty()
                || changed.changes().stream().anyMatch(one -> one.kind().equals(Orders.KIND))) {
            book.lock();
            retell(ids, before);
        }
    }

    private void retell(Collection<UUID> ids, Map<UUID, UUID> before) {
        var now = new HashMap<UUID, UUID>();
        var here = sights.of(NODE).list(ids);
        here.forEach(seen -> read(seen).ifPresent(said -> now.put(said.record(), said.order())));
        var gone = new HashSet<>(before.keySet());
        gone.removeAll(now.keySet());
        var noted = takenBack.note(here.stream()
                .map(Seen::record)
                .filter(record -> gone.contains(record.id()))
                .toList());
        if (!noted.isEmpty()) {
            audit.append(noted.stream().map(one -> takenBack(one, before)).toList());
        }
        takenBack.forget(now.keySet());
        book.say(now, gone);
        var touched = new HashSet<>(before.values());
        touched.addAll(now.values());
        fold(touched);
    }

    private static AuditEvent takenBack(StoredRecord record, Map<UUID, UUID> orders) {
        var order = String.valueOf(orders.get(record.id()));
        return new AuditEvent(
                "node:acsa", "acsa-bound-taken-back", record.id(), record.party(), Map.of("order", order));
    }

    /// An order of which a bound statement was taken back stays as it was.
    private void fold(Collection<UUID> all) {
        var orders = new HashSet<>(all);
        orders.removeAll(takenBack.among(all));
        if (orders.isEmpty()) {
            return;
        }
        var records = book.recordsOf(orders);
        var byOrder = new TreeMap<UUID, Map<Statement, Seen>>();
        for (var seen : sights.of(NODE).list(records.keySet())) {
            read(seen)
                    .ifPresent(said -> byOrder.computeIfAbsent(said.order(), key -> new LinkedHashMap<>())
                            .put(said, seen));
        }
        var kept = new ArrayList<Kept>();
        byOrder.forEach((order, said) -> {
            var one = kept(order, said);
            if (one != null) {
                kept.add(one);
            }
        });
        book.put(orders, kept);
    }

    /// What a partner says must not keep a record from being stored: an order that cannot be folded is not kept.
    private @Nullable Kept kept(UUID order, Map<Statement, Seen> said) {
        try {
            var markings = said.values().stream()
                    .flatMap(seen -> Optional.ofNullable(seen.record().content()).stream())
                    .map(content -> Marking.of(content).digest())
                    .distinct()
                    .sorted(Comparator.comparing(hash -> hash.hex()))
                    .toList();
            var label = said.values().stream()
                    .flatMap(seen -> Optional.ofNullable(seen.record().content()).stream())
                    .map(content -> content.banner())
                    .reduce(Label::combine)
                    .orElseThrow();
            var folded = OrderFold.fold(order, said.keySet());
            return Kept.of(folded, book.circle(markings), label.text(), self);
        } catch (ArithmeticException | IllegalArgumentException | IllegalStateException e) {
            LOG.error("the ACSA order {} cannot be folded", order, e);
            return null;
        }
    }

    /// Empty for what is no statement, or was recalled: the partner does not hold it any more, and both come to the
    /// same.
    static Optional<Statement> read(Seen seen) {
        var content = seen.record().content();
        if (content == null || seen.record().recalled() || !content.kind().equals(Orders.KIND)) {
            return Optional.empty();
        }
        var party = content.origin().party();
        return Optional.ofNullable(StatementReader.read(content.id(), party, content.time(), content.body())
                .statement());
    }
}
