package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

/// A layer says where a parcel goes next or that it is for its reader, and its innermost length little else.
class ParcelLayerTest {

    @Test
    void isReadAsItWasWritten() {
        var content = new byte[] {1, 2, 3};
        for (var next : new String[] {"", "JPN/ichigaya"}) {
            var layer = ParcelLayer.decode(new ParcelLayer(next, content).encode());
            assertThat(layer.next()).isEqualTo(next);
            assertThat(layer.content()).isEqualTo(content);
            assertThat(layer.isForUs()).isEqualTo(next.isEmpty());
        }
    }

    @ParameterizedTest(name = "{0} bytes in {1}")
    @CsvSource({"0, 8192", "8000, 8192", "8192, 24576", "24576, 65536", "65536, 262144", "262144, 524288"})
    void whatIsForItsReaderHasOneOfFewLengths(int content, int length) {
        assertThat(new ParcelLayer("", new byte[content]).encode()).hasSize(length);
    }

    @Test
    void whatGoesOnIsNotPaddedAgain() {
        assertThat(new ParcelLayer("JPN/ichigaya", new byte[100]).encode()).hasSizeLessThan(140);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anythingElseIsNoLayer(long seed) {
        var random = Seeds.random(seed);
        var bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        assertThatThrownBy(() -> ParcelLayer.decode(bytes)).isInstanceOf(RuntimeException.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }
}
