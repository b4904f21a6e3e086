package org.renkei.kernel.acsa.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.acsa.stock.StockEntry.Kind;
import org.renkei.kernel.acsa.stock.StockLevels.Level;

class StockLevelsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 31);
    private static final Commodity FUEL = new Commodity("fuel", "F-76", "litre-15c");
    private static final Commodity FOOD = new Commodity("food", "ration II", "ration");

    private int vouchers;

    private StockEntry entry(String point, LocalDate on, Kind kind, Commodity what, long quantity) {
        return new StockEntry(point, on, kind, what, quantity, "v" + vouchers++);
    }

    private StockEntry fuel(LocalDate on, Kind kind, long quantity) {
        return entry("Sasebo", on, kind, FUEL, quantity);
    }

    private static Draw draw(long order, String point, long quantity) {
        return new Draw(new UUID(0, order), point, FUEL, quantity);
    }

    private static Level level(List<StockEntry> entries, Draw... draws) {
        return StockLevels.of(entries, List.of(draws), DAY).levels().getFirst();
    }

    @Test
    void whatCameInLessWhatWentOutIsOnHandAndOrdersReserveOfIt() {
        var level = level(
                List.of(
                        fuel(DAY.minusDays(40), Kind.RECEIPT, 10_000),
                        fuel(DAY.minusDays(10), Kind.ISSUE, 3_000),
                        fuel(DAY.minusDays(40), Kind.RESERVE, 2_000),
                        fuel(DAY.plusDays(1), Kind.ISSUE, 999)),
                draw(1, "Sasebo", 1_000));
        assertThat(level.onHand()).isEqualTo(7_000);
        assertThat(level.available()).isEqualTo(6_000);
        assertThat(level.reserve()).isEqualTo(2_000);
        assertThat(level.days()).as("6,000 at 3,000 in 30 days").hasValue(60);
    }

    @Test
    void aCountTakesThePlaceOfAllThatWasEnteredBefore() {
        var entries = List.of(
                fuel(DAY.minusDays(50), Kind.RECEIPT, 10_000),
                fuel(DAY.minusDays(5), Kind.ISSUE, 100),
                fuel(DAY.minusDays(5), Kind.COUNT, 9_000),
                fuel(DAY.minusDays(4), Kind.ISSUE, 500));
        assertThat(level(entries).onHand()).isEqualTo(8_500);
        assertThat(level(entries).used()).isEqualTo(600);
    }

    @Test
    void nobodyIsToldDaysThatAreNotKnown() {
        var young = level(List.of(fuel(DAY.minusDays(29), Kind.COUNT, 900), fuel(DAY, Kind.ISSUE, 30)));
        assertThat(young.used()).isNull();
        assertThat(young.days()).isEmpty();
        var unused = level(List.of(fuel(DAY.minusDays(300), Kind.COUNT, 900)));
        assertThat(unused.used()).isZero();
        assertThat(unused.days()).isEmpty();
        var missing = level(List.of(fuel(DAY.minusDays(300), Kind.ISSUE, 900), fuel(DAY, Kind.ISSUE, 1)));
        assertThat(missing.onHand()).isEqualTo(-901);
        assertThat(missing.days()).hasValue(0);
    }

    @Test
    void anOrderIsHeldAgainstTheReserveOfThePointItNamesOrOfEach() {
        var entries = List.of(
                fuel(DAY.minusDays(1), Kind.COUNT, 1_000),
                fuel(DAY.minusDays(1), Kind.RESERVE, 500),
                entry("Yokosuka", DAY.minusDays(1), Kind.COUNT, FUEL, 5_000));
        var others = List.of(draw(2, "Sasebo", 100));
        var levels = StockLevels.of(entries, others, DAY);
        assertThat(levels.after(List.of(draw(1, "", 600)), others))
                .extracting(StockLevels.After::point, StockLevels.After::left, StockLevels.After::isBelow)
                .containsExactly(tuple("Sasebo", 300L, true), tuple("Yokosuka", 4_400L, false));
        assertThat(levels.after(List.of(draw(1, "Yokosuka", 600)), others)).hasSize(1);
        assertThat(levels.after(others, others))
                .as("what is reserved for an order does not count against it twice")
                .singleElement()
                .satisfies(one -> assertThat(one.left()).isEqualTo(900));
        assertThat(levels.after(List.of(new Draw(new UUID(0, 3), "", FOOD, 1)), others))
                .isEmpty();
    }

    @Test
    void whatNobodyHasPlacedIsListedAndReservesNothing() {
        var levels = StockLevels.of(
                List.of(fuel(DAY, Kind.COUNT, 1_000)), List.of(draw(1, "", 400), draw(2, "nowhere", 5)), DAY);
        assertThat(levels.levels().getFirst().reserved()).isZero();
        assertThat(levels.unplaced()).hasSize(2);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameEntriesComeToTheSameInWhateverOrderAndTwice(long seed) {
        var random = Seeds.random(seed);
        var entries = entries(random);
        var levels = StockLevels.of(entries, List.of(), DAY);
        var shuffled = new ArrayList<>(entries);
        shuffled.addAll(entries.subList(0, random.nextInt(entries.size() + 1)));
        Collections.shuffle(shuffled, random);
        assertThat(StockLevels.of(shuffled, List.of(), DAY)).isEqualTo(levels);
        var withoutCounts =
                entries.stream().filter(one -> one.kind() != Kind.COUNT).toList();
        var sum = withoutCounts.stream()
                .filter(one -> !one.on().isAfter(DAY))
                .mapToLong(one -> switch (one.kind()) {
                    case RECEIPT -> one.quantity();
                    case ISSUE -> -one.quantity();
                    case COUNT, RESERVE -> 0;
                })
                .sum();
        assertThat(StockLevels.of(withoutCounts, List.of(), DAY).levels().stream()
                        .mapToLong(Level::onHand)
                        .sum())
                .as("nothing appears and nothing vanishes")
                .isEqualTo(sum);
    }

    private List<StockEntry> entries(Random random) {
        var entries = new ArrayList<StockEntry>();
        var count = 1 + random.nextInt(40);
        for (var i = 0; i < count; i++) {
            entries.add(entry(
                    random.nextBoolean() ? "Sasebo" : "Yokosuka",
                    DAY.minusDays(random.nextInt(60) - 3),
                    Kind.values()[random.nextInt(4)],
                    random.nextBoolean() ? FUEL : FOOD,
                    random.nextInt(10_000)));
        }
        return entries;
    }
}
