package org.renkei.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing is broken in any history, and a history depends on nothing but its seed.
class HistoryTest {
    private static final int BLOCK = 20;

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void breaksNothing(long first) {
        for (var seed = first; seed < first + BLOCK; seed++) {
            assertThat(Played.seed(seed, null).failure()).as("seed " + seed).isNull();
        }
    }

    /// A leaf goes bad while only one node knows that the connection is lost: nothing is compared before the other
    /// knows it too.
    @Test
    void comesToRestOnlyWhereALeafThatWentBadWasFound() {
        assertThat(Played.seed(7593, null).failure()).isNull();
    }

    /// A node that lost everything learns a record from the newest form that its partner holds.
    @Test
    void goesOnFromTheNewestFormThatComesBack() {
        assertThat(Played.seed(33500, null).failure()).isNull();
    }

    /// A restored node has given out an urgent record where a medium that was still on its way bears another: the
    /// partner sees a fork, as it should.
    @Test
    void standsApartWhereAMediumWasOnItsWay() {
        assertThat(Played.seed(36253, null).failure()).isNull();
    }

    @Test
    void isTheSameEachTimeItIsPlayed() {
        for (var seed = 0L; seed < 5; seed++) {
            var once = Played.seed(seed, null);
            assertThat(Played.seed(seed, null)).isEqualTo(once);
        }
    }

    static LongStream blocks() {
        return LongStream.range(0, 15).map(block -> block * BLOCK);
    }
}
