package org.renkei.kernel.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

class ForemostTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areWhatSortingAllOfThemLeaves(long seed) {
        var random = Seeds.random(seed);
        var all = IntStream.range(0, random.nextInt(300)).boxed().collect(Collectors.toList());
        Collections.shuffle(all, random);
        var most = 1 + random.nextInt(100);
        var order = random.nextBoolean() ? Comparator.<Integer>naturalOrder() : Comparator.<Integer>reverseOrder();
        var sorted = all.stream().sorted(order).limit(most).toList();
        assertThat(all.stream().collect(Foremost.of(most, order))).isEqualTo(sorted);
        assertThat(all.parallelStream().collect(Foremost.of(most, order))).isEqualTo(sorted);
    }

    @Test
    void noneIsNoNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> Foremost.of(0, Comparator.<String>naturalOrder()));
    }
}
