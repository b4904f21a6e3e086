package org.renkei.federation;

import java.time.Duration;

/// How many a second of something there were lately.
final class TrackRate {
    private static final int SECONDS = 10;

    private final long[] counts = new long[SECONDS];
    private long second = now();

    synchronized void add(int count) {
        pass();
        counts[(int) (second % SECONDS)] += count;
    }

    synchronized double perSecond() {
        pass();
        var sum = 0L;
        for (var count : counts) {
            sum += count;
        }
        return sum / (double) SECONDS;
    }

    private void pass() {
        var now = now();
        for (second = Math.max(second, now - SECONDS); second < now; ) {
            second++;
            counts[(int) (second % SECONDS)] = 0;
        }
    }

    private static long now() {
        return Duration.ofNanos(System.nanoTime()).toSeconds() + Integer.MAX_VALUE;
    }
}
