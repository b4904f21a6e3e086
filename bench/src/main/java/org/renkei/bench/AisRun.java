package org.renkei.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the benchmarks of AIS: decoding alone, and all the way to tracks joined with those of a radar.
final class AisRun {
    private static final double DECODED = 200_000;
    private static final double TRACKS = 20_000;

    private AisRun() {}

    static List<Measure> measure(boolean quick) throws RunnerException {
        var options = new OptionsBuilder()
                .include(AisBenchmark.class.getName())
                .include(AisTracksBenchmark.class.getName())
                .forks(quick ? 1 : 3)
                .warmupIterations(quick ? 4 : 8)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xms768m", "-Xmx768m", "-XX:+UseSerialGC")
                .verbosity(VerboseMode.SILENT)
                .build();
        var measures = new ArrayList<Measure>();
        for (RunResult result : new Runner(options).run()) {
            var name = result.getPrimaryResult().getLabel();
            measures.add(new Measure(
                    "AIS, " + name,
                    result.getPrimaryResult().getScore(),
                    "messages/s",
                    name.equals("tracksFromLines") ? TRACKS : DECODED,
                    null,
                    null));
        }
        return measures;
    }
}
