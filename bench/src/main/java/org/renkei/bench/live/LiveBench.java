package org.renkei.bench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Runs the benchmarks of whole nodes: `picture`, `cot`, `acsa` and `cases`.
public final class LiveBench {
    private LiveBench() {}

    /// @param machine what it runs on
    /// @return 0 when every target is met, 1 when one is missed, 2 when it could not run
    public static int run(List<String> words, Map<String, String> machine) throws InterruptedException {
        var options = LiveOptions.parse(words).orElse(null);
        if (options == null) {
            return 2;
        }
        try {
            var report = run(options, machine, words.getFirst(), String.join(" ", words));
            report.print(System.out);
            if (options.json() != null) {
                report.write(options.json());
            }
            return report.allMet() ? 0 : 1;
        } catch (IOException | UncheckedIOException e) {
            System.err.println("renkei bench: " + e.getMessage());
            return 2;
        }
    }

    /// Whole nodes, with what is measured of them.
    interface Measured extends AutoCloseable {
        List<Figure> measure() throws IOException, InterruptedException;

        /// What is needed to judge the figures, said after them.
        Map<String, String> conditions();

        @Override
        void close() throws IOException, InterruptedException;
    }

    private interface Making {
        Measured in(LiveOptions options, Path folder) throws IOException, InterruptedException;
    }

    private static final Map<String, Making> BENCHES = Map.of(
            "picture", PictureBench::new, "cot", CotBench::new, "acsa", AcsaBench::new, "cases", CasesBench::new);

    /// What can be measured so.
    public static Set<String> names() {
        return BENCHES.keySet();
    }

    static LiveReport run(LiveOptions options, Map<String, String> machine, String name, String command)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("renkei-bench-");
        try (var bench = Objects.requireNonNull(BENCHES.get(name)).in(options, folder)) {
            var figures = bench.measure();
            return new LiveReport(conditions(machine, command, bench.conditions()), figures, options.quick());
        } finally {
            delete(folder);
        }
    }

    private static Map<String, String> conditions(
            Map<String, String> machine, String command, Map<String, String> more) {
        var conditions = new LinkedHashMap<>(machine);
        conditions.put("command", command);
        conditions.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        conditions.putAll(more);
        return conditions;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
