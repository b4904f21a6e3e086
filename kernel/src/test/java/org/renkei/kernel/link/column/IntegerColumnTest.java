package org.renkei.kernel.link.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

class IntegerColumnTest {
    private static final int COUNT = 2_000;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void numbersOfEverySortComeBack(long seed) {
        var random = Seeds.random(seed);
        var numbers = numbers(random, random.nextInt(random.nextBoolean() ? 6 : 600));
        var in = new ColumnInput(written(numbers));
        assertThat(IntegerColumn.read(in, numbers.length)).isEqualTo(numbers);
        assertThat(in.atEnd()).isTrue();
    }

    @Test
    void randomNumbersCostTheirEntropy() {
        var random = Seeds.random(1);
        for (var limit : new long[] {3, 100, 162, 3_600, 1_000_000, 600_000_000, 1L << 40, Long.MAX_VALUE}) {
            var numbers = random.longs(COUNT, 0, limit).toArray();
            var entropy = COUNT * Math.log(limit) / Math.log(2) / 8;
            assertThat(written(numbers).length).as("below %d", limit).isLessThan((int) (entropy * 1.02) + 40);
        }
    }

    @Test
    void numbersOverTheWholeRangeCostEightBytes() {
        assertThat(written(Seeds.random(1).longs(COUNT).toArray()).length).isLessThan(8 * COUNT + 40);
    }

    @Test
    void whatGrowsEvenlyCostsNothing() {
        assertThat(written(LongStream.range(0, COUNT)
                                .map(i -> 5_000_000_000L + 1_000 * i)
                                .toArray())
                        .length)
                .isLessThan(20);
        var random = Seeds.random(1);
        var almost = LongStream.range(0, COUNT)
                .map(i -> 5_000_000_000L + 1_000 * i + random.nextInt(2))
                .toArray();
        assertThat(written(almost).length).isLessThan(COUNT / 4);
    }

    @Test
    void rareExceptionsCostLittle() {
        var random = Seeds.random(1);
        var flags = random.longs(COUNT, 0, 100).map(i -> i == 0 ? 1 : 0).toArray();
        assertThat(written(flags).length).isLessThan(COUNT / 60);
        var spikes = random.longs(COUNT, 0, 100)
                .map(i -> i == 0 ? Long.MAX_VALUE : i / 25)
                .toArray();
        assertThat(written(spikes).length).isLessThan(COUNT / 2);
    }

    @Test
    void commonFactorsCostNothing() {
        var numbers =
                Seeds.random(1).longs(COUNT, 0, 1_000).map(i -> i * 1_024_000).toArray();
        assertThat(written(numbers).length).isLessThan(COUNT * 10 / 8 + 40);
    }

    @Test
    void fewDifferentNumbersCostTheirPlaces() {
        var random = Seeds.random(1);
        var few = random.longs(8).toArray();
        var numbers = random.longs(COUNT, 0, 8).map(i -> few[(int) i]).toArray();
        assertThat(written(numbers).length).isLessThan(COUNT * 3 / 8 + 120);
    }

    @Test
    void repetitionIsLeftToBeFound() {
        var random = Seeds.random(1);
        var period = random.longs(100, 0, 200).toArray();
        var numbers = LongStream.range(0, COUNT).map(i -> period[(int) i % 100]).toArray();
        assertThat(written(numbers)[0]).isEqualTo((byte) IntegerPlan.Way.REPEATING.ordinal());
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    private static byte[] written(long[] numbers) {
        var out = new ColumnOutput();
        IntegerColumn.write(out, numbers, numbers.length);
        return out.bytes();
    }

    private static long[] numbers(Random random, int count) {
        var numbers = new long[count];
        var sort = random.nextInt(8);
        var step = random.nextLong();
        var few = random.longs(5).toArray();
        for (var i = 0; i < count; i++) {
            numbers[i] = switch (sort) {
                case 0 -> random.nextLong();
                case 1 -> random.nextLong() >> random.nextInt(64);
                case 2 -> i * step;
                case 3 -> random.nextInt(4) + (i == 0 ? 0 : numbers[i - 1]);
                case 4 -> few[random.nextInt(5)];
                case 5 -> random.nextInt(10) == 0 ? random.nextInt() : 1;
                case 6 -> i % 7 * 300;
                default -> random.nextInt(1 + (int) (step & 0xffff)) * step;
            };
        }
        return numbers;
    }
}
