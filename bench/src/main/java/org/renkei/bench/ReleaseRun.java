package org.renkei.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs the release benchmarks and holds them against their targets: a decision with all reasons and dated
/// agreements at three times accumulo-access's bare boolean, and decision, explanation and audit leaf together
/// at five times AuthzForce's bare decision.
final class ReleaseRun {
    private static final String PER_SECOND = "decisions/s";
    private static final double TIMES_ACCUMULO = 3;
    private static final double TIMES_AUTHZFORCE = 5;

    private final Map<String, Double> rates = new TreeMap<>();

    private ReleaseRun() {}

    static List<Measure> measure(boolean quick) throws RunnerException {
        var run = new ReleaseRun();
        for (RunResult result : run(quick)) {
            double nanos = Objects.requireNonNull(result.getSecondaryResults().get(CpuTimeProfiler.LABEL))
                    .getScore();
            String name = result.getParams().getBenchmark();
            run.rates.put(name.substring(name.lastIndexOf('.') + 1), 1e9 / nanos);
        }
        return run.measures();
    }

    private static Collection<RunResult> run(boolean quick) throws RunnerException {
        var options = new OptionsBuilder()
                .include(ReleaseBenchmark.class.getName())
                .forks(quick ? 1 : 3)
                .warmupIterations(quick ? 6 : 10)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("--sun-misc-unsafe-memory-access=allow", "-Xms2g", "-Xmx2g", "-XX:+UseSerialGC")
                .addProfiler(CpuTimeProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).run();
    }

    private List<Measure> measures() {
        double accumulo = Math.max(rate("accumuloText"), rate("accumuloExpression"));
        double authzForce = rate("authzForce");
        var measures = new ArrayList<Measure>();
        measures.add(new Measure(
                "decision, all reasons, dated agreements",
                rate("decision"),
                PER_SECOND,
                TIMES_ACCUMULO * accumulo,
                "accumulo-access, bare boolean",
                accumulo));
        measures.add(new Measure(
                "decision + explanation + audit leaf",
                rate("audited"),
                PER_SECOND,
                TIMES_AUTHZFORCE * authzForce,
                "AuthzForce, bare decision",
                authzForce));
        measures.add(figure("decision + explanation", "explained", "accumulo-access, bare boolean", accumulo));
        measures.add(figure("decision in words for people", "worded", "AuthzForce, bare decision", authzForce));
        measures.add(figure("SHA-256 of one leaf alone", "leafHashAlone", null, null));
        measures.add(figure("accumulo-access, expression text", "accumuloText", null, null));
        measures.add(figure("accumulo-access, AccessExpression", "accumuloExpression", null, null));
        measures.add(figure("AuthzForce, bags made beforehand", "authzForce", null, null));
        measures.add(figure("AuthzForce, requests made beforehand", "authzForceRequestsMade", null, null));
        return measures;
    }

    private Measure figure(String name, String benchmark, @Nullable String peer, @Nullable Double peerValue) {
        return new Measure(name, rate(benchmark), PER_SECOND, null, peer, peerValue);
    }

    private double rate(String benchmark) {
        Double rate = rates.get(benchmark);
        if (rate == null) {
            throw new IllegalStateException("no result of " + benchmark);
        }
        return rate;
    }
}
