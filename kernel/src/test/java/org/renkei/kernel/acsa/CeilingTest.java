package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.acsa.Commitment.Direction;
import org.renkei.kernel.acsa.ceiling.Ceiling;
import org.renkei.kernel.acsa.ceiling.Ceilings;
import org.renkei.kernel.exchange.ReferenceRates;

/// Japan may receive food for 1000 dollars in a year.
class CeilingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-07");
    private static final ReferenceRates RATES = new ReferenceRates(Map.of(
            DAY,
            Map.of("USD", new BigDecimal("1.25"), "JPY", new BigDecimal("150")),
            DAY.plusDays(1),
            Map.of("USD", new BigDecimal("9"), "JPY", new BigDecimal("1"))));
    private static final Ceiling FOOD = ceiling("USA", Set.of(SupplyCategory.FOOD));

    private static Ceiling ceiling(@Nullable String partner, Set<SupplyCategory> categories) {
        return new Ceiling(
                new UUID(0, 1),
                "food 2026",
                null,
                partner,
                categories,
                Direction.RECEIVED,
                LocalDate.parse("2026-04-01"),
                LocalDate.parse("2027-03-31"),
                100_000,
                "USD",
                "order 7 of the minister");
    }

    @Test
    void isReservedAtTheAgreementConsumedAtDeliveryAndReleasedAtTheCancellation() {
        var dealing = new Dealing(1, "JPN", "USA", DAY)
                .requested("reimbursement", "food", 10)
                .quoted("reimbursement", "USD", 10, 5_000);
        assertThat(use(dealing, "JPN").reserved())
                .as("the other side's quote binds that side")
                .isZero();
        assertThat(Commitment.of(dealing.order(), "USA", DAY)).singleElement().satisfies(one -> {
            assertThat(one.reserved()).isEqualTo(50_000);
            assertThat(one.direction()).isEqualTo(Direction.SUPPLIED);
        });
        dealing.agreed();
        assertThat(use(dealing, "JPN"))
                .extracting(Ceilings.Use::reserved, Ceilings.Use::consumed, Ceilings.Use::left)
                .containsExactly(50_000L, 0L, 50_000L);
        dealing.delivered(1, 4);
        assertThat(use(dealing, "JPN"))
                .extracting(Ceilings.Use::reserved, Ceilings.Use::consumed, Ceilings.Use::left)
                .containsExactly(30_000L, 20_000L, 50_000L);
        dealing.received(1, 3).say("USA", Act.RESOLVE, "lines", List.of(Dealing.line(3)));
        dealing.say("JPN", Act.RESOLVE, "lines", List.of(Dealing.line(3)));
        assertThat(use(dealing, "JPN").consumed()).as("what both count").isEqualTo(15_000);
        dealing.fits("JPN", Act.CANCEL);
        assertThat(use(dealing, "JPN"))
                .extracting(Ceilings.Use::reserved, Ceilings.Use::consumed, Ceilings.Use::left)
                .containsExactly(0L, 15_000L, 85_000L);
        dealing.fits("USA", Act.CLAIM).fits("USA", Act.INVOICE, "amount", 15_000, "currency", "USD");
        dealing.fits("JPN", Act.PAY, "amount", 15_000, "currency", "USD");
        assertThat(use(dealing, "JPN").consumed())
                .as("gross: a payment frees nothing")
                .isEqualTo(15_000);
    }

    @Test
    void refusesByNameWithWhatIsLeftAndCountsOtherCurrenciesAtTheRateOfTheDay() {
        var standing = commitments(new Dealing(1, "JPN", "USA", DAY)
                .requested("reimbursement", "food", 1)
                .quoted("reimbursement", "JPY", 1, 60_000)
                .agreed());
        var ceilings = new Ceilings(List.of(FOOD), RATES);
        assertThat(ceilings.uses(standing).getFirst().reserved())
                .as("60,000 JPY are 400 EUR are 500 USD; the rate of the next day changes nothing")
                .isEqualTo(50_000);
        var wanted = commitments(new Dealing(2, "JPN", "USA", DAY)
                .requested("reimbursement", "food", 1)
                .quoted("reimbursement", "USD", 1, 50_001)
                .agreed());
        assertThat(ceilings.against(standing, wanted, true)).singleElement().satisfies(one -> {
            assertThat(one.english()).contains("food 2026", "has 500.00 USD left, this comes to 500.01 USD", "order 7");
            assertThat(one.japanese()).contains("food 2026", "残りは 500.00 USD");
        });
        assertThat(ceilings.against(standing, wanted, false))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.english()).contains("food 2026").doesNotContain("500.00"));
        assertThat(new Ceilings(List.of(FOOD), ReferenceRates.NONE).against(standing, wanted, true))
                .singleElement()
                .satisfies(one -> assertThat(one.english()).contains("no reference rate is known here for [JPY"));
        for (var other : List.of(ceiling("AUS", Set.of()), ceiling("USA", Set.of(SupplyCategory.FUEL)))) {
            assertThat(new Ceilings(List.of(other), RATES).against(standing, wanted, true))
                    .isEmpty();
        }
    }

    private static List<Commitment> commitments(Dealing dealing) {
        return Commitment.of(dealing.order(), "JPN", DAY);
    }

    private static Ceilings.Use use(Dealing dealing, String self) {
        var uses = new Ceilings(List.of(FOOD), RATES).uses(Commitment.of(dealing.order(), self, DAY));
        return uses.getFirst();
    }
}
