package org.renkei.feeds.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFiguresTest {
    private final FeedFigures figures = new FeedFigures();

    @Test
    void countsMessagesOfTheLastTenWholeSeconds() {
        for (var second = 0; second < 20; second++) {
            for (var i = 0; i < 5; i++) {
                figures.message(second * 1_000L);
            }
        }
        assertThat(figures.rate(20_000)).isEqualTo(5);
        assertThat(figures.rate(25_000)).isEqualTo(2.5);
        assertThat(figures.rate(60_000)).isZero();
        assertThat(figures.messages()).isEqualTo(100);
    }

    @Test
    void keepsTheLastFiftyRefusedLinesCutAndPrintable() {
        for (var i = 0; i < 60; i++) {
            figures.refused(i % 3 == 0 ? "FORM" : "TOO_SHORT", "\u0000" + i + "x".repeat(300), i);
        }
        assertThat(figures.refusals())
                .containsExactly(new FeedFigures.Refusals("TOO_SHORT", 40), new FeedFigures.Refusals("FORM", 20));
        assertThat(figures.examples()).hasSize(50);
        assertThat(figures.examples().getFirst().line()).startsWith("·59x").hasSize(200);
    }

    @Test
    void paceFollowsTheTimesOfARecording() {
        var pace = new ReplayPace(10);
        assertThat(pace.due(OptionalLong.of(5_000_000), 0)).isZero();
        assertThat(pace.due(OptionalLong.of(5_010_000), 3)).isEqualTo(1_000);
        assertThat(pace.due(OptionalLong.empty(), 1_000)).isEqualTo(1_000);
        assertThat(pace.due(OptionalLong.of(4_999_000), 1_000))
                .as("a little out of order")
                .isEqualTo(-100);
        assertThat(pace.due(OptionalLong.of(90_000_000), 2_000))
                .as("a long gap")
                .isEqualTo(2_000);
    }

    /// On a simulated clock: an hour of ten ships, a line every second, with a reader that needs a fifth of
    /// a second for some lines and falls behind.
    @ParameterizedTest(name = "{0} times")
    @ValueSource(ints = {1, 2, 5, 10, 20, 50, 100})
    void anHourTakesAsMuchLessAsItIsFaster(int speed) {
        var pace = new ReplayPace(speed);
        var now = 1_800_000_000_000L;
        var began = now;
        var last = 0L;
        for (var second = 0; second <= 3_600; second++) {
            last = pace.due(OptionalLong.of(1_334_337_300_000L + second * 1_000L), now);
            now = Math.max(now, last);
            now += second % 600 == 10 ? 200 : 0;
        }
        assertThat(last - began).isEqualTo(3_600_000L / speed);
        assertThat(now).isEqualTo(last);
    }

    @Test
    void paceOfARecordingWithoutTimesIsAHundredLinesASecond() {
        var pace = new ReplayPace(2);
        assertThat(pace.due(OptionalLong.empty(), 7)).isEqualTo(7);
        for (var i = 0; i < 99; i++) {
            pace.due(OptionalLong.empty(), 7);
        }
        assertThat(pace.due(OptionalLong.empty(), 7)).isEqualTo(507);
    }
}
