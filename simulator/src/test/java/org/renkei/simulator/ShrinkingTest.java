package org.renkei.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is left of a list of events is what the failure needs.
class ShrinkingTest {

    @Test
    void keepsTheTwoEventsThatAreNeeded() {
        var events = IntStream.range(0, 40)
                .<Event>mapToObj(index -> new Event.Outage(index))
                .toList();
        var needed = List.<Event>of(new Event.Outage(7), new Event.Outage(31));
        assertThat(Shrinking.shrink(events, some -> some.containsAll(needed))).isEqualTo(needed);
    }

    @Test
    void makesWhatIsLeftShorter() {
        var events = List.<Event>of(new Event.Run(100, 1));
        var left = Shrinking.shrink(
                events, some -> some.size() == 1 && some.getFirst() instanceof Event.Run run && run.steps() >= 10);
        assertThat(((Event.Run) left.getFirst()).steps()).isBetween(10, 14);
    }

    @Test
    void leavesNothingWhereNothingIsNeeded() {
        var events = List.<Event>of(new Event.Outage(1), new Event.Outage(2), new Event.Outage(3));
        assertThat(Shrinking.shrink(events, some -> true)).isEmpty();
    }

    @Test
    void tellsEventsInWords() {
        var cast = Cast.of(1);
        assertThat(new Story(cast).tell(List.of(new Event.Write(0, 1), new Event.Outage(5))))
                .containsExactly(cast.party(0) + " writes a record", "5 hours pass");
    }
}
