package org.renkei.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the benchmark of AIS decoding: the target leaves room for correlation, which follows it.
final class AisRun {
    private static final double TARGET = 200_000;

    private AisRun() {}

    static List<Measure> measure(boolean quick) throws RunnerException {
        var options = new OptionsBuilder()
                .include(AisBenchmark.class.getName())
                .forks(quick ? 1 : 3)
                .warmupIterations(quick ? 4 : 8)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
                .verbosity(VerboseMode.SILENT)
                .build();
        var measures = new ArrayList<Measure>();
        for (RunResult result : new Runner(options).run()) {
            measures.add(new Measure(
                    "AIS, " + result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore(),
                    "messages/s",
                    TARGET,
                    null,
                    null));
        }
        return measures;
    }
}
