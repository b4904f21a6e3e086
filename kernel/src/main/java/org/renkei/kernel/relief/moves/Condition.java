package org.renkei.kernel.relief.moves;

import org.renkei.kernel.cases.Coded;

/// In which state something was received.
public enum Condition implements Coded {
    INTACT,
    DAMAGED,
    /// Too little of it, or something else.
    DIFFERENT,
    NOT_RECEIVED
}
