package org.renkei.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

class RecordIdsTest {

    /// The example of RFC 9562 appendix A.6.
    @Test
    void isTheExampleOfTheStandard() {
        var random =
                new byte[] {0x0C, (byte) 0xC3, 0x18, (byte) 0xC4, (byte) 0xDC, 0x0C, 0x0C, 0x07, 0x39, (byte) 0x8F};
        assertThat(RecordIds.of(0x017F22E279B0L, random))
                .isEqualTo(UUID.fromString("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hasVersionSevenItsTimeAndItsRandomBits(long seed) {
        var random = Seeds.random(seed);
        var bytes = new byte[RecordIds.RANDOM_BYTES];
        random.nextBytes(bytes);
        var millis = random.nextLong(1L << 47);
        var id = RecordIds.of(millis, bytes);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis);
        for (var bit = 0; bit < 80; bit++) {
            var other = bytes.clone();
            other[bit / 8] ^= (byte) (0x80 >>> bit % 8);
            var overwritten = bit < 4 || bit == 16 || bit == 17;
            assertThat(RecordIds.of(millis, other).equals(id)).as("bit %d", bit).isEqualTo(overwritten);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areInTheOrderOfTheirTimes(long seed) {
        var random = Seeds.random(seed);
        var low = new byte[RecordIds.RANDOM_BYTES];
        var high = new byte[RecordIds.RANDOM_BYTES];
        Arrays.fill(high, (byte) 0xff);
        var millis = random.nextLong(1L << 47);
        var earlier = RecordIds.of(millis, high);
        var later = RecordIds.of(millis + 1, low);
        assertThat(later).isGreaterThan(earlier);
        assertThat(later.toString()).isGreaterThan(earlier.toString());
        assertThat(Arrays.compareUnsigned(RecordIds.bytes(later), RecordIds.bytes(earlier)))
                .isPositive();
        assertThat(RecordIds.ofBytes(RecordIds.bytes(earlier))).isEqualTo(earlier);
    }

    @Test
    void takesTenRandomBytesAndSixteenBytesOfAnId() {
        assertThatThrownBy(() -> RecordIds.of(0, new byte[9])).hasMessage("ten random bytes are needed, not 9");
        assertThatThrownBy(() -> RecordIds.of(0, new byte[11])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RecordIds.ofBytes(new byte[15])).hasMessage("an id has 16 bytes, not 15");
        assertThatThrownBy(() -> RecordIds.ofBytes(new byte[17])).isInstanceOf(IllegalArgumentException.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }
}
