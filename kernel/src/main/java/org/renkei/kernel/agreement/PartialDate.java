package org.renkei.kernel.agreement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;

/// A date as exactly as its source names it: a day, a month or a year, as `first` and `last` possible day.
public record PartialDate(LocalDate first, LocalDate last) {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;

    public PartialDate {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the last possible day lies before the first");
        }
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    public static PartialDate parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no date: use YYYY, YYYY-MM or YYYY-MM-DD");
        }
        try {
            return switch (text.length()) {
                case YEAR_LENGTH -> {
                    var year = Year.parse(text);
                    yield new PartialDate(year.atDay(1), year.atMonth(12).atEndOfMonth());
                }
                case MONTH_LENGTH -> {
                    var month = YearMonth.parse(text);
                    yield new PartialDate(month.atDay(1), month.atEndOfMonth());
                }
                default -> day(LocalDate.parse(text));
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no date: use YYYY, YYYY-MM or YYYY-MM-DD", e);
        }
    }

    public static PartialDate day(LocalDate day) {
        return new PartialDate(day, day);
    }

    /// True when the date has certainly come by `day`: an inexact date counts only from its last possible day.
    public boolean hasComeBy(LocalDate day) {
        return !day.isBefore(last);
    }

    @Override
    public String toString() {
        if (first.equals(last)) {
            return first.toString();
        }
        return YearMonth.from(first).equals(YearMonth.from(last))
                ? YearMonth.from(first).toString()
                : Year.from(first).toString();
    }
}
