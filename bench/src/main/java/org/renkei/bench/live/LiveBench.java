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
            var command = String.join(" ", words);
            var report = switch (words.getFirst()) {
                case "cot" -> cot(options, machine, command);
                case "acsa" -> acsa(options, machine, command);
                case "cases" -> cases(options, machine, command);
                default -> picture(options, machine, command);
            };
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

    static LiveReport picture(LiveOptions options, Map<String, String> machine, String command)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("renkei-bench-");
        try (var bench = new PictureBench(options, folder)) {
            var figures = bench.measure();
            return new LiveReport(conditions(machine, command, bench.conditions()), figures, options.quick());
        } finally {
            delete(folder);
        }
    }

    static LiveReport cot(LiveOptions options, Map<String, String> machine, String command)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("renkei-bench-");
        try (var bench = new CotBench(options, folder)) {
            var figures = bench.measure();
            return new LiveReport(conditions(machine, command, bench.conditions()), figures, options.quick());
        } finally {
            delete(folder);
        }
    }

    static LiveReport acsa(LiveOptions options, Map<String, String> machine, String command)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("renkei-bench-");
        try (var bench = new AcsaBench(options, folder)) {
            var figures = bench.measure();
            return new LiveReport(conditions(machine, command, bench.conditions()), figures, options.quick());
        } finally {
            delete(folder);
        }
    }

    static LiveReport cases(LiveOptions options, Map<String, String> machine, String command)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("renkei-bench-");
        try (var bench = new CasesBench(options, folder)) {
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
