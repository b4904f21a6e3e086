package org.renkei.kernel.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HybridClockTest {
    private static final long NOW = Instant.parse("2016-04-15T16:25:06Z").getEpochSecond() * 1_000_000;
    private static final long SECOND = 1_000_000;
    private static final long HOUR = 3_600 * SECOND;

    private final HybridClock clock = new HybridClock(HybridTime.ZERO, 5 * SECOND);

    @Test
    void followsPhysicalTimeAndStepsWhileItStands() {
        assertThat(clock.tick(NOW, 7)).isEqualTo(new HybridTime(NOW, 0));
        assertThat(clock.tick(NOW, 7)).isEqualTo(new HybridTime(NOW, 7));
        assertThat(clock.tick(NOW - HOUR, 16)).isEqualTo(new HybridTime(NOW, 23));
        assertThat(clock.tick(NOW + 1, 3)).isEqualTo(new HybridTime(NOW + 1, 0));
    }

    @Test
    void aReceiptIsLaterThanWhatWasReceived() {
        var remote = new HybridTime(NOW + 4 * SECOND, 1020);
        assertThat(clock.observe(remote, NOW, 16)).isEqualTo(new HybridTime(NOW + 4 * SECOND + 1, 12));
    }

    @Test
    void aPartnerHoursAheadDoesNotDragUsAlong() {
        var remote = new HybridTime(NOW + 3 * HOUR, 0);
        assertThat(clock.isTooFarAhead(remote, NOW)).isTrue();
        assertThat(clock.observe(remote, NOW, 1)).isEqualTo(new HybridTime(NOW, 0));
        assertThat(clock.tick(NOW, 1)).isEqualTo(new HybridTime(NOW, 1));
    }

    @Test
    void theLimitItselfIsStillAdopted() {
        var remote = new HybridTime(NOW + 5 * SECOND, 0);
        assertThat(clock.observe(remote, NOW, 1)).isEqualTo(new HybridTime(NOW + 5 * SECOND, 1));
    }

    @Test
    void aPartnerHoursBehindIsAdoptedAtOnce() {
        assertThat(clock.observe(new HybridTime(NOW - HOUR, 5), NOW, 1)).isEqualTo(new HybridTime(NOW, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 17})
    void takesStepsOfOneToSixteen(int step) {
        assertThatThrownBy(() -> clock.tick(NOW, step)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverRunsBackwardsAndKeepsCausesBeforeEffects(long seed) {
        var random = new Random(seed);
        long drift = random.nextLong(2 * SECOND);
        var clocks =
                new HybridClock[] {new HybridClock(HybridTime.ZERO, drift), new HybridClock(HybridTime.ZERO, drift)};
        long[] skew = {0, random.nextLong(-HOUR, HOUR)};
        for (int i = 0; i < 300; i++) {
            int side = random.nextInt(2);
            long now = NOW + i * random.nextLong(1, 3) + skew[side] - random.nextLong(50);
            HybridTime before = clocks[side].latest();
            HybridTime remote = clocks[1 - side].latest();
            boolean receipt = random.nextBoolean();
            int step = 1 + random.nextInt(16);
            HybridTime time = receipt ? clocks[side].observe(remote, now, step) : clocks[side].tick(now, step);
            assertThat(time).isGreaterThan(before);
            if (receipt && !clocks[side].isTooFarAhead(remote, now)) {
                assertThat(time).isGreaterThan(remote);
            }
            long limit = Math.max(Math.max(before.micros(), now), now + drift) + 1;
            assertThat(time.micros()).isLessThanOrEqualTo(limit);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }
}
