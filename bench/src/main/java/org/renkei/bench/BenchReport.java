package org.renkei.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Figures with all that is needed to judge them: machine, versions, command, workload. A missed target is called
/// missed.
final class BenchReport {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> conditions;
    private final List<Measure> measures;

    BenchReport(Map<String, String> conditions, List<Measure> measures) {
        this.conditions = conditions;
        this.measures = measures;
    }

    static Map<String, String> machine() {
        var machine = new LinkedHashMap<String, String>();
        machine.put("processor", processor());
        machine.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
        return machine;
    }

    void print(PrintStream out) {
        conditions.forEach((name, value) -> out.println(name + ": " + value));
        out.println();
        out.printf("%-42s %14s %14s %8s  %s%n", "measure", "value", "peer", "ratio", "target");
        measures.forEach(measure -> out.printf(
                Locale.ROOT,
                "%-42s %,14.0f %14s %8s  %s%n",
                measure.name(),
                measure.value(),
                number("%,.0f", measure.peerValue()),
                number("%.2f x", measure.ratio()),
                verdict(measure)));
        Stream<String> peers =
                measures.stream().map(Measure::peer).filter(Objects::nonNull).map(String::valueOf);
        out.println();
        out.println("peers: " + String.join("; ", peers.distinct().toList()));
    }

    void write(Path file) throws IOException {
        var document = new LinkedHashMap<String, Object>();
        document.put("machine", conditions);
        document.put("measures", measures.stream().map(BenchReport::fields).toList());
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    }

    boolean allMet() {
        return measures.stream().noneMatch(measure -> Boolean.FALSE.equals(measure.met()));
    }

    private static Map<String, @Nullable Object> fields(Measure measure) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", measure.name());
        fields.put("value", measure.value());
        fields.put("unit", measure.unit());
        fields.put("target", measure.target());
        fields.put("peer", measure.peer());
        fields.put("peerValue", measure.peerValue());
        fields.put("met", measure.met());
        return fields;
    }

    private static String verdict(Measure measure) {
        Boolean met = measure.met();
        if (met == null) {
            return "";
        }
        return (met ? "met    " : "MISSED ") + number("(%,.0f)", measure.target());
    }

    private static String number(String format, @Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, format, value);
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            var words = new ArrayList<String>();
            lines.filter(line -> line.startsWith("model name")).findFirst().ifPresent(words::add);
            return words.isEmpty()
                    ? System.getProperty("os.arch")
                    : words.getFirst().replaceAll(".*:\\s*", "");
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
