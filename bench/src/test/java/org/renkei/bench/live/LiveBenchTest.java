package org.renkei.bench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.cot.CotMessages;
import org.renkei.kernel.cot.TakProtocol;

/// The benchmarks of live traffic measure something: the smallest run of each, against real nodes.
class LiveBenchTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @Test
    void tracksReachEveryMapAndThePartner() throws IOException, InterruptedException {
        var report = LiveBench.run(quick(false), Map.of(), "picture", "picture --quick");
        assertThat(value(report, "lines of the feed")).isBetween(150.0, 450.0);
        assertThat(value(report, "updates told to a map")).isPositive();
        assertThat(value(report, "maps that ended")).isZero();
        assertThat(value(report, "tracks known at USA")).isPositive();
        assertThat(value(report, "feed line to map, p99")).isPositive();
    }

    @Test
    void positionsReachEveryTakClient() throws IOException, InterruptedException {
        var report = LiveBench.run(quick(true), Map.of(), "cot", "cot --quick");
        assertThat(value(report, "positions given out")).isGreaterThan(100);
        assertThat(value(report, "positions that did not arrive")).isZero();
        assertThat(value(report, "clients cut off")).isZero();
    }

    @Test
    void booksAreFoldedReadAndGoOn() throws IOException, InterruptedException {
        quick(true);
        var report = LiveBench.run(LiveOptions.acsa(true), Map.of(), "acsa", "acsa --quick");
        assertThat(value(report, "postings")).isGreaterThan(4_000);
        assertThat(value(report, "entries in the statement of account of a year"))
                .isGreaterThan(10);
        assertThat(value(report, "postings by them, each durable")).isGreaterThan(10);
    }

    @Test
    void everyPageOfCasesIsLookedAt() throws IOException, InterruptedException {
        quick(true);
        var report = LiveBench.run(LiveOptions.cases(true), Map.of(), "cases", "cases --quick");
        assertThat(value(report, "list of cases, asked for")
                        + value(report, "inbox, asked for")
                        + value(report, "page of a case, asked for"))
                .isPositive();
        assertThat(value(report, "first list after that")).isPositive();
    }

    @Test
    void countsFramesWhereverTheyAreCut() {
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < 300; i++) {
            bytes.writeBytes(TakProtocol.frame(CotMessages.ping("p".repeat(1 + i % 200), i)));
        }
        for (var step : new int[] {1, 2, 7, 1000, 1 << 20}) {
            var frames = new Frames();
            var count = 0;
            for (var from = 0; from < bytes.size(); from += step) {
                var part = Arrays.copyOfRange(bytes.toByteArray(), from, Math.min(from + step, bytes.size()));
                count += frames.count(part, part.length);
            }
            assertThat(count).as("in pieces of " + step).isEqualTo(300);
        }
    }

    @Test
    void quantilesAreThoseOfWhatWasCounted() {
        var waits = new Waits();
        for (var i = 1; i <= 1000; i++) {
            waits.add(i);
        }
        assertThat(waits.quantile(0.5)).isEqualTo(500);
        assertThat(waits.quantile(0.99)).isEqualTo(990);
    }

    private static LiveOptions quick(boolean cot) {
        assumeTrue(BenchNode.isBuilt(HOME), "no node is built here");
        var usual = LiveOptions.of(cot, true);
        return new LiveOptions(
                HOME, true, null, usual.count(), usual.streams(), usual.partners(), usual.seconds(), usual.warmUp());
    }

    private static double value(LiveReport report, String name) {
        return report.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
