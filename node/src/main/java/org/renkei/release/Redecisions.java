package org.renkei.release;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.release.Decision;
import org.renkei.ledger.Ledgers;
import org.renkei.party.PartyRegister;
import org.renkei.records.Marking;
import org.renkei.records.Records;
import org.renkei.records.StoredRecord;
import org.renkei.release.RedecisionTasks.Task;
import org.renkei.release.Settlement.Occasion;
import org.renkei.release.Settlement.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Decides all own records again for a party when the facts about it have changed: an agreement, its state on a
/// new day, or the party's rights in the settings.
///
/// The change commits together with a task and a hold on the party's ledger, so what was decided by the old facts
/// does not leave from then on. The work follows in pages, each its own short transaction, and each marking is
/// decided once: only records that stand otherwise than their marking now says are touched. Whatever interrupts it,
/// the task stays and goes on where it was. Once it is done, the hold ends.
@Component
class Redecisions implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Redecisions.class);
    /// How long a step may hold up whoever writes.
    private static final Duration STEP = Duration.ofMillis(100);

    private static final int MOST_RECORDS = 4_000;

    private final PartyRegister register;
    private final RedecisionTasks tasks;
    private final Records records;
    private final Settlement settlement;
    private final Decisions decisions;
    private final Ledgers ledgers;
    private final Gatekeeper gatekeeper;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("redecide").factory());
    private volatile StepSize steps = new StepSize(STEP, MOST_RECORDS);

    Redecisions(
            PartyRegister register,
            RedecisionTasks tasks,
            Records records,
            Settlement settlement,
            Decisions decisions,
            Ledgers ledgers,
            Gatekeeper gatekeeper,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.tasks = tasks;
        this.records = records;
        this.settlement = settlement;
        this.decisions = decisions;
        this.ledgers = ledgers;
        this.gatekeeper = gatekeeper;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// For each party how many records were recalled or narrowed, and released.
    record Counts(Map<String, Integer> recalled, Map<String, Integer> released) {
        Counts() {
            this(new ConcurrentSkipListMap<>(), new ConcurrentSkipListMap<>());
        }

        void add(Settled settled) {
            var party = settled.verdict().party();
            switch (settled.effect()) {
                case NOTHING -> {}
                case RELEASED -> released.merge(party, 1, Integer::sum);
                case NARROWED, RECALLED -> recalled.merge(party, 1, Integer::sum);
            }
        }
    }

    /// The most records to decide and write in one transaction.
    void setMostRecords(int most) {
        steps = new StepSize(STEP, most);
    }

    /// Compares the facts of now with those of the last decisions, and begins a task and a hold for each party for
    /// which they differ. The caller's transaction must hold the writers' lock.
    @Transactional(propagation = Propagation.MANDATORY)
    public void check(String cause, String actor) {
        for (var party : settlement.parties()) {
            if (tasks.noteFacts(party, Facts.digest(register, gatekeeper, party))) {
                tasks.begin(party, cause, actor, clock.instant());
                ledgers.hold(party);
            }
        }
    }

    /// As [#check], for changes that nobody announced: a new day, new settings.
    void checkFacts(String actor) {
        transaction.executeWithoutResult(status -> {
            decisions.lock();
            check("facts", actor);
        });
    }

    /// Does what is to be done, and waits for it, but not longer than `patience`.
    void work(Counts counts, Duration patience) {
        try {
            worker.submit(() -> finish(counts)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.info("deciding again takes longer than {}; it goes on", patience);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Does what is to be done, in the background.
    void work() {
        worker.execute(() -> finish(new Counts()));
    }

    private void finish(Counts counts) {
        try {
            for (var task = tasks.next(); task.isPresent() && !Thread.interrupted(); task = tasks.next()) {
                step(task.get(), counts);
            }
        } catch (RuntimeException e) {
            LOG.error("deciding again was interrupted; it goes on in a minute, and nothing held leaves", e);
        }
    }

    /// One page of a task, or its end.
    private void step(Task task, Counts counts) {
        var size = steps;
        var verdicts = settlement.verdicts();
        var after = task.after();
        for (var marking : records.markings(task.marking()).entrySet()) {
            var digest = marking.getKey();
            var verdict = verdicts.of(marking.getValue(), task.party());
            var begin = Arrays.equals(digest.bytes(), task.marking()) ? after : 0;
            var page = tasks.page(
                    task.party(),
                    digest,
                    begin,
                    verdict,
                    gatekeeper.withholds(task.party()),
                    clock.instant(),
                    size.size());
            if (!page.revisions().isEmpty()) {
                var locked = transaction.execute(status -> {
                    decisions.lock();
                    var since = System.nanoTime();
                    if (tasks.isCurrent(task)) {
                        decide(task, marking.getValue(), page, counts);
                        tasks.advance(task, digest.bytes(), page.last());
                    }
                    return since;
                });
                size.took(page.revisions().size(), System.nanoTime() - Objects.requireNonNull(locked));
                return;
            }
        }
        transaction.executeWithoutResult(status -> {
            decisions.lock();
            if (tasks.isCurrent(task)) {
                tasks.finish(task);
                ledgers.letGo(task.party());
            }
        });
    }

    /// The page was found without the lock: what was written since is by the new facts already, and stays.
    private void decide(Task task, Marking marking, RedecisionTasks.Page page, Counts counts) {
        var verdicts = settlement.verdicts();
        var verdict = verdicts.of(marking, task.party());
        var unchanged = records.listUnchanged(page.revisions());
        // What needs a consent may have it.
        var settled = verdict.decision().leaves() || verdict.decision() instanceof Decision.NeedsReview
                ? settlement
                        .settle(subjects(unchanged), List.of(task.party()), verdicts, Occasion.CHANGED_FACTS, null)
                        .stream()
                        .flatMap(List::stream)
                        .toList()
                : settlement.withdraw(unchanged, verdict, Occasion.CHANGED_FACTS);
        audit.append(settled.stream()
                .map(one -> one.event(task.actor(), "release-decided"))
                .toList());
        settled.forEach(counts::add);
    }

    private List<Subject> subjects(Map<UUID, Integer> unchanged) {
        return records.list(unchanged.keySet()).stream()
                .map(StoredRecord::content)
                .filter(Objects::nonNull)
                .map(content -> Subject.again(Objects.requireNonNull(content)))
                .toList();
    }

    @Override
    public void destroy() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("deciding again did not stop in time; it goes on at the next start");
        }
    }
}
