package org.renkei.kernel.commitments;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.renkei.kernel.cases.Coded;

/// How near the due date of a commitment is, the most pressing first; reminders follow from it.
public enum Horizon implements Coded {
    OVERDUE,
    WITHIN_7,
    WITHIN_30,
    WITHIN_90,
    LATER,
    /// All agree that it is over.
    OVER;

    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final int QUARTER = 90;

    /// What is due today is not overdue.
    public static Horizon of(Commitment one, LocalDate today) {
        if (one.isOver()) {
            return OVER;
        }
        var left = ChronoUnit.DAYS.between(today, one.due());
        if (left < 0) {
            return OVERDUE;
        }
        if (left <= WEEK) {
            return WITHIN_7;
        }
        if (left <= MONTH) {
            return WITHIN_30;
        }
        return left <= QUARTER ? WITHIN_90 : LATER;
    }

    /// Whether somebody is reminded of it.
    public boolean isNear() {
        return switch (this) {
            case OVERDUE, WITHIN_7, WITHIN_30, WITHIN_90 -> true;
            case LATER, OVER -> false;
        };
    }
}
