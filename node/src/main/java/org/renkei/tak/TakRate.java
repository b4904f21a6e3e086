package org.renkei.tak;

/// How many a second, over the last ten whole seconds.
final class TakRate {
    private static final int SECONDS = 10;

    private final long[] counts = new long[SECONDS + 1];
    private long second;

    synchronized void add(long count, long now) {
        forward(now);
        counts[(int) (second % counts.length)] += count;
    }

    synchronized double perSecond(long now) {
        forward(now);
        var sum = 0L;
        for (var i = 0; i < counts.length; i++) {
            sum += i == (int) (second % counts.length) ? 0 : counts[i];
        }
        return (double) sum / SECONDS;
    }

    private void forward(long now) {
        var here = now / 1000;
        second = Math.max(second, here - counts.length);
        while (second < here) {
            second++;
            counts[(int) (second % counts.length)] = 0;
        }
    }
}
