package org.renkei.acsa.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import javax.money.RoundingQueryBuilder;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.acsa.CostElement;
import org.renkei.kernel.acsa.CostElement.Cost;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.kernel.exchange.CrossRate;

/// The kernel's arithmetic of money is judged by JSR 354; each seed stands for a hundred draws.
class AmountsTest {
    private static final int DRAWS = 100;
    private static final List<String> CURRENCIES =
            List.copyOf(Amounts.currencies().keySet());

    static List<Integer> seeds() {
        return IntStream.range(0, 20).boxed().toList();
    }

    private static String currency(Random random) {
        return CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    }

    private static MonetaryAmount rounded(MonetaryAmount amount) {
        return amount.with(Monetary.getRounding(RoundingQueryBuilder.of()
                .setCurrency(amount.getCurrency())
                .set(RoundingMode.HALF_UP)
                .build()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theValueOfAQuantityIsWhatJsr354ComesTo(int seed) {
        var random = new Random(seed);
        for (var draw = 0; draw < DRAWS; draw++) {
            var currency = Monetary.getCurrency(currency(random));
            var price = random.nextLong(1, 1_000_000_000);
            var quantity = random.nextLong(0, StatementReader.MOST);
            var per = random.nextBoolean() ? random.nextLong(1, 20) : random.nextLong(1, 1_000_000);
            var judged =
                    rounded(Money.ofMinor(currency, price).multiply(quantity).divide(per));
            assertThat(new Cost(CostElement.OTHER, price).amount(quantity, per))
                    .as("%d at %d for %d, draw %d", quantity, price, per, draw)
                    .isEqualTo(judged.scaleByPowerOfTen(currency.getDefaultFractionDigits())
                            .getNumber()
                            .longValueExact());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theKernelConvertsAsJsr354Does(int seed) {
        var random = new Random(seed);
        for (var draw = 0; draw < DRAWS; draw++) {
            var rate = new CrossRate(
                    currency(random), currency(random), LocalDate.of(2026, 4, 1), perEuro(random), perEuro(random));
            var minor = random.nextLong(0, random.nextBoolean() ? 1_000 : 1_000_000_000);
            assertThat(rate.convert(minor)).as("%s of %d", rate, minor).isEqualTo(Amounts.convert(minor, rate));
        }
    }

    /// Some of them so round that halves come up.
    private static BigDecimal perEuro(Random random) {
        return random.nextBoolean()
                ? BigDecimal.valueOf(random.nextLong(1_000, 2_000_000), random.nextInt(0, 4))
                : BigDecimal.valueOf(1L << random.nextInt(0, 8), random.nextInt(0, 3));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsPrintedReadsAsTheSame(int seed) {
        var random = new Random(seed);
        for (var draw = 0; draw < DRAWS; draw++) {
            var currency = currency(random);
            var minor = random.nextLong(0, StatementReader.MOST_MONEY);
            for (var language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
                var text = Amounts.text(minor, currency, language);
                var same = new AmountReading.Read(minor, currency);
                assertThat(Amounts.read(text, currency, StatementReader.MOST_MONEY))
                        .as(text)
                        .isEqualTo(same);
                assertThat(Amounts.read(text, "", StatementReader.MOST_MONEY))
                        .as(text)
                        .isEqualTo(same);
            }
            var number = Amounts.number(minor, currency).toPlainString();
            assertThat(Amounts.read(number, currency, StatementReader.MOST_MONEY))
                    .isEqualTo(new AmountReading.Read(minor, currency));
        }
    }

    @Test
    void currenciesAreThoseThatTheKernelTakes() {
        assertThat(CURRENCIES).contains("JPY", "USD", "KWD").doesNotContain("XAU", "XXX");
        assertThat(CURRENCIES)
                .allSatisfy(code -> assertThat(Amounts.currencies().get(code))
                        .isEqualTo(Currency.getInstance(code).getDefaultFractionDigits()));
        assertThat(Amounts.isCurrency("XAU")).isFalse();
        assertThat(Amounts.isCurrency("usd")).isFalse();
        assertThat(Amounts.isCurrency("ABC")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,234.56         | USD | 123456 | USD
            '1,234.56 USD'   |     | 123456 | USD
            'USD 1,234.56'   | USD | 123456 | USD
            $1,234.56        | USD | 123456 | USD
            ￥１１２，５００   | JPY | 112500 | JPY
            112,500円        |     | 112500 | JPY
            1.234            | KWD | 1234   | KWD
            0                | JPY | 0      | JPY
            """)
    void readsWhatPeopleWrite(String text, String currency, long minor, String code) {
        assertThat(Amounts.read(text, currency == null ? "" : currency, StatementReader.MOST_MONEY))
                .isEqualTo(new AmountReading.Read(minor, code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.5              | JPY | JPY has 0 digits
            1.234,56         | EUR | no amount
            12,34.50         | USD | no amount
            '1,234.56 EUR'   | USD | written in EUR
            $5               |     | say in which currency
            5                |     | say in which currency
            'USD 5 JPY'      |     | two currencies
            -1               | JPY | an amount from 0
            10000000000000   | JPY | an amount from 0
            much             | JPY | no amount
            '5 ABC'          |     | say in which currency
            """)
    void whatCannotBeReadIsRefusedInBothLanguages(String text, String currency, String why) {
        var reading = Amounts.read(text, currency == null ? "" : currency, StatementReader.MOST_MONEY);
        assertThat(reading).isInstanceOfSatisfying(AmountReading.Refused.class, refused -> {
            assertThat(refused.english()).contains(why);
            assertThat(refused.japanese()).matches("(?s).*[ぁ-ん].*");
        });
    }
}
