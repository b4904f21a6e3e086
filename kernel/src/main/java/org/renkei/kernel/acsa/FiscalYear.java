package org.renkei.kernel.acsa;

import java.time.LocalDate;

/// A nation's fiscal year: Japan's begins on 1 April and bears the year in which it begins, that of the United States
/// on 1 October and bears the year in which it ends; for all others the calendar year stands in.
public record FiscalYear(String party, int name, LocalDate first, LocalDate last) {

    public static FiscalYear of(String party, LocalDate day) {
        return switch (party) {
            case "JPN" -> beginning(party, day, 4, 0);
            case "USA" -> beginning(party, day, 10, 1);
            default -> beginning(party, day, 1, 0);
        };
    }

    private static FiscalYear beginning(String party, LocalDate day, int month, int ahead) {
        var year = day.getMonthValue() >= month ? day.getYear() : day.getYear() - 1;
        var first = LocalDate.of(year, month, 1);
        return new FiscalYear(party, year + ahead, first, first.plusYears(1).minusDays(1));
    }
}
