package org.renkei.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnginesAgreeTest {

    @Test
    void allEnginesGiveTheSameAnswers() {
        var agreement = EngineComparison.of(new ReleaseWorkload());
        assertThat(agreement.differences()).isZero();
        assertThat(agreement.permitted()).isBetween(0.060, 0.075);
    }
}
