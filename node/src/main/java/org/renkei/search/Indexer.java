package org.renkei.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.attachments.AttachmentArrived;
import org.renkei.records.RecordChanged;
import org.renkei.records.Records;
import org.renkei.records.RecordsChanged;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the index in step with the records, on a thread of its own: what has just changed first, and
/// besides, after a start, all that changed while nobody looked. Nothing ever waits for it but who
/// searches, and not for long.
@Component
class Indexer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);
    private static final int PAGE = 500;
    private static final long SETTLE_MILLIS = 500;
    private static final long COMMIT_MILLIS = 5_000;
    private static final long AGAIN_MILLIS = 60_000;
    /// While records come one after the other the index waits, so that it takes nothing from them, and after the
    /// longest wait works in one part of so many of its time; somebody who searches ends the wait.
    private static final long QUIET_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 30_000;
    private static final long SHARE = 8;

    private final Records records;
    private final FileTexts files;
    private final TransactionTemplate transaction;
    private final NodeSettings settings;
    private final Changes changes = new Changes();
    private @Nullable Thread worker;
    private @Nullable SearchIndex index;
    private boolean stopping;
    private long wanted;
    private long changedAt;
    private long behindSince;
    private long restsUntil;
    private boolean caughtUp;
    private long looked;
    private long total;

    /// How much of what is held has been looked at since the start.
    record Progress(boolean complete, long done, long of) {}

    Indexer(Records records, FileTexts files, TransactionTemplate transaction, NodeSettings settings) {
        this.records = records;
        this.files = files;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        stopping = false;
        files.start(this::again);
        worker = Thread.ofPlatform()
                .name("search-index")
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .start(this::run);
    }

    @Override
    public void stop() {
        Thread ending;
        synchronized (this) {
            stopping = true;
            ending = worker;
            worker = null;
            notifyAll();
        }
        try {
            files.stop();
            if (ending != null) {
                ending.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(RecordsChanged changed) {
        var writer = SecurityContextHolder.getContext().getAuthentication();
        again(changed.changes().stream().map(RecordChanged::id).toList(), writer == null ? null : writer.getName());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(AttachmentArrived arrived) {
        again(arrived.records());
    }

    private void again(Collection<UUID> changed) {
        again(changed, null);
    }

    private synchronized void again(Collection<UUID> changed, @Nullable String writer) {
        changedAt = System.nanoTime();
        if (changes.isEmpty()) {
            behindSince = changedAt;
        }
        changes.add(changed, writer);
        notifyAll();
    }

    synchronized Progress progress() {
        return new Progress(caughtUp, Math.min(looked, total), total);
    }

    /// The index with what the reader stored before this call in it, and small changes of others, unless it is far
    /// behind. What somebody else brings in by the hundred is not waited for.
    ///
    /// @return null while there is none that could be read
    synchronized @Nullable SearchIndex settled(String reader) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SETTLE_MILLIS);
        var ticket = changes.ticket(reader);
        wanted = changes.newest();
        notifyAll();
        for (var left = SETTLE_MILLIS; left > 0 && !changes.isDone(ticket) && !stopping; ) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
        return index;
    }

    private void run() {
        while (!isStopping()) {
            try (var opened = open()) {
                keep(opened);
            } catch (IOException | RuntimeException e) {
                LOG.error("the search index could not be kept and is tried again: {}", e.toString());
                rest(AGAIN_MILLIS);
            }
        }
    }

    private void keep(SearchIndex opened) throws IOException {
        try {
            work(opened);
            opened.commit();
        } finally {
            closed();
        }
    }

    private SearchIndex open() throws IOException {
        var opened = SearchIndex.open(settings.data().resolve("search"), TextFields.analyzer());
        synchronized (this) {
            index = opened;
            caughtUp = false;
            looked = 0;
            total = records.count();
            notifyAll();
        }
        return opened;
    }

    private synchronized void closed() {
        index = null;
        caughtUp = false;
    }

    private void work(SearchIndex opened) throws IOException {
        var last = Long.MIN_VALUE;
        var committed = System.nanoTime();
        var dirty = false;
        while (!isStopping()) {
            var some = take();
            if (!some.ids().isEmpty()) {
                var began = System.nanoTime();
                put(opened, some.ids());
                restsFor((SHARE - 1) * (System.nanoTime() - began));
                dirty = true;
            }
            settled(some);
            if (!progress().complete()) {
                var began = System.nanoTime();
                last = catchUp(opened, last);
                breathe(System.nanoTime() - began);
                dirty = true;
            } else if (dirty && System.nanoTime() - committed > TimeUnit.MILLISECONDS.toNanos(COMMIT_MILLIS)) {
                opened.commit();
                committed = System.nanoTime();
                dirty = false;
            } else {
                await(dirty ? COMMIT_MILLIS : AGAIN_MILLIS);
            }
        }
    }

    private synchronized Changes.Some take() {
        return patience() > 0 ? changes.none() : changes.take(PAGE);
    }

    private synchronized void restsFor(long nanos) {
        restsUntil = System.nanoTime() + nanos;
    }

    private synchronized void settled(Changes.Some some) {
        changes.did(some);
        notifyAll();
    }

    /// @return the last record that was looked at
    private long catchUp(SearchIndex opened, long after) throws IOException {
        var page = inTransaction(() -> records.listVersions(after, PAGE));
        var here = inTransaction(() ->
                files.count(page.stream().collect(Collectors.toMap(Records.Version::id, Records.Version::origin))));
        var known = opened.known(page.stream().map(Records.Version::id).toList());
        var stale = page.stream()
                .filter(one -> !new SearchIndex.State(
                                SearchIndex.micros(one.storedAt()), here.getOrDefault(one.id(), 0))
                        .equals(known.get(one.id())))
                .map(Records.Version::id)
                .toList();
        if (!stale.isEmpty()) {
            put(opened, stale);
        }
        synchronized (this) {
            looked += page.size();
            caughtUp = page.size() < PAGE;
        }
        return page.isEmpty() ? after : page.getLast().seq();
    }

    /// As they are stored now, with the texts of their files that are known by now.
    private void put(SearchIndex opened, List<UUID> ids) throws IOException {
        var stored = inTransaction(() -> records.list(ids));
        var held = inTransaction(() -> files.list(stored));
        var known = files.of(stored, held, opened);
        opened.put(stored, known);
        files.forget(known.values());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /// How long what waits is still to wait, in milliseconds.
    private long patience() {
        if (changes.isEmpty() || !changes.isDone(wanted)) {
            return 0;
        }
        var now = System.nanoTime();
        var longest = LONGEST_MILLIS - TimeUnit.NANOSECONDS.toMillis(now - behindSince);
        return Math.min(
                QUIET_MILLIS - TimeUnit.NANOSECONDS.toMillis(now - changedAt),
                Math.max(longest, TimeUnit.NANOSECONDS.toMillis(restsUntil - now)));
    }

    /// Until something is to be done, at most so long.
    private synchronized void await(long millis) {
        try {
            if (changes.isEmpty() && !stopping) {
                wait(millis);
            } else if (patience() > 0 && !stopping) {
                wait(Math.min(patience(), millis));
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /// As long as it has worked, so that after a start half of a processor is left to others; not while somebody waits.
    private synchronized void breathe(long nanos) {
        var until = System.nanoTime() + nanos;
        try {
            for (var left = nanos; left > 0 && !stopping && changes.isDone(wanted); left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /// So long, whatever changes meanwhile.
    private synchronized void rest(long millis) {
        var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            for (var left = millis; left > 0 && !stopping; ) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
