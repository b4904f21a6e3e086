package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionTest {
    @ParameterizedTest(name = "{0}")
    @EnumSource(Lane.class)
    void noneLeavesFramesAsTheyAre(Lane lane) {
        var none = Compressions.none().open(lane);
        var frame = new byte[] {1, 2, 3};
        var packed = none.compress(frame);
        assertThat(packed).isEqualTo(frame).isNotSameAs(frame);
        assertThat(none.decompress(packed, 3)).isEqualTo(frame);
        assertThatThrownBy(() -> none.decompress(packed, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
