package org.renkei.bench;

import org.jspecify.annotations.Nullable;

/// One figure and what it is held against.
///
/// @param target the least value to reach; null for a figure without target
/// @param peer whose value stands beside ours; null where there is none
public record Measure(
        String name,
        double value,
        String unit,
        @Nullable Double target,
        @Nullable String peer,
        @Nullable Double peerValue) {

    /// Null without target.
    public @Nullable Boolean met() {
        return target == null ? null : (Boolean) (value >= target);
    }

    @Nullable
    Double ratio() {
        return peerValue == null ? null : (Double) (value / peerValue);
    }
}
