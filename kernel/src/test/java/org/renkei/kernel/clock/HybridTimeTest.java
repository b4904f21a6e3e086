package org.renkei.kernel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HybridTimeTest {

    @Test
    void printsMicrosecondsAndCounter() {
        assertThat(new HybridTime(1_460_737_506_000_042L, 17)).hasToString("2016-04-15T16:25:06.000042Z.0017");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void textAndPackedFormKeepValueAndOrder(long seed) {
        var random = new Random(seed);
        HybridTime one = time(random);
        HybridTime other = random.nextInt(3) == 0 ? new HybridTime(one.micros(), random.nextInt(1024)) : time(random);
        assertThat(HybridTime.parse(one.toString())).isEqualTo(one);
        assertThat(HybridTime.ofPacked(one.packed())).isEqualTo(one);
        int order = Integer.signum(one.compareTo(other));
        assertThat(Integer.signum(one.toString().compareTo(other.toString()))).isEqualTo(order);
        assertThat(Long.signum(Long.compare(one.packed(), other.packed()))).isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2016-04-15T16:25:06Z",
                "2016-04-15T16:25:06.000042Z",
                "2016-04-15T16:25:06.000042Z.17",
                "2016-04-15T16:25:06.000042Z.1024",
                "2016-13-15T16:25:06.000042Z.0000",
                "1969-12-31T23:59:59.999999Z.0000"
            })
    void readsNoOtherText(String text) {
        assertThatThrownBy(() -> HybridTime.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staysWithinItsRange() {
        assertThat(new HybridTime(HybridTime.MAX_MICROS, HybridTime.MAX_COUNTER).packed())
                .isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> new HybridTime(HybridTime.MAX_MICROS + 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HybridTime(0, 1024)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HybridTime.ofPacked(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static HybridTime time(Random random) {
        return new HybridTime(random.nextLong(HybridTime.MAX_MICROS + 1), random.nextInt(1024));
    }
}
