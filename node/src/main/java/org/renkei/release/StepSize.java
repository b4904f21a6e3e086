package org.renkei.release;

import java.time.Duration;

/// How many records one transaction takes that other writers wait for: as many as were last done within a time. One
/// thread at a time uses it.
final class StepSize {
    private static final int LEAST = 50;
    private static final int FIRST = 500;
    private static final double MOST_GROWTH = 1.5;

    private final long aim;
    private final int most;
    private int size;

    StepSize(Duration aim, int most) {
        this.aim = aim.toNanos();
        this.most = most;
        this.size = Math.min(FIRST, most);
    }

    int size() {
        return size;
    }

    /// How long a step of some records kept others waiting.
    void took(int records, long nanos) {
        var within = records * Math.min((double) aim / Math.max(nanos, 1), MOST_GROWTH);
        if (records >= size || nanos > aim) {
            size = Math.clamp((long) within, Math.min(LEAST, most), most);
        }
    }
}
