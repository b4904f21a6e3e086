package org.renkei.bench.live;

import java.util.concurrent.atomic.AtomicLongArray;

/// How long things took, counted by whole milliseconds up to two minutes; for many threads.
final class Waits {
    private static final int MOST = 120_000;

    private final AtomicLongArray counts = new AtomicLongArray(MOST + 1);

    void add(long millis) {
        counts.incrementAndGet((int) Math.clamp(millis, 0, MOST));
    }

    /// What was counted so far does not count.
    void clear() {
        for (var i = 0; i <= MOST; i++) {
            counts.set(i, 0);
        }
    }

    long count() {
        var sum = 0L;
        for (var i = 0; i <= MOST; i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /// The least time within which that share was there; 0 of nothing.
    long quantile(double share) {
        var wanted = (long) Math.ceil(count() * share);
        var sum = 0L;
        for (var i = 0; i <= MOST; i++) {
            sum += counts.get(i);
            if (sum > 0 && sum >= wanted) {
                return i;
            }
        }
        return 0;
    }
}
