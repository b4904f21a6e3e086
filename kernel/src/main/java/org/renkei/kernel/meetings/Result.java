package org.renkei.kernel.meetings;

import org.renkei.kernel.cases.Coded;

/// What came of an item of the agenda.
public enum Result implements Coded {
    NOTED,
    /// With the words that were agreed, in both languages.
    AGREED,
    /// A commitment was made, which has an entry of its own.
    COMMITTED,
    /// It comes up again at the next meeting.
    DEFERRED
}
