package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pacer over a line that exists only here: a queue, a rate, a round trip, and losses that hold up what comes
/// behind them, in steps of a millisecond.
class PacerTest {

    @ParameterizedTest
    @CsvSource({"125000, 300, 0.01", "8000, 600, 0.02", "8000, 2000, 0.05", "1250000, 40, 0.001", "125000, 300, 0"})
    void findsTheRateAndLeavesNoQueueBehind(int rate, int trip, double loss) {
        var line = new Line(rate, trip, loss, 7);
        line.run(60_000);
        var late = line.runAndMeasure(60_000);
        assertThat(late.throughput()).isGreaterThan(0.7 * rate);
        assertThat(late.meanQueueMillis()).isLessThan(Math.max(250, trip / 2.0));
    }

    @ParameterizedTest
    @CsvSource({"125000, 300, 0.01", "8000, 600, 0.02", "8000, 2000, 0.05", "125000, 300, 0"})
    void pilesLittleUpWhileItSeeksTheRate(int rate, int trip, double loss) {
        var delayed = 0;
        for (var seed = 0; seed < 20; seed++) {
            var line = new Line(rate, trip, loss, seed);
            for (var step = 0; step < 20 * trip; step++) {
                line.step();
                delayed += line.queued * 1_000 / rate > 0.6 * trip ? 1 : 0;
            }
        }
        assertThat(delayed / 20.0 / trip).as("trips with a long queue").isLessThan(12);
    }

    /// What is urgent goes through the same queue.
    @Test
    void noLongQueueStandsInTheLineWhileTheRateIsSought() {
        var longest = 0.0;
        for (var seed = 0; seed < 20; seed++) {
            var line = new Line(125_000, 300, 0.01, seed);
            var most = 0.0;
            for (var step = 0; step < 20 * 300; step++) {
                line.step();
                most = Math.max(most, line.queued * 1_000 / 125_000);
            }
            longest += most / 20;
        }
        assertThat(longest).as("milliseconds, on average").isLessThan(250);
    }

    @Test
    void goesOnAfterAPauseInWhichTheRoundTripBecameLong() {
        var pacer = new Pacer();
        pacer.roundTrip(10, false);
        pacer.sent(4_000, 0);
        pacer.receipt(2_000, 1_100);
        pacer.receipt(4_000, 2_200);
        pacer.roundTrip(900, false);
        pacer.roundTrip(900, false);
        assertThat(pacer.underWay()).isZero();
        assertThat(pacer.delay(1_400, 2_300)).isZero();
    }

    /// A few bytes now and then, and a host so busy that round trips become long: no reason to hold back what comes
    /// then.
    @Test
    void aTrickleBeforeDoesNotHoldBackWhatComesLater() {
        var pacer = new Pacer();
        var now = 0L;
        for (var bytes = 100; bytes <= 1_000; bytes += 100) {
            pacer.roundTrip(bytes < 500 ? 2 : 800, false);
            pacer.sent(100, now);
            pacer.receipt(bytes, now + 700);
            now += 60_000;
        }
        var waited = 0L;
        for (var sent = 0; sent < 50_000; sent += 1_400) {
            for (var delay = pacer.delay(1_400, now); delay > 0; delay = pacer.delay(1_400, now)) {
                now += delay;
                waited += delay;
                pacer.receipt(1_000 + sent, now);
            }
            pacer.sent(1_400, now);
        }
        assertThat(waited).isLessThan(3_000);
    }

    /// Two sides may each wait for a receipt that stands behind the other's bulk.
    @Test
    void neverWaitsForGoodForAReceipt() {
        var pacer = new Pacer();
        var now = 0L;
        var sent = 0;
        for (; now < 60_000; now += Math.max(1, pacer.delay(1_400, now))) {
            if (pacer.delay(1_400, now) == 0) {
                pacer.sent(1_400, now);
                sent += 1_400;
            }
        }
        assertThat(sent).isBetween(30_000, 200_000);
    }

    @Test
    void isSoonAtTheRateAlsoWhenTheBeginningWasSlow() {
        var line = new Line(125_000, 300, 0.01, 7);
        line.hostRate = 40_000;
        line.run(8_000);
        line.hostRate = Integer.MAX_VALUE;
        line.run(8_000);
        assertThat(line.runAndMeasure(10_000).throughput()).isGreaterThan(0.75 * 125_000);
    }

    /// While further lanes are opened, their handshakes take most of a thin line for some seconds. What is measured
    /// meanwhile says little about the line.
    @ParameterizedTest
    @CsvSource({"8000, 600, 0.02", "8000, 600, 0", "16000, 800, 0.02", "125000, 300, 0.01"})
    void isSoonAtTheRateAgainAfterOthersHadTheLine(int rate, int trip, double loss) {
        var sum = 0.0;
        for (var seed = 0; seed < 20; seed++) {
            var line = new Line(rate, trip, loss, seed);
            line.run(1_500);
            line.otherRate = (int) (0.8 * rate);
            line.run(8_000);
            line.otherRate = 0;
            line.run(2_000);
            sum += line.runAndMeasure(15_000).throughput();
        }
        assertThat(sum / 20).isGreaterThan(0.65 * rate);
    }

    /// The first ping is lost and comes back late. Taken for the round trip of the empty line, it lets bulk fill the
    /// line
    /// for seconds.
    @Test
    void goesByTheGreetingWhereTheFirstRoundTripIsLong() {
        var unknown = new Pacer();
        unknown.roundTrip(2_600, false);
        assertThat(mostUnderWay(unknown)).isGreaterThan(22_000);
        var greeted = new Pacer();
        greeted.reached(700);
        greeted.roundTrip(2_600, false);
        assertThat(mostUnderWay(greeted)).isLessThan(20_000);
    }

    /// On a line of 8 kB/s and 600 ms, of which no more round trips are measured.
    private static long mostUnderWay(Pacer pacer) {
        var most = 0L;
        var sent = 0L;
        for (var now = 0L; now < 8_000; now++) {
            while (pacer.delay(1_340, now) == 0) {
                pacer.sent(1_340, now);
                sent += 1_340;
            }
            if (now % 200 == 0 && now > 600) {
                pacer.receipt(Math.min(sent, 8 * (now - 600)), now);
            }
            most = Math.max(most, pacer.underWay());
        }
        return most;
    }

    @Test
    void followsALineThatBecomesFasterOrSlower() {
        var line = new Line(60_000, 200, 0.005, 7);
        line.run(20_000);
        line.rate = 250_000;
        line.run(15_000);
        assertThat(line.runAndMeasure(10_000).throughput()).isGreaterThan(0.7 * 250_000);
        line.rate = 30_000;
        line.run(20_000);
        var slow = line.runAndMeasure(20_000);
        assertThat(slow.throughput()).isGreaterThan(0.7 * 30_000);
        assertThat(slow.meanQueueMillis()).isLessThan(400);
    }

    private record Measured(double throughput, double meanQueueMillis) {}

    /// What was sent arrives in order; a lost packet holds up everything behind it for a round trip and a half.
    private static final class Line {
        private final Pacer pacer = new Pacer();
        private final Random random;
        private final int trip;
        private final double loss;
        private final ArrayDeque<long[]> arriving = new ArrayDeque<>();
        private final ArrayDeque<long[]> receipts = new ArrayDeque<>();
        private final ArrayDeque<long[]> pongs = new ArrayDeque<>();
        private int rate;
        private int hostRate = Integer.MAX_VALUE;
        /// Bytes a second of somebody else that wait in the same queue.
        private int otherRate;
        private long now;
        private double queued;
        private double hostCredit;
        private long waitUntil;
        private long heldUpUntil;
        private long arrived;
        private long receiptAt;
        private long pingAt;

        Line(int rate, int trip, double loss, long seed) {
            this.rate = rate;
            this.trip = trip;
            this.loss = loss;
            this.random = new Random(seed);
        }

        Measured runAndMeasure(int millis) {
            var before = arrived;
            var queue = 0.0;
            for (var step = 0; step < millis; step++) {
                step();
                queue += queued * 1_000 / rate;
            }
            return new Measured((arrived - before) * 1_000.0 / millis, queue / millis);
        }

        void run(int millis) {
            for (var step = 0; step < millis; step++) {
                step();
            }
        }

        private void step() {
            now++;
            hostCredit = Math.min(hostCredit + hostRate / 1_000.0, 200_000);
            queued += otherRate / 1_000.0;
            send();
            queued = Math.max(0, queued - rate / 1_000.0);
            receive();
            pingAndPong();
        }

        private void send() {
            while (now >= waitUntil && hostCredit >= pacer.chunk()) {
                var bytes = pacer.chunk();
                var delay = pacer.delay(bytes, now);
                if (delay > 0) {
                    waitUntil = now + delay;
                    return;
                }
                pacer.sent(bytes, now);
                hostCredit -= bytes;
                queued += bytes;
                var at = now + (long) (queued * 1_000 / rate) + trip / 2;
                for (var packet = 0; packet < bytes; packet += 1_400) {
                    if (random.nextDouble() < loss) {
                        heldUpUntil = Math.max(heldUpUntil, at + trip * 3L / 2);
                    }
                }
                arriving.add(new long[] {Math.max(at, heldUpUntil), bytes});
            }
        }

        private void receive() {
            while (!arriving.isEmpty() && arriving.getFirst()[0] <= now) {
                arrived += arriving.removeFirst()[1];
            }
            if (now >= receiptAt) {
                receiptAt = now + Math.clamp(trip / 4, 5, 200);
                receipts.add(new long[] {now + trip / 2, arrived});
            }
            while (!receipts.isEmpty() && receipts.getFirst()[0] <= now) {
                pacer.receipt(receipts.removeFirst()[1], now);
            }
        }

        private void pingAndPong() {
            if (now >= pingAt) {
                pingAt = now + Math.max(500, trip);
                var took = trip + (long) (queued * 1_000 / rate);
                pongs.add(new long[] {now + took, took});
            }
            while (!pongs.isEmpty() && pongs.getFirst()[0] <= now) {
                pacer.roundTrip(pongs.removeFirst()[1], false);
            }
        }
    }
}
