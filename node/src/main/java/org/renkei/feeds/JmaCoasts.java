package org.renkei.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the coasts are that tsunami telegrams name by code: lines along each, as good as some ten kilometres.
final class JmaCoasts {
    private static final Map<String, List<List<FeedPosition>>> LINES = read();

    private JmaCoasts() {}

    /// @return none for a code that is not known
    static List<List<FeedPosition>> lines(String code) {
        return LINES.getOrDefault(code, List.of());
    }

    /// A place on the coast, near the middle of its longest line.
    static Optional<FeedPosition> place(String code) {
        return lines(code).stream()
                .max((one, other) -> Integer.compare(one.size(), other.size()))
                .map(line -> line.get(line.size() / 2));
    }

    /// @param kind such as `津波警報` or `津波注意報解除`
    static String grade(String kind) {
        if (kind.endsWith("解除")) {
            return "lifted";
        }
        return kind.startsWith("大津波警報")
                ? "major"
                : kind.startsWith("津波警報") ? "warning" : kind.startsWith("津波注意報") ? "advisory" : "forecast";
    }

    private static Map<String, List<List<FeedPosition>>> read() {
        try (var in = Objects.requireNonNull(JmaCoasts.class.getResourceAsStream("/feeds/jma-coasts.csv"))) {
            var rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(row -> !row.startsWith("#"))
                    .toList();
            var lines = new HashMap<String, List<List<FeedPosition>>>();
            rows.stream().filter(row -> !row.contains("=")).forEach(row -> {
                var parts = row.split(",");
                lines.computeIfAbsent(parts[0], code -> new ArrayList<>())
                        .add(Stream.of(parts).skip(1).map(JmaCoasts::point).toList());
            });
            rows.stream().filter(row -> row.contains("=")).forEach(row -> {
                var parts = row.split("=");
                lines.put(
                        parts[0],
                        Stream.of(parts[1].split(","))
                                .flatMap(code -> Objects.requireNonNull(lines.get(code), code).stream())
                                .toList());
            });
            return Map.copyOf(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FeedPosition point(String text) {
        var numbers = text.split(" ");
        return new FeedPosition(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), null);
    }
}
