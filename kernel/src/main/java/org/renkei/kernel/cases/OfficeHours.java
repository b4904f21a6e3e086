package org.renkei.kernel.cases;

import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// When an office works: every hour of every day, or between two times on working days.
///
/// @param from null for an office that never closes
/// @param until not before `from`; null with it
public record OfficeHours(
        ZoneId zone, @Nullable LocalTime from, @Nullable LocalTime until) {
    public OfficeHours {
        if (from == null != (until == null) || from != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("hours from " + from + " until " + until);
        }
    }

    public boolean isAlwaysOpen() {
        return from == null;
    }
}
