package org.renkei.kernel.cases;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Federal holidays of the United States: 5 U.S.C. 6103(a), on a Saturday observed the Friday before
/// (6103(b)), on a Sunday the Monday after (Executive Order 11582). Inauguration Day, which is one around
/// Washington alone, is left out.
final class UsHolidays {
    private static final int FIRST_JUNETEENTH = 2021;

    private UsHolidays() {}

    static boolean isHoliday(LocalDate day) {
        var year = day.getYear();
        return Stream.of(year, year + 1).flatMap(one -> observed(one).stream()).anyMatch(day::equals);
    }

    private static Set<LocalDate> observed(int year) {
        var fixed = Stream.of(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 7, 4),
                LocalDate.of(year, 11, 11),
                LocalDate.of(year, 12, 25));
        var juneteenth = year >= FIRST_JUNETEENTH ? Stream.of(LocalDate.of(year, 6, 19)) : Stream.<LocalDate>empty();
        var moving = Stream.of(
                nth(year, 1, 3, DayOfWeek.MONDAY),
                nth(year, 2, 3, DayOfWeek.MONDAY),
                nth(year, 5, -1, DayOfWeek.MONDAY),
                nth(year, 9, 1, DayOfWeek.MONDAY),
                nth(year, 10, 2, DayOfWeek.MONDAY),
                nth(year, 11, 4, DayOfWeek.THURSDAY));
        return Stream.of(fixed.map(UsHolidays::shifted), juneteenth.map(UsHolidays::shifted), moving)
                .flatMap(days -> days)
                .collect(Collectors.toSet());
    }

    private static LocalDate shifted(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private static LocalDate nth(int year, int month, int ordinal, DayOfWeek day) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
    }
}
