package org.renkei.kernel.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A time in which an agreement does not carry releases: from a day (included) until a day (excluded), or open.
public record Suspension(LocalDate from, @Nullable LocalDate until, String reason) {
    public Suspension {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a suspension cannot end before it begins");
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    public boolean isOpen() {
        return until == null;
    }
}
