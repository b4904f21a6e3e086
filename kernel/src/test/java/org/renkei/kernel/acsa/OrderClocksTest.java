package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.acsa.Talk.came;
import static org.renkei.kernel.acsa.Talk.line;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderClocksTest {
    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 2025-02-28",
        "2023-02-28, 2024-02-28",
        "2026-05-07, 2027-05-07",
        "2025-12-31, 2026-12-31",
        "2026-03-31, 2027-03-31"
    })
    void twelveMonthsEndOnTheDayOfTheSameNumberOrTheLastOfAShorterMonth(LocalDate delivered, LocalDate last) {
        assertThat(OrderClocks.limit(delivered)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-07, 90, 2026-08-05",
        "2026-05-07, 365, 2027-05-07",
        "2024-02-29, 365, 2025-02-28",
        "2026-05-07, 400, 2027-05-07"
    })
    void whatIsAgreedNeverGoesBeyondTheLimit(LocalDate delivered, long days, LocalDate last) {
        assertThat(OrderClocks.settleBy(delivered, days)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "JPN, 2027-03-31, 2026, 2026-04-01, 2027-03-31",
        "JPN, 2027-04-01, 2027, 2027-04-01, 2028-03-31",
        "USA, 2026-09-30, 2026, 2025-10-01, 2026-09-30",
        "USA, 2026-10-01, 2027, 2026-10-01, 2027-09-30",
        "FRA, 2026-10-01, 2026, 2026-01-01, 2026-12-31"
    })
    void everyNationHasItsFiscalYear(String party, LocalDate day, int name, LocalDate first, LocalDate last) {
        assertThat(FiscalYear.of(party, day)).isEqualTo(new FiscalYear(party, name, first, last));
    }

    @Test
    void daysAreCountedAtThePlaceOfDelivery() {
        var talk = new Talk().agreed("reimbursement", 30);
        talk.fits(talk.usa, Act.DELIVER, "lines", List.of(line(1, 1000), line(2, 200)));
        var order = talk.order();
        assertThat(limit(order, "2027-05-06T14:59:59Z")).as("23:59 in Tokyo").isEqualTo(1);
        assertThat(limit(order, "2027-05-06T15:00:00Z")).as("midnight in Tokyo").isZero();
        assertThat(limit(order, "2027-05-07T15:00:00Z")).isEqualTo(-1);
    }

    @Test
    void theReceiptStartsTheClockOfTheClaimAndSaysWhoHasToAct() {
        var talk = new Talk().agreed("reimbursement", 30);
        talk.fits(talk.usa, Act.DELIVER, "lines", List.of(line(1, 1000), line(2, 200)));
        assertThat(OrderClocks.nearest(talk.order(), talk.now()))
                .hasValueSatisfying(clock -> assertThat(clock.act()).isEqualTo(Act.RECEIPT));
        talk.fits(talk.japan, Act.RECEIPT, "lines", List.of(came(1, 1000, "good"), came(2, 200, "good")));
        assertThat(OrderClocks.nearest(talk.order(), talk.now())).hasValueSatisfying(clock -> {
            assertThat(clock.act()).isEqualTo(Act.CLAIM);
            assertThat(clock.party()).isEqualTo("USA");
            assertThat(clock.due()).isEqualTo(talk.today().plusDays(10));
        });
    }

    @ParameterizedTest
    @CsvSource({"91,none", "90,90", "61,90", "60,60", "31,60", "30,30", "8,30", "7,7", "0,7", "-1,overdue"})
    void alertsComeNinetySixtyThirtyAndSevenDaysAhead(long left, String level) {
        var clock = new OrderClocks.Clock("limit", 1, "JPN", null, LocalDate.parse("2027-05-07"), left, "test");
        assertThat(clock.level()).isEqualTo(level);
    }

    private static long limit(Order order, String now) {
        return OrderClocks.of(order, Instant.parse(now)).stream()
                .filter(clock -> clock.code().equals("limit"))
                .findFirst()
                .orElseThrow()
                .daysLeft();
    }
}
