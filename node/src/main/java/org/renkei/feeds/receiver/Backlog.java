package org.renkei.feeds.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// Lines that wait to be read, a bounded number of them. When it is full, the oldest line of a live source gives way to
/// the newest and is counted; a recording waits instead. One thread adds, another takes.
final class Backlog {
    private static final int MOST_AT_ONCE = 500;
    private static final long LOOK_UP_MILLIS = 200;

    private final ArrayBlockingQueue<Line> waiting;
    private final boolean lossless;
    private final LongAdder dropped = new LongAdder();
    /// Added and not done with.
    private final AtomicLong open = new AtomicLong();

    private int taken;

    /// @param at epoch milliseconds, when it came
    record Line(String text, long at) {}

    Backlog(int most, boolean lossless) {
        this.waiting = new ArrayBlockingQueue<>(most);
        this.lossless = lossless;
    }

    void add(Line line) throws InterruptedException {
        open.incrementAndGet();
        if (lossless) {
            waiting.put(line);
            return;
        }
        while (!waiting.offer(line)) {
            if (waiting.poll() != null) {
                open.decrementAndGet();
                dropped.increment();
            }
        }
    }

    /// The next lines in order; none when nothing came for a moment. Those of the call before are done with.
    List<Line> take() throws InterruptedException {
        open.addAndGet(-taken);
        taken = 0;
        var first = waiting.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        lines.add(first);
        waiting.drainTo(lines, MOST_AT_ONCE - 1);
        taken = lines.size();
        return lines;
    }

    /// Whether every line was taken and is done with.
    boolean isDone() {
        return open.get() == 0;
    }

    /// While nobody adds or takes.
    void clear() {
        waiting.clear();
        open.set(0);
        taken = 0;
    }

    long dropped() {
        return dropped.sum();
    }
}
