package org.renkei.acsa.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.acsa.Terms.Unit;

/// Conversions by JSR 385 are judged by fractions of whole numbers, from the definitions of NIST Special Publication
/// 811; each seed stands for a hundred draws.
class MeasuresTest {
    private static final int DRAWS = 100;

    /// Units of issue for one, as dividend and divisor.
    private static final Map<StatedUnit, List<String>> DEFINED = Map.ofEntries(
            Map.entry(StatedUnit.US_GALLON, List.of("3785411784", "1000000000")),
            Map.entry(StatedUnit.US_GALLON_15C, List.of("3785411784", "1000000000")),
            Map.entry(StatedUnit.US_GALLON_60F, List.of("3785411784", "1000000000")),
            Map.entry(StatedUnit.US_BARREL, List.of("158987294928", "1000000000")),
            Map.entry(StatedUnit.US_BARREL_15C, List.of("158987294928", "1000000000")),
            Map.entry(StatedUnit.US_BARREL_60F, List.of("158987294928", "1000000000")),
            Map.entry(StatedUnit.CUBIC_METRE, List.of("1000", "1")),
            Map.entry(StatedUnit.CUBIC_METRE_15C, List.of("1000", "1")),
            Map.entry(StatedUnit.POUND, List.of("45359237", "100000000")),
            Map.entry(StatedUnit.SHORT_TON, List.of("90718474", "100000")),
            Map.entry(StatedUnit.TONNE, List.of("1000", "1")),
            Map.entry(StatedUnit.SHORT_TON_MILE, List.of("145997231821056", "100000000000000")),
            Map.entry(StatedUnit.MINUTE, List.of("1", "60")));

    static List<Integer> seeds() {
        return IntStream.range(0, 20).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyConversionIsTheExactFractionRoundedOnce(int seed) {
        var random = new Random(seed);
        var units = List.copyOf(DEFINED.keySet());
        for (var draw = 0; draw < DRAWS; draw++) {
            var in = units.get(random.nextInt(units.size()));
            var unit = Measures.issuedIn(in).orElseThrow();
            var stated = BigDecimal.valueOf(random.nextLong(1, 1_000_000_000), random.nextInt(0, 5));
            var factor = DEFINED.getOrDefault(in, List.of());
            var whole = new BigDecimal(new BigInteger(factor.getFirst()))
                    .multiply(stated)
                    .divide(new BigDecimal(factor.getLast()), 0, RoundingMode.HALF_UP);
            var converted = Measures.convert(stated, in, unit, false);
            if (whole.signum() > 0 && whole.compareTo(BigDecimal.valueOf(1_000_000_000)) <= 0) {
                assertThat(converted).isInstanceOfSatisfying(Converted.Whole.class, one -> {
                    assertThat(one.quantity()).as("%s %s", stated, in).isEqualTo(whole.longValueExact());
                    assertThat(one.english()).contains(one.exact());
                });
            } else {
                assertThat(converted).as("%s %s", stated, in).isInstanceOf(Converted.Refused.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10000 | us-gallon-15c  | LITRE_15C | true  | 37854.11784  | 37854
            1     | us-barrel-15c  | LITRE_15C | true  | 158.987294928 | 159
            2.5   | kl @ 15 °C     | LITRE_15C | true  | 2500         | 2500
            10000 | US gal         | LITRE_15C | false | 37854.11784  | 37854
            2000  | lb             | KILOGRAM  | false | 907.18474    | 907
            1     | short ton      | KILOGRAM  | false | 907.18474    | 907
            90    | minutes        | HOUR      | false | 1.5          | 2
            100   | minutes        | HOUR      | false | 5/3          | 2
            1000  | ton mile       | TONNE_KM  | false | 1459.97231821056 | 1460
            """)
    void bothFiguresStandInTheWords(
            BigDecimal stated, String in, Unit unit, boolean fuel, String exact, long quantity) {
        var converted = Measures.convert(stated, StatedUnit.find(in).orElseThrow(), unit, fuel);
        assertThat(converted).isInstanceOfSatisfying(Converted.Whole.class, whole -> {
            assertThat(whole.exact()).isEqualTo(exact);
            assertThat(whole.quantity()).isEqualTo(quantity);
            assertThat(whole.english()).contains(stated.toPlainString(), exact, "" + quantity, "half up");
            assertThat(whole.japanese()).contains(stated.toPlainString(), exact, "" + quantity, "四捨五入");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000 | us-gallon      | LITRE_15C | true  | counted at 15 °C
            1000 | us-gallon-60f  | LITRE_15C | true  | 60 °F is another temperature
            1000 | pounds         | LITRE_15C | true  | by a density
            1000 | us-gallon-15c  | KILOGRAM  | true  | by a density
            1000 | feet           | KILOGRAM  | false | no measure
            1000 | pounds         | EACH      | false | counted, not measured
            1    | minutes        | NIGHT     | false | counted, not measured
            0.1  | pounds         | KILOGRAM  | false | a whole number from 1
            1e12 | short-ton      | KILOGRAM  | false | a whole number from 1
            """)
    void whatDoesNotConvertIsRefusedInBothLanguages(BigDecimal stated, String in, Unit unit, boolean fuel, String why) {
        var converted = Measures.convert(stated, StatedUnit.find(in).orElseThrow(), unit, fuel);
        assertThat(converted).isInstanceOfSatisfying(Converted.Refused.class, refused -> {
            assertThat(refused.english()).contains(why);
            assertThat(refused.japanese()).matches("(?s).*[ぁ-ん].*");
        });
    }

    /// There are gallons and tons of several kinds.
    @ParameterizedTest
    @CsvSource({"gal", "gallons", "ton", "tons", "''", "stone", "gal 15c", "gal? 60"})
    void aWordThatCanBeSeveralUnitsIsNone(String word) {
        assertThat(StatedUnit.find(word)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(StatedUnit.class)
    void everyUnitIsFoundByItsCodeAndNames(StatedUnit one) {
        assertThat(StatedUnit.find(one.code())).contains(one);
        assertThat(StatedUnit.find(one.english())).contains(one);
        assertThat(StatedUnit.find(one.japanese())).contains(one);
    }
}
