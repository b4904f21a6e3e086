package org.renkei.kernel.track.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanePacerTest {
    private static final int MESSAGE = 400;

    private final LanePacer pacer = new LanePacer();
    private final ArrayDeque<long[]> underWay = new ArrayDeque<>();
    private long lineFreeAt;
    private long longestQueue;

    @ParameterizedTest(name = "{0} B/s, {1} ms")
    @CsvSource({"8000, 600", "8000, 60", "125000, 300", "1250, 900"})
    void takesWhatTheLinkHasAndHardlyMore(int lineRate, int trip) {
        var sent = run(0, 120_000, lineRate, trip);
        longestQueue = 0;
        sent = run(120_000, 300_000, lineRate, trip);
        assertThat(sent / 180.0).isBetween(0.5 * lineRate, 1.05 * lineRate);
        assertThat(longestQueue).isLessThan(1_500 + trip);
    }

    @Test
    void takesAShareWhileRecordsAreUnderWay() {
        run(0, 60_000, 8_000, 600);
        pacer.records(7_000);
        var sent = run(60_000, 160_000, 100_000, 600);
        assertThat(sent / 100.0).isBetween(0.18 * 7_000, 0.205 * 7_000);
        pacer.records(0);
        assertThat(pacer.allowed()).isGreaterThan(1_000);
    }

    @Test
    void isNeverStarved() {
        pacer.records(10);
        assertThat(run(0, 100_000, 8_000, 600) / 100.0).isBetween(150.0, 210.0);
    }

    @Test
    void goesOnWhenNothingIsHeardOf() {
        var sent = 0;
        for (var now = 0L; now < 300_000; now += 100) {
            var room = pacer.budget(sent, now);
            if (room > 0) {
                pacer.sent(room, now);
                sent += room;
            }
        }
        assertThat(sent).isGreaterThan(20_000);
    }

    /// A line of that rate; how many bytes left in that time.
    private long run(long from, long until, int lineRate, int trip) {
        var sent = 0L;
        for (var now = from; now < until; now += 20) {
            while (!underWay.isEmpty() && underWay.getFirst()[0] <= now) {
                var arrived = underWay.removeFirst();
                pacer.heard(arrived[0] - arrived[1], now);
            }
            var waiting = underWay.stream().mapToLong(one -> one[2]).sum();
            for (; pacer.budget(waiting, now) > 0; waiting += MESSAGE) {
                pacer.sent(MESSAGE, now);
                lineFreeAt = Math.max(lineFreeAt, now) + MESSAGE * 1_000L / lineRate;
                longestQueue = Math.max(longestQueue, lineFreeAt - now);
                underWay.addLast(new long[] {lineFreeAt + trip, now, MESSAGE});
                sent += MESSAGE;
            }
        }
        return sent;
    }
}
