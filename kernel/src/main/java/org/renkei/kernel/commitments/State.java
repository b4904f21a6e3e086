package org.renkei.kernel.commitments;

import org.renkei.kernel.cases.Coded;

/// Where a commitment stands.
public enum State implements Coded {
    /// Recorded; nobody has said yet how it goes.
    OPEN,
    ON_TRACK,
    AT_RISK,
    MET,
    /// Another commitment has taken its place.
    SUPERSEDED,
    DROPPED;

    /// Whether nothing is left to be done.
    public boolean isFinal() {
        return switch (this) {
            case OPEN, ON_TRACK, AT_RISK -> false;
            case MET, SUPERSEDED, DROPPED -> true;
        };
    }
}
