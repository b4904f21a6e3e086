package org.renkei.folds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.renkei.folds.SubjectBook.Telling;
import org.renkei.identity.Caller;
import org.renkei.records.Marking;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordChanged.Change;
import org.renkei.records.RecordFilter;
import org.renkei.records.RecordsChanged;
import org.renkei.sight.Seen;
import org.renkei.sight.Sights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps up to date which records speak of which subject, in the transaction that changes them, and reads
/// all of a kind anew where it was read by other rules. What was recalled speaks of nothing: its partner
/// does not hold it any more, and both nations come to the same.
@Component
public class Subjects implements SmartLifecycle {
    static final Caller NODE = Caller.part("folds");

    private static final Logger LOG = LoggerFactory.getLogger(Subjects.class);
    private static final int PAGE = 500;

    private final SubjectBook book;
    private final Sights sights;
    private final TransactionTemplate transaction;
    private final Map<String, Folding<?, ?>> kinds = new ConcurrentHashMap<>();
    private final List<Folds<?, ?>> folds = new CopyOnWriteArrayList<>();
    private final Allowance allowance = new Allowance();
    private volatile boolean running;

    Subjects(SubjectBook book, Sights sights, TransactionTemplate transaction) {
        this.book = book;
        this.sights = sights;
        this.transaction = transaction;
    }

    /// From the start of the node on, records of this kind are kept. To be called before that.
    public <S, F> Folds<S, F> of(Folding<S, F> folding) {
        if (running || kinds.putIfAbsent(folding.kind(), folding) != null) {
            throw new IllegalStateException(folding.kind() + " is folded already, or too late");
        }
        var made = new Folds<>(folding, book, sights, allowance);
        folds.add(made);
        return made;
    }

    /// How many records are in memory, of all kinds; a record counts once more for each form in which it is.
    public long remembered() {
        return allowance.records();
    }

    /// Before the first request is answered, and before the first record comes.
    @Override
    public void start() {
        kinds.values()
                .forEach(folding -> transaction.executeWithoutResult(status -> {
                    book.lock();
                    if (!book.rules(folding.kind()).equals(Optional.of(folding.rules()))) {
                        LOG.info("reading all {} by rules {}", folding.kind(), folding.rules());
                        readAnew(folding);
                    }
                }));
        running = true;
        Thread.ofVirtual().name("reading-ahead").start(this::readAhead);
    }

    /// So that who asks first after a start need not wait until everything is read.
    private void readAhead() {
        try {
            folds.forEach(one -> one.readAhead(transaction, () -> running));
        } catch (RuntimeException e) {
            if (running) {
                LOG.warn("not everything is read ahead; who asks first waits for the rest", e);
            }
        }
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

    private void readAnew(Folding<?, ?> folding) {
        book.clear(folding.kind(), folding.rules());
        var all = new HashSet<UUID>();
        var sight = sights.of(NODE);
        var filter = new RecordFilter(folding.kind(), null, null, null, null);
        UUID after = null;
        List<Seen> page;
        do {
            page = sight.list(filter, after, PAGE).orElse(List.of());
            var tellings = tellings(folding, page);
            book.say(folding.kind(), tellings);
            tellings.forEach(one -> all.add(one.subject()));
            book.stood(folding.kind(), recalled(folding, page));
            after = page.isEmpty() ? null : page.getLast().record().id();
        } while (page.size() == PAGE);
        book.outline(folding.kind(), all);
    }

    @EventListener
    void on(RecordsChanged changed) {
        kinds.values().forEach(folding -> {
            var ids = changed.changes().stream()
                    .filter(one -> concerns(folding, one))
                    .map(RecordChanged::id)
                    .collect(Collectors.toSet());
            if (!ids.isEmpty()) {
                var named =
                        changed.changes().stream().anyMatch(one -> one.kind().equals(folding.kind()));
                retell(folding, ids, named);
            }
        });
    }

    /// A revision may be of another kind than the revision before.
    private static boolean concerns(Folding<?, ?> folding, RecordChanged changed) {
        return changed.kind().equals(folding.kind()) || changed.change() != Change.STORED;
    }

    private void retell(Folding<?, ?> folding, Set<UUID> ids, boolean named) {
        var touched = book.subjectsOf(folding.kind(), ids);
        if (touched.isEmpty() && !named) {
            return;
        }
        book.lock();
        var tellings = tellings(folding, sights.of(NODE).list(ids));
        tellings.forEach(one -> touched.add(one.subject()));
        book.stood(folding.kind(), ids);
        book.stand(tellings.stream().map(Telling::record).toList());
        book.unsay(folding.kind(), ids);
        book.say(folding.kind(), tellings);
        book.outline(folding.kind(), touched);
    }

    private static <S> List<Telling> tellings(Folding<S, ?> folding, Collection<Seen> records) {
        var tellings = new ArrayList<Telling>();
        for (var seen : records) {
            var content = seen.record().content();
            if (content != null) {
                read(folding, seen)
                        .ifPresent(said -> tellings.add(new Telling(
                                content.id(),
                                folding.subject(said),
                                Marking.of(content).digest())));
            }
        }
        return tellings;
    }

    /// Of what was recalled and is still here, as the own nation keeps it, the subjects.
    private static <S> Map<UUID, UUID> recalled(Folding<S, ?> folding, Collection<Seen> records) {
        var subjects = new HashMap<UUID, UUID>();
        for (var seen : records) {
            if (seen.record().recalled()) {
                readAny(folding, seen)
                        .ifPresent(said -> subjects.put(seen.record().id(), folding.subject(said)));
            }
        }
        return subjects;
    }

    /// Empty for what is of another kind, cannot be read, or was recalled.
    static <S> Optional<S> read(Folding<S, ?> folding, Seen seen) {
        return seen.record().recalled() ? Optional.empty() : readAny(folding, seen);
    }

    /// The same, also of what was recalled.
    static <S> Optional<S> readAny(Folding<S, ?> folding, Seen seen) {
        var content = seen.record().content();
        return content == null || !content.kind().equals(folding.kind()) ? Optional.empty() : folding.read(content);
    }
}
