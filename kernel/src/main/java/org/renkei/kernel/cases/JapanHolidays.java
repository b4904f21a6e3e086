package org.renkei.kernel.cases;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

/// Japan's public holidays from 2016 by the Act on National Holidays (Act 178 of 1948, as amended through
/// 2018; with the special acts for 2019, Act 99 of 2018, and for 2020 and 2021, Acts 55 and 57 of 2018 and
/// Act 68 of 2020), and the days on which its administration is closed besides (Act 91 of 1988, article 1:
/// 29 December to 3 January).
///
/// The equinoxes are fixed each February for the year that follows; here they are computed by the formula of
/// the Hydrographic Department (Shinkoyomi Benricho), good for 1980 to 2099.
final class JapanHolidays {
    private static final int FIRST_YEAR = 2016;
    private static final int LAST_YEAR = 2099;
    private static final int FIRST_OF_REIWA = 2019;
    private static final MonthDay CLOSED_FROM = MonthDay.of(12, 29);
    private static final MonthDay CLOSED_UNTIL = MonthDay.of(1, 3);

    private JapanHolidays() {}

    static boolean isClosed(LocalDate day) {
        var at = MonthDay.from(day);
        return !at.isBefore(CLOSED_FROM) || !at.isAfter(CLOSED_UNTIL) || isHoliday(day);
    }

    /// Named ones, substitutes (article 3 (2)) and days between two holidays (article 3 (3)).
    static boolean isHoliday(LocalDate day) {
        var year = day.getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return false;
        }
        var named = named(year);
        return named.contains(day)
                || isSubstitute(day, named)
                || named.contains(day.minusDays(1)) && named.contains(day.plusDays(1));
    }

    /// The first day after a holiday on a Sunday that is none itself.
    private static boolean isSubstitute(LocalDate day, Set<LocalDate> named) {
        var before = day.minusDays(1);
        while (named.contains(before)) {
            if (before.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return true;
            }
            before = before.minusDays(1);
        }
        return false;
    }

    private static Set<LocalDate> named(int year) {
        var days = new HashSet<LocalDate>();
        days.add(LocalDate.of(year, 1, 1));
        days.add(monday(year, 1, 2));
        days.add(LocalDate.of(year, 2, 11));
        days.add(LocalDate.of(year, 3, equinox(year, 20.8431)));
        days.add(LocalDate.of(year, 4, 29));
        days.add(LocalDate.of(year, 5, 3));
        days.add(LocalDate.of(year, 5, 4));
        days.add(LocalDate.of(year, 5, 5));
        days.add(monday(year, 9, 3));
        days.add(LocalDate.of(year, 9, equinox(year, 23.2488)));
        days.add(LocalDate.of(year, 11, 3));
        days.add(LocalDate.of(year, 11, 23));
        emperor(year, days);
        summer(year, days);
        return days;
    }

    private static void emperor(int year, Set<LocalDate> days) {
        if (year < FIRST_OF_REIWA) {
            days.add(LocalDate.of(year, 12, 23));
        } else if (year > FIRST_OF_REIWA) {
            days.add(LocalDate.of(year, 2, 23));
        } else {
            days.add(LocalDate.of(year, 5, 1));
            days.add(LocalDate.of(year, 10, 22));
        }
    }

    /// Marine, Mountain and Sports Day, which the Olympic Games moved twice.
    private static void summer(int year, Set<LocalDate> days) {
        switch (year) {
            case 2020 -> {
                days.add(LocalDate.of(year, 7, 23));
                days.add(LocalDate.of(year, 7, 24));
                days.add(LocalDate.of(year, 8, 10));
            }
            case 2021 -> {
                days.add(LocalDate.of(year, 7, 22));
                days.add(LocalDate.of(year, 7, 23));
                days.add(LocalDate.of(year, 8, 8));
            }
            default -> {
                days.add(monday(year, 7, 3));
                days.add(LocalDate.of(year, 8, 11));
                days.add(monday(year, 10, 2));
            }
        }
    }

    private static LocalDate monday(int year, int month, int ordinal) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }

    private static int equinox(int year, double base) {
        var since = year - 1980;
        return (int) (base + 0.242194 * since) - since / 4;
    }
}
