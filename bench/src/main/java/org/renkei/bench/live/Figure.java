package org.renkei.bench.live;

import org.jspecify.annotations.Nullable;

/// One figure of a run.
///
/// @param target null for a figure without one
/// @param atMost whether the target is the most it may be, not the least
record Figure(
        String name, double value, String unit, @Nullable Double target, boolean atMost) {
    static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, null, false);
    }

    static Figure atMost(String name, double value, String unit, double target) {
        return new Figure(name, value, unit, target, true);
    }

    static Figure atLeast(String name, double value, String unit, double target) {
        return new Figure(name, value, unit, target, false);
    }

    /// Null without target.
    @Nullable
    Boolean met() {
        var least = target;
        return least == null ? null : (Boolean) (atMost ? value <= least : value >= least);
    }
}
