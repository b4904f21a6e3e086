package org.renkei.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One thing that is done again and again, never twice at once.
final class Job implements Runnable {
    private final String name;
    private final Duration every;
    private final Runnable work;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();
    private volatile @Nullable Instant began;
    private volatile @Nullable Instant last;
    private volatile @Nullable Duration took;
    private volatile @Nullable RuntimeException failure;

    Job(String name, Duration every, Runnable work, Clock clock) {
        this.name = name;
        this.every = every;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public void run() {
        running.lock();
        var start = System.nanoTime();
        try {
            began = clock.instant();
            work.run();
            failure = null;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            last = began;
            began = null;
            took = Duration.ofNanos(System.nanoTime() - start);
            running.unlock();
        }
    }

    Jobs.State state() {
        var before = last;
        var now = began;
        var failed = failure;
        return new Jobs.State(
                name,
                every,
                before,
                took,
                failed == null ? null : failed.getClass().getSimpleName(),
                failed == null ? null : failed.getMessage(),
                before == null ? null : before.plus(every),
                now != null);
    }
}
