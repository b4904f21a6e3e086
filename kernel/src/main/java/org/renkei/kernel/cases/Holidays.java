package org.renkei.kernel.cases;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// On which days the offices of a government are closed beside its weekends.
public enum Holidays {
    JAPAN {
        @Override
        boolean on(LocalDate day) {
            return JapanHolidays.isClosed(day);
        }
    },
    UNITED_STATES {
        @Override
        boolean on(LocalDate day) {
            return UsHolidays.isHoliday(day);
        }
    },
    /// No holidays are on record; weekends alone.
    UNKNOWN {
        @Override
        boolean on(LocalDate day) {
            return false;
        }
    };

    abstract boolean on(LocalDate day);

    public boolean isClosed(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY || on(day);
    }

    public static Holidays of(String party) {
        return switch (party) {
            case "JPN" -> JAPAN;
            case "USA" -> UNITED_STATES;
            default -> UNKNOWN;
        };
    }
}
