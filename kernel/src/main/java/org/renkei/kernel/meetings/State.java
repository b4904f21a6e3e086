package org.renkei.kernel.meetings;

import org.renkei.kernel.cases.Coded;

/// Where a meeting stands.
public enum State implements Coded {
    /// Called; not all nations have agreed to a time.
    PROPOSED,
    AGREED,
    /// Agreed for another time than at first.
    MOVED,
    HELD,
    CANCELLED;

    /// Whether it is still to come.
    public boolean isOpen() {
        return switch (this) {
            case PROPOSED, AGREED, MOVED -> true;
            case HELD, CANCELLED -> false;
        };
    }
}
