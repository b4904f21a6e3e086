package org.renkei.bench.live;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The figures of a run with what is needed to judge them. A missed target is called missed.
///
/// @param quick whether the run only shows that it works: then no target counts
record LiveReport(Map<String, String> conditions, List<Figure> figures, boolean quick) {
    void print(PrintStream out) {
        conditions.forEach((name, value) -> out.println(name + ": " + value));
        out.println();
        for (var figure : figures) {
            out.printf(
                    Locale.ROOT,
                    "%-62s %,14.1f %-12s %s%n",
                    figure.name(),
                    figure.value(),
                    figure.unit(),
                    verdict(figure));
        }
    }

    void write(Path file) throws IOException {
        var document = new LinkedHashMap<String, Object>();
        document.put("machine", conditions);
        document.put("quick", quick);
        document.put("measures", figures.stream().map(LiveReport::fields).toList());
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    }

    boolean allMet() {
        return quick || figures.stream().noneMatch(figure -> Boolean.FALSE.equals(figure.met()));
    }

    private String verdict(Figure figure) {
        var met = figure.met();
        if (met == null) {
            return "";
        }
        var target =
                String.format(Locale.ROOT, "(%s %,.0f)", figure.atMost() ? "at most" : "at least", figure.target());
        return (quick ? "" : met ? "met    " : "MISSED ") + target;
    }

    private static Map<String, @Nullable Object> fields(Figure figure) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", figure.name());
        fields.put("value", figure.value());
        fields.put("unit", figure.unit());
        fields.put("target", figure.target());
        fields.put("met", figure.met());
        return fields;
    }
}
