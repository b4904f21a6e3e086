package org.renkei.kernel.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.SharedData;

class ReferenceRatesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-05-07");
    /// Invented. 2 May to 4 May are holidays; the won has no rate on the fifth.
    private static final String SMALL = """
            Date,USD,JPY,KRW,
            2026-05-05,1.1,160,N/A,
            2026-05-01,1.25,150.5,1500,
            2026-04-30,1.2,150,1490.05,
            """;

    @Test
    void countsOnAHolidayTheLastEarlierDayAndSaysWhich() {
        var rates = read(SMALL);
        var rate = rates.on(LocalDate.parse("2026-05-04"), "USD", "JPY").orElseThrow();
        assertThat(rate.on()).isEqualTo("2026-05-01");
        assertThat(rate.convert(125)).as("1.25 USD are 1 EUR are 150.5 JPY").isEqualTo(151);
        assertThat(rate.convert(-125)).isEqualTo(-151);
        assertThat(rates.on(LocalDate.parse("2026-05-06"), "USD", "KRW")
                        .orElseThrow()
                        .on())
                .as("both have to have one")
                .isEqualTo("2026-05-01");
        assertThat(rates.on(LocalDate.parse("2026-05-05"), "EUR", "JPY")
                        .orElseThrow()
                        .convert(100))
                .isEqualTo(160);
        assertThat(rates.on(LocalDate.parse("2026-04-29"), "USD", "JPY")).isEmpty();
        assertThat(rates.on(LocalDate.parse("2026-05-16"), "USD", "JPY"))
                .as("the table has ended")
                .isEmpty();
        assertThat(rates.on(LocalDate.parse("2026-05-05"), "USD", "CHF")).isEmpty();
    }

    @Test
    void namesEveryMistakeOfAFileInBothLanguagesAndTakesNothingOfIt() {
        var outcome = EcbFile.read("""
                Date,USD,JPY
                2026-02-31,1.1,160
                2026-05-05,-1.1,1e40
                2026-05-04,1.1
                2026-05-05,1.1,0
                2030-01-01,1.1,160
                """, TODAY);
        assertThat(outcome).isInstanceOfSatisfying(EcbFile.Refused.class, refused -> {
            assertThat(refused.mistakes()).extracting(EcbFile.Mistake::row).containsExactly(2, 3, 3, 4, 5, 5, 6);
            assertThat(refused.mistakes()).allSatisfy(one -> {
                assertThat(one.english()).isNotBlank();
                assertThat(one.japanese()).isNotBlank();
            });
        });
        for (var other :
                List.of("", "<html>", "Date,USD", "Date,USD,XQQ\n2026-05-05,1,2", "Date,USD,USD\n2026-05-05,1,2")) {
            assertThat(EcbFile.read(other, TODAY)).as(other).isInstanceOf(EcbFile.Refused.class);
        }
    }

    /// Every day of the file and, for the days between, of every day until the next: against whole numbers alone.
    @Test
    void agreesToTheLastUnitWithAnIndependentCalculationOnEveryDayOfTheFile() {
        SharedData.need("logistics/fx");
        var text = SharedData.text("logistics/fx/ecb_eurofxref_1999_2023.csv.gz");
        var rows = text.lines().map(row -> row.split(",", -1)).toList();
        var rates = read(text);
        assertThat(rates.days()).hasSize(6_402);
        var random = Seeds.random(6_402);
        var checked = 0;
        for (var i = 1; i < rows.size(); i++) {
            var day = LocalDate.parse(rows.get(i)[0]);
            var until = i == 1 ? day.plusDays(3) : LocalDate.parse(rows.get(i - 1)[0]);
            var named = named(rows.getFirst(), rows.get(i));
            for (var asked = day; asked.isBefore(until); asked = asked.plusDays(1)) {
                for (var n = 0; n < 4; n++) {
                    var from = n == 0 ? "JPY" : named.get(random.nextInt(named.size()));
                    var to = n == 0 ? "USD" : named.get(random.nextInt(named.size()));
                    var rate = rates.on(asked, from, to).orElseThrow();
                    var amount = amount(random);
                    assertThat(rate.on()).isEqualTo(day);
                    assertThat(rate.convert(amount))
                            .as(asked + " " + amount + " " + from + " " + to)
                            .isEqualTo(byHand(amount, from, to, rows.getFirst(), rows.get(i)));
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(36_000);
    }

    private static long amount(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(200) : random.nextLong(1_000_000_000L);
    }

    private static List<String> named(String[] head, String[] row) {
        var named = new ArrayList<>(List.of("EUR"));
        for (var i = 1; i < head.length; i++) {
            if (!head[i].isEmpty() && !row[i].equals("N/A")) {
                named.add(head[i]);
            }
        }
        return named;
    }

    /// n / d half up is the floor of (2n + d) / 2d, in whole numbers.
    private static long byHand(long amount, String from, String to, String[] head, String[] row) {
        var given = new BigDecimal(cell(from, head, row));
        var wanted = new BigDecimal(cell(to, head, row));
        var scale = Math.max(given.scale(), wanted.scale());
        var n = BigInteger.valueOf(amount).multiply(wanted.setScale(scale).unscaledValue());
        var d = given.setScale(scale).unscaledValue();
        n = n.multiply(BigInteger.TEN.pow(digits(to)));
        d = d.multiply(BigInteger.TEN.pow(digits(from)));
        return n.shiftLeft(1).add(d).divide(d.shiftLeft(1)).longValueExact();
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    private static String cell(String currency, String[] head, String[] row) {
        return currency.equals("EUR") ? "1" : row[List.of(head).indexOf(currency)];
    }

    private static ReferenceRates read(String text) {
        return ((EcbFile.Read) EcbFile.read(text, TODAY)).rates();
    }
}
