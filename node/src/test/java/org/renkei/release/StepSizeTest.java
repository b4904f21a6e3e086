package org.renkei.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Steps grow while they are quick, and shrink at once when one was slow.
class StepSizeTest {
    private static final long SLOW = Duration.ofMillis(400).toNanos();
    private static final long QUICK = Duration.ofMillis(1).toNanos();

    private final StepSize steps = new StepSize(Duration.ofMillis(100), 4_000);

    @Test
    void shrinksToWhatFitsIntoTheTime() {
        var before = steps.size();
        steps.took(before, SLOW);
        assertThat(steps.size()).isEqualTo(before / 4);
    }

    @Test
    void growsToTheMostAndNoFurther() {
        IntStream.range(0, 20).forEach(step -> steps.took(steps.size(), QUICK));
        assertThat(steps.size()).isEqualTo(4_000);
    }

    @Test
    void neverStandsStill() {
        IntStream.range(0, 20).forEach(step -> steps.took(steps.size(), SLOW));
        assertThat(steps.size()).isPositive();
    }

    /// The last page of a task says nothing about larger ones.
    @Test
    void learnsNothingFromAFewThatWereQuick() {
        var before = steps.size();
        steps.took(3, QUICK);
        assertThat(steps.size()).isEqualTo(before);
    }

    @Test
    void takesNoMoreThanItIsTold() {
        var few = new StepSize(Duration.ofMillis(100), 25);
        few.took(25, QUICK);
        assertThat(few.size()).isEqualTo(25);
    }
}
