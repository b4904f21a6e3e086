package org.renkei.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import org.renkei.bench.live.LiveBench;

/// `release [--json FILE] [--quick]`: runs the benchmarks of the release decision and prints them beside the peers.
/// `ais [--json FILE] [--quick]`: AIS from lines to tracks. `relief [--json FILE] [--quick]`: matching needs with
/// offers. `picture`, `cot`, `acsa` and `cases`: a node under load, see
/// [LiveOptions][org.renkei.bench.live.LiveOptions]. Ends with 0 when every target is met, 1 when one is missed, 2 when
/// the engines do not agree or the command is wrong.
public final class Bench {
    private static final String USAGE = "usage: release|ais|relief|"
            + String.join("|", new TreeSet<>(LiveBench.names())) + " [--json FILE] [--quick]";

    private static final Set<String> OWN = Set.of("release", "ais", "relief");

    private Bench() {}

    public static void main(String[] arguments) throws IOException, RunnerException, InterruptedException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws IOException, RunnerException, InterruptedException {
        if (!arguments.isEmpty() && LiveBench.names().contains(arguments.getFirst())) {
            return LiveBench.run(arguments, BenchReport.machine());
        }
        if (arguments.isEmpty() || !OWN.contains(arguments.getFirst())) {
            System.err.println(USAGE);
            return 2;
        }
        @Nullable Path json = null;
        boolean quick = false;
        for (int i = 1; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--quick" -> quick = true;
                case "--json" -> json = i + 1 < arguments.size() ? Path.of(arguments.get(++i)) : null;
                default -> {
                    System.err.println(USAGE);
                    return 2;
                }
            }
        }
        var command = String.join(" ", arguments);
        return switch (arguments.getFirst()) {
            case "ais" -> ais(quick, json, command);
            case "relief" -> relief(quick, json, command);
            default -> release(quick, json, command);
        };
    }

    private static int relief(boolean quick, @Nullable Path json, String command) throws IOException {
        System.err.println("matching, about a minute …");
        var conditions = new LinkedHashMap<>(BenchReport.machine());
        conditions.put("versions", "Timefold Solver 1.32.0");
        conditions.put("command", command);
        conditions.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        conditions.put(
                "workload",
                "%d needs, %d offers, %d places of which every fifth is closed, from seeds"
                        .formatted(ReliefWorkload.NEEDS, ReliefWorkload.OFFERS, ReliefWorkload.PLACES));
        conditions.put("measured", "one thread; weighted unmet need; peer: first come, first served");
        return finish(new BenchReport(conditions, ReliefRun.measure(quick)), json);
    }

    private static int finish(BenchReport report, @Nullable Path json) throws IOException {
        report.print(System.out);
        if (json != null) {
            report.write(json);
        }
        return report.allMet() ? 0 : 1;
    }

    private static int release(boolean quick, @Nullable Path json, String command) throws IOException, RunnerException {
        System.err.println("comparing the answers of all engines …");
        var comparison = EngineComparison.of(new ReleaseWorkload());
        if (comparison.differences() > 0) {
            System.err.println("the engines differ on " + comparison.differences() + " requests; nothing is timed");
            return 2;
        }
        System.err.println("measuring, about " + (quick ? "2" : "8") + " minutes …");
        return finish(new BenchReport(conditions(comparison, command), ReleaseRun.measure(quick)), json);
    }

    private static int ais(boolean quick, @Nullable Path json, String command) throws IOException, RunnerException {
        System.err.println("measuring, about a minute …");
        var conditions = new LinkedHashMap<>(BenchReport.machine());
        conditions.put("versions", "JMH 1.37");
        conditions.put("command", command);
        conditions.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        conditions.put(
                "workload",
                "decoding: %,d messages made from a seed, one of ten in two parts; tracks: 5,000 ships in circles, every fifth seen by a radar as well"
                        .formatted(AisBenchmark.MESSAGES));
        conditions.put(
                "measured", "one thread, Serial GC, JIT warm; decoding alone, and decoding, filter and correlation");
        return finish(new BenchReport(conditions, AisRun.measure(quick)), json);
    }

    private static Map<String, String> conditions(EngineComparison comparison, String command) {
        var conditions = new LinkedHashMap<>(BenchReport.machine());
        conditions.put("versions", "accumulo-access-core 1.0.0-beta3, AuthzForce core 21.0.1, JMH 1.37");
        conditions.put("command", command);
        conditions.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        conditions.put(
                "workload",
                "%,d labels, %d recipients, %d nations, %d days, %,d requests, %.1f %% permitted, all engines agree"
                        .formatted(
                                ReleaseWorkload.LABELS,
                                ReleaseWorkload.RECIPIENTS,
                                ReleaseWorkload.NATIONS.size(),
                                ReleaseWorkload.DAYS.size(),
                                comparison.requests(),
                                100 * comparison.permitted()));
        conditions.put(
                "measured",
                "one thread, its processor time and that of garbage collection, Serial GC, JIT warm; peers get"
                        + " agreements and groups resolved beforehand; in memory, nothing durable");
        return conditions;
    }
}
