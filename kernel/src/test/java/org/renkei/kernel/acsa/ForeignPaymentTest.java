package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.books.Books;
import org.renkei.kernel.exchange.ReferenceRates;

/// A debt of 112,500 yen is paid in dollars.
class ForeignPaymentTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-07");
    private static final ReferenceRates RATES = new ReferenceRates(
            Map.of(DAY.minusDays(2), Map.of("USD", new BigDecimal("1.1"), "JPY", new BigDecimal("160"))));
    private final Dealing dealing = new Dealing(1, "JPN", "USA", DAY).claimed("JPY", 112_500);

    private Object[] paid(long given, String agreedPerEuro) {
        return new Object[] {
            "amount",
            112_500,
            "given",
            given,
            "givenCurrency",
            "USD",
            "rateOn",
            DAY.minusDays(2).toString(),
            "agreedPerEuro",
            agreedPerEuro,
            "givenPerEuro",
            "1.1",
            "rateSource",
            "ECB"
        };
    }

    @Test
    void settlesTheDebtAndStandsInBothLedgersWithItsRate() {
        dealing.fits("USA", Act.INVOICE, "amount", 112_500).fits("JPN", Act.PAY, paid(77_344, "160"));
        var order = dealing.order();
        assertThat(order.state()).isEqualTo(OrderState.SETTLED);
        var books = Books.of(order.transfers());
        var yen = Asset.currency("JPY");
        var dollars = Asset.currency("USD");
        assertThat(books.balance(yen, Account.RECEIVABLE).posted()).isZero();
        assertThat(books.balance(yen, Account.EXCHANGED).posted()).isEqualTo(112_500);
        assertThat(books.balance(dollars, Account.EXCHANGED).posted()).isEqualTo(-77_344);
        assertThat(books.balance(dollars, Account.SETTLED_BY_PARTNER).posted()).isEqualTo(77_344);
        for (var accounts : books.trialBalance().values()) {
            assertThat(accounts.values().stream()
                            .mapToLong(Books.Balance::posted)
                            .sum())
                    .isZero();
        }
    }

    @Test
    void isRefusedWithEveryReasonWhenItDoesNotComeToTheAmount() {
        dealing.fits("USA", Act.INVOICE, "amount", 112_500).say("JPN", Act.PAY, paid(77_345, "160"));
        assertThat(dealing.objections()).extracting(Objection::at).containsExactly("/given");
        dealing.say(
                "JPN",
                Act.PAY,
                "amount",
                112_500,
                "given",
                77_344,
                "rateOn",
                DAY.plusDays(1).toString());
        assertThat(dealing.objections())
                .extracting(Objection::at)
                .containsExactly("/givenCurrency", "/agreedPerEuro", "/givenPerEuro", "/rateSource");
        dealing.days(20).say("JPN", Act.PAY, paid(77_344, "160"));
        assertThat(dealing.objections()).extracting(Objection::at).containsExactly("/rateOn");
    }

    @Test
    void isNotSaidByARateThatIsNotInTheTablesOfThisNation() {
        dealing.fits("USA", Act.INVOICE, "amount", 112_500);
        assertThat(law(RATES, paid(77_344, "160"))).isEmpty();
        assertThat(law(RATES, paid(76_387, "162")))
                .extracting(Objection::english)
                .containsExactly("the reference rate is that of 2026-05-05: 160 and 1.1 for one euro");
        assertThat(law(ReferenceRates.NONE, paid(77_344, "160")))
                .extracting(Objection::english)
                .singleElement()
                .asString()
                .startsWith("no reference rate between JPY and USD");
    }

    private List<Objection> law(ReferenceRates rates, Object[] fields) {
        var said = dealing.write("JPN", Act.PAY, fields).statement();
        assertThat(said).isNotNull();
        return new AcsaLaw(List.of(), List.of(), rates).check(dealing.order(), said);
    }
}
