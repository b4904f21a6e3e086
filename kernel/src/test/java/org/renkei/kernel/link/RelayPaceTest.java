package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

class RelayPaceTest {
    @Test
    void asksFirstAndThenEverMoreRarelyWhileNobodyAnswers() {
        var pace = new RelayPace(0, 0);
        assertThat(pace.isDue(0)).isTrue();
        var at = 0L;
        for (var wait : new long[] {30_000, 60_000, 120_000, 240_000, 480_000, 960_000, 1_800_000, 1_800_000}) {
            pace.asked(at);
            assertThat(pace.isDue(at + wait - 1)).isFalse();
            assertThat(pace.isDue(at + wait)).isTrue();
            at += wait;
        }
    }

    @Test
    void waitsFourRoundTripsForAnAnswer() {
        var pace = new RelayPace(0, 0);
        pace.asked(0);
        pace.answered(1, 0, 20_000, 20_000);
        assertThat(pace.isDue(Long.MAX_VALUE - 1)).isFalse();
        pace.sent(5, 2, 20_000);
        assertThat(pace.isDue(99_999)).isFalse();
        assertThat(pace.isDue(100_000)).isTrue();
    }

    @Test
    void sendsAgainWhatALaterAnswerDoesNotConfirm() {
        var pace = new RelayPace(0, 0);
        pace.sent(5, 1, 0);
        pace.sent(9, 2, 0);
        pace.sent(12, 3, 0);
        pace.answered(1, 5, 100, 100);
        assertThat(pace.sentUpTo()).isEqualTo(12);
        assertThat(pace.underWay()).isEqualTo(2);
        pace.answered(3, 5, 100, 100);
        assertThat(pace.lost()).isEqualTo(1);
        assertThat(pace.sentUpTo()).isEqualTo(5);
        assertThat(pace.underWay()).isZero();
    }

    @Test
    void anAnswerToAnEarlierParcelSaysNothingOfALaterOne() {
        var pace = new RelayPace(0, 0);
        pace.sent(5, 3, 0);
        pace.answered(2, 0, 100, 100);
        assertThat(pace.lost()).isZero();
        assertThat(pace.sentUpTo()).isEqualTo(5);
    }

    @Test
    void hasOnlySoMuchUnderWay() {
        var pace = new RelayPace(0, 0);
        for (var count = 1; count <= RelayPace.MAX_UNDER_WAY; count++) {
            assertThat(pace.hasRoom()).isTrue();
            pace.sent(count, count, 0);
        }
        assertThat(pace.hasRoom()).isFalse();
        pace.confirm(1);
        assertThat(pace.hasRoom()).isTrue();
    }

    /// A way that keeps the order but loses parcels and answers: everything is confirmed in the end.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everythingArrivesOverAWayThatLoses(long seed) {
        var random = Seeds.random(seed);
        var pace = new RelayPace(0, 0);
        var toPartner = new ArrayDeque<long[]>();
        var toUs = new ArrayDeque<long[]>();
        var size = 100L;
        var held = 0L;
        var token = 0L;
        var rounds = 0;
        for (var now = 0L; held < size || pace.underWay() > 0; now += 1_000) {
            assertThat(rounds++).as("rounds").isLessThan(100_000);
            if (pace.isDue(now)) {
                toPartner.add(new long[] {0, 0, ++token, now});
                pace.asked(now);
            }
            while (pace.hasRoom() && pace.sentUpTo() < size) {
                var upTo = Math.min(size, pace.sentUpTo() + 1 + random.nextInt(9));
                toPartner.add(new long[] {pace.sentUpTo() + 1, upTo, ++token, now});
                pace.sent(upTo, token, now);
            }
            if (!toPartner.isEmpty() && random.nextBoolean()) {
                var parcel = toPartner.remove();
                if (random.nextInt(4) > 0) {
                    held = parcel[0] <= held + 1 ? Math.max(held, parcel[1]) : held;
                    toUs.add(new long[] {parcel[2], held, parcel[3]});
                }
            }
            if (!toUs.isEmpty() && random.nextBoolean()) {
                var answer = toUs.remove();
                if (random.nextInt(4) > 0) {
                    pace.answered(answer[0], answer[1], now - answer[2], now);
                }
            }
        }
        assertThat(held).isEqualTo(size);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
