package org.renkei.kernel.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The working hours of one office, by its zone, its hours and its nation's holidays.
public record BusinessClock(OfficeHours hours, Holidays holidays) {
    private static final int MOST_DAYS = 4_000;

    /// When so much working time has passed.
    ///
    /// @throws IllegalArgumentException for more working time than some years hold
    public Instant after(Instant from, Duration work) {
        var opens = hours.from();
        var closes = hours.until();
        if (opens == null || closes == null) {
            return from.plus(work);
        }
        var left = work;
        var day = LocalDate.ofInstant(from, hours.zone());
        for (var i = 0; i < MOST_DAYS; i++) {
            if (!holidays.isClosed(day)) {
                var begin =
                        later(from, ZonedDateTime.of(day, opens, hours.zone()).toInstant());
                var end = ZonedDateTime.of(day, closes, hours.zone()).toInstant();
                var here = Duration.between(begin, end);
                if (here.isPositive() && left.compareTo(here) <= 0) {
                    return begin.plus(left);
                }
                if (here.isPositive()) {
                    left = left.minus(here);
                }
            }
            day = day.plusDays(1);
        }
        throw new IllegalArgumentException("too much working time: " + work);
    }

    /// When so much working time has passed for each of several offices: nobody is given less.
    public static Instant after(List<BusinessClock> clocks, Instant from, Duration work) {
        return clocks.stream().map(clock -> clock.after(from, work)).reduce(from, BusinessClock::later);
    }

    /// Whether the office works, and until when that is so.
    ///
    /// @param changes when it closes, or opens next; null for an office that never closes
    public record Standing(boolean isOpen, @Nullable Instant changes) {}

    public Standing standing(Instant now) {
        var opens = hours.from();
        var closes = hours.until();
        if (opens == null || closes == null) {
            return new Standing(true, null);
        }
        var day = LocalDate.ofInstant(now, hours.zone());
        for (var i = 0; i < MOST_DAYS; i++) {
            if (!holidays.isClosed(day)) {
                var begin = ZonedDateTime.of(day, opens, hours.zone()).toInstant();
                var end = ZonedDateTime.of(day, closes, hours.zone()).toInstant();
                if (now.isBefore(begin)) {
                    return new Standing(false, begin);
                }
                if (now.isBefore(end)) {
                    return new Standing(true, end);
                }
            }
            day = day.plusDays(1);
        }
        throw new IllegalStateException("no working day in " + MOST_DAYS);
    }

    /// Closed days, weekends aside, on which it waited.
    public List<LocalDate> holidaysBetween(Instant from, Instant until) {
        var days = new ArrayList<LocalDate>();
        if (hours.isAlwaysOpen()) {
            return days;
        }
        var last = LocalDate.ofInstant(until, hours.zone());
        for (var day = LocalDate.ofInstant(from, hours.zone()); !day.isAfter(last); day = day.plusDays(1)) {
            if (holidays.on(day)) {
                days.add(day);
            }
        }
        return days;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
