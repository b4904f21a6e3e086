package org.renkei.watching;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.feeds.FeedLabels;
import org.renkei.feeds.SightingSink;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.watch.Finding;
import org.renkei.kernel.watch.FindingKind;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.sight.Viewers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The door of the watching module: takes sightings, writes what is found, shows and changes the plan.
///
/// One thread watches. Sightings that it cannot keep up with are left out, the oldest first, and counted; findings that
/// cannot be stored are tried again.
@Service
public class Watching implements SightingSink, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final int MOST_WAITING = 50_000;
    private static final long ROUND_MILLIS = 1_000;
    private static final long PASS_MILLIS = 10_000;

    private final WatchPlans plans;
    private final FindingBook book;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json;
    private final FindingDrafts drafts;
    private final FeedLabels labels;
    private final Viewers viewers;
    private final ArrayBlockingQueue<Given> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Map<FindingKind, AtomicLong> counts = new EnumMap<>(FindingKind.class);
    private final AtomicLong looked = new AtomicLong();
    private final AtomicLong leftOut = new AtomicLong();
    private final Set<String> goingOn = new HashSet<>();
    private volatile WatchPlan inForce = WatchPlan.DEFAULT;
    private volatile @Nullable String problem;
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;

    Watching(
            FeedLabels labels,
            Viewers viewers,
            WatchPlans plans,
            FindingBook book,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock,
            JsonMapper json) {
        this.plans = plans;
        this.book = book;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.json = json;
        this.drafts = new FindingDrafts(json);
        this.labels = labels;
        this.viewers = viewers;
        for (var kind : FindingKind.values()) {
            counts.put(kind, new AtomicLong());
        }
    }

    /// What the watching thread waits for.
    private sealed interface Given {
        record Seen(Sighting sighting, Label label) implements Given {}

        /// The node stops.
        record Stop() implements Given {}
    }

    /// How the watch stands.
    ///
    /// @param version 0 while nobody has changed the plan
    /// @param looked sightings since the node started
    /// @param leftOut those that there was no time for
    /// @param found by the code of each kind, since the node started; empty for who may not see what bears
    /// the label of the plan and of every feed: amounts tell
    /// @param problem why findings could not be stored the last time
    public record Standing(
            JsonNode plan,
            int version,
            @Nullable Instant since,
            @Nullable String by,
            long looked,
            long leftOut,
            Map<String, Long> found,
            @Nullable String problem) {}

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        inForce = plans.newest().map(WatchPlans.Version::plan).orElse(WatchPlan.DEFAULT);
        thread = Thread.ofVirtual().name("watching").start(this::run);
    }

    /// Never waits. What a feed without a label sees is not looked at.
    @Override
    public void seen(List<Sighting> sightings) {
        for (var sighting : sightings) {
            labels.find(sighting.feed()).ifPresentOrElse(label -> take(sighting, label), leftOut::incrementAndGet);
        }
    }

    /// @param label what the feed marks its sightings with
    void take(Sighting sighting, Label label) {
        var given = new Given.Seen(sighting, label);
        while (!waiting.offer(given)) {
            if (waiting.poll() != null) {
                leftOut.incrementAndGet();
            }
        }
    }

    public Standing standing(Caller caller) {
        var newest = plans.newest();
        var found = new LinkedHashMap<String, Long>();
        if (seesAll(caller)) {
            counts.forEach((kind, count) -> found.put(kind.code(), count.get()));
        }
        return new Standing(
                WatchPlanJson.write(newest.map(WatchPlans.Version::plan).orElse(WatchPlan.DEFAULT), json),
                newest.map(WatchPlans.Version::number).orElse(0),
                newest.map(WatchPlans.Version::since).orElse(null),
                newest.map(WatchPlans.Version::by).orElse(null),
                looked.get(),
                leftOut.get(),
                found,
                problem);
    }

    private boolean seesAll(Caller caller) {
        return viewers.mayHold(caller, labels.all().reduce(inForce.label(), Label::combine));
    }

    /// From now on it is watched by this plan. What was being looked at is looked at anew.
    ///
    /// @param replaces the version that it was made from
    /// @throws Problem when somebody has changed that one meanwhile
    public synchronized Standing change(JsonNode plan, int replaces, Caller caller) {
        var read = WatchPlanJson.read(plan);
        transaction.executeWithoutResult(status -> {
            var newest = plans.newest();
            var number = newest.map(WatchPlans.Version::number).orElse(0);
            if (number != replaces) {
                throw new Problem(
                        Category.CONFLICT,
                        "plan " + number + " of "
                                + newest.map(WatchPlans.Version::by).orElse("")
                                + " came in between: read it, then change it",
                        "その間に第 " + number + " 版が保存されました。読み直してから変更してください");
            }
            plans.add(new WatchPlans.Version(number + 1, read, clock.instant(), caller.getName()));
            audit.append(List.of(new AuditEvent(
                    caller.getName(),
                    "watch-plan-changed",
                    null,
                    null,
                    Map.of("version", number + 1, "on", read.on()))));
        });
        inForce = read;
        return standing(caller);
    }

    private void run() {
        var passedAt = clock.millis();
        try {
            var watches = begin();
            while (!stopping) {
                watches = look(watches);
                if (clock.millis() - passedAt >= PASS_MILLIS) {
                    passedAt = clock.millis();
                    note(watches, watches.passed(passedAt));
                }
                store();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks anew, by the plan in force.
    private Watches begin() {
        goingOn.clear();
        try {
            book.interrupted();
        } catch (RuntimeException e) {
            trouble("what was going on could not be read: " + e.getMessage(), e);
        }
        return new Watches(inForce);
    }

    /// Looks at what comes within one round, by the plan of that moment.
    private Watches look(Watches before) throws InterruptedException {
        var watches = before;
        var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ROUND_MILLIS);
        for (var left = until - System.nanoTime(); left > 0 && !stopping; left = until - System.nanoTime()) {
            var given = waiting.poll(left, TimeUnit.NANOSECONDS);
            if (inForce != watches.plan()) {
                watches = begin();
            }
            if (given instanceof Given.Seen seen && watches.plan().on()) {
                looked.incrementAndGet();
                look(watches, seen);
            }
        }
        return watches;
    }

    /// A mistake in a rule must not end the watch.
    private void look(Watches watches, Given.Seen given) {
        try {
            note(watches, watches.seen(given.sighting(), given.label()));
        } catch (RuntimeException e) {
            leftOut.incrementAndGet();
            trouble("a sighting could not be looked at: " + e, e);
        }
    }

    /// The log has each trouble once, not once a second.
    private void trouble(String what, RuntimeException e) {
        if (!what.equals(problem)) {
            LOG.error("the watch: {}", what, e);
        }
        problem = what;
    }

    /// What is found and later over counts once.
    private void note(Watches watches, List<Finding> findings) {
        for (var finding : findings) {
            var isKnown = finding.over() ? goingOn.remove(finding.key()) : !goingOn.add(finding.key());
            if (!isKnown) {
                Objects.requireNonNull(counts.get(finding.kind())).incrementAndGet();
            }
            leftOut.addAndGet(book.add(
                    finding.key(), drafts.draft(finding, watches.label(finding), watches.plan(), watches.names())));
        }
    }

    private void store() {
        try {
            if (!book.isEmpty()) {
                problem = book.store();
            }
        } catch (RuntimeException e) {
            trouble("not stored, tried again: " + e.getMessage(), e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        var running = thread;
        stopping = true;
        waiting.offer(new Given.Stop());
        if (running != null) {
            running.join();
        }
    }
}
