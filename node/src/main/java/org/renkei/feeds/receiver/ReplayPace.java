package org.renkei.feeds.receiver;

import java.util.OptionalLong;

/// When the lines of a recording are due: as they were made, some times faster, from now on. Lines of a recording
/// without any times come a hundred a second, times the speed.
final class ReplayPace {
    private static final long MILLIS_A_LINE = 10;

    /// A longer gap, or a way back, is a new beginning.
    private static final long LONGEST_GAP = 3_600_000;

    private static final long LONGEST_WAY_BACK = 60_000;

    private final int speed;
    private long began = Long.MIN_VALUE;
    private long recorded;
    private long newest;
    private boolean timed;
    private long untimed;

    ReplayPace(int speed) {
        this.speed = speed;
    }

    /// @param at when the line was made; empty when it does not say so
    /// @return epoch milliseconds at which it counts as made
    long due(OptionalLong at, long now) {
        if (began == Long.MIN_VALUE) {
            began = now;
        }
        if (at.isEmpty()) {
            return timed ? now : began + untimed++ * MILLIS_A_LINE / speed;
        }
        var time = at.getAsLong();
        if (!timed || time - newest > LONGEST_GAP || newest - time > LONGEST_WAY_BACK) {
            timed = true;
            began = now;
            recorded = time;
        }
        newest = time;
        return began + (time - recorded) / speed;
    }
}
