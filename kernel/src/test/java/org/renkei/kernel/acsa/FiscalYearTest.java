package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.kernel.books.Asset;

/// A fiscal year ends with the day at the place of delivery, whatever day it is elsewhere.
class FiscalYearTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    JPN | 2027-03-31T14:59:59Z | Asia/Tokyo       | 2026 | 2026-04-01 | 2027-03-31
                    JPN | 2027-03-31T15:00:00Z | Asia/Tokyo       | 2027 | 2027-04-01 | 2028-03-31
                    JPN | 2027-04-01T03:59:59Z | America/New_York | 2026 | 2026-04-01 | 2027-03-31
                    JPN | 2027-04-01T04:00:00Z | America/New_York | 2027 | 2027-04-01 | 2028-03-31
                    USA | 2026-10-01T03:59:59Z | America/New_York | 2026 | 2025-10-01 | 2026-09-30
                    USA | 2026-10-01T04:00:00Z | America/New_York | 2027 | 2026-10-01 | 2027-09-30
                    USA | 2026-09-30T14:59:59Z | Asia/Tokyo       | 2026 | 2025-10-01 | 2026-09-30
                    USA | 2026-09-30T15:00:00Z | Asia/Tokyo       | 2027 | 2026-10-01 | 2027-09-30
                    AUS | 2026-12-31T12:59:59Z | Australia/Sydney | 2026 | 2026-01-01 | 2026-12-31
                    AUS | 2026-12-31T13:00:00Z | Australia/Sydney | 2027 | 2027-01-01 | 2027-12-31
                    """)
    void itEndsWithTheDayAtThePlaceOfDelivery(
            String party, Instant at, ZoneId place, int name, LocalDate first, LocalDate last) {
        assertThat(FiscalYear.of(party, LocalDate.ofInstant(at, place)))
                .isEqualTo(new FiscalYear(party, name, first, last));
    }

    @Test
    void whatIsDeliveredAnHourBeforeTheYearEndsInTokyoStandsInTheOldOne() {
        var year = FiscalYear.of("JPN", LocalDate.parse("2027-03-31"));
        assertThat(owed(year, 11)).isEqualTo(292_500);
        assertThat(owed(year, 13)).isZero();
        var next = FiscalYear.of("JPN", year.last().plusDays(1));
        assertThat(entries(next, 11)).isZero();
        assertThat(entries(next, 13)).isEqualTo(2);
    }

    /// What is owed at the end of the year, for a delivery so many hours after noon of its last day in Tokyo.
    private static long owed(FiscalYear year, int hours) {
        return -account(year, hours).net().getOrDefault(Asset.currency("JPY"), 0L);
    }

    private static int entries(FiscalYear year, int hours) {
        return account(year, hours).entries().size();
    }

    private static StatementOfAccount account(FiscalYear year, int hours) {
        var talk = new Talk().agreed("reimbursement", 30).days(328).hours(hours).delivered();
        return StatementOfAccount.of(List.of(talk.order()), "JPN", "USA", year.first(), year.last());
    }
}
