package org.renkei.kernel.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Since when a nation has known of a statement, and until when it held it.
///
/// @param until when it was taken back there; null while it stands
public record Known(
        Evidence evidence, Instant from, @Nullable Instant until) {

    /// By what it is known that a nation knew.
    public enum Evidence implements Coded {
        /// It said so itself.
        SAID,
        /// It came to be held at this node.
        ARRIVED,
        /// It confirmed the entry of its ledger.
        CONFIRMED,
        /// It answered it.
        ANSWERED
    }

    public boolean holdsAt(Instant time) {
        return !from.isAfter(time) && (until == null || until.isAfter(time));
    }

    /// The earlier evidence; what was taken back is taken back whoever knew of it, by whatever.
    Known or(Known other) {
        var first = other.from.isBefore(from) ? other : this;
        var gone = until == null ? other.until : until;
        return new Known(first.evidence, first.from, gone);
    }
}
