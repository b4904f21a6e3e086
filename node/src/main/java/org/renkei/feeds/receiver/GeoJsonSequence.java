package org.renkei.feeds.receiver;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The features of a GeoJSON document (RFC 7946): one collection or feature, or several texts, each on a
/// line of its
/// own
/// or after a record separator (RFC 8142). A text that is broken does not stop the others.
public final class GeoJsonSequence {
    private static final char RECORD_SEPARATOR = 0x1e;
    private static final int MOST_PARTS = 1_000_000;
    private static final int MOST_DEPTH = 64;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .build();

    private GeoJsonSequence() {}

    /// @param refused a word for why, and the beginning of the text
    public static void read(byte[] content, Consumer<JsonNode> feature, BiConsumer<String, String> refused) {
        var text = new String(content, StandardCharsets.UTF_8);
        if (text.chars()
                        .filter(c -> c == ',' || c == '[' || c == '{')
                        .limit(MOST_PARTS + 1L)
                        .count()
                > MOST_PARTS) {
            refused.accept("TOO_MANY_PARTS", text);
            return;
        }
        if (text.startsWith("\ufeff")) {
            text = text.substring(1);
        }
        if (text.indexOf(RECORD_SEPARATOR) >= 0) {
            each(text.split(String.valueOf(RECORD_SEPARATOR)), feature, refused);
        } else if (isLines(text)) {
            each(text.split("\\R"), feature, refused);
        } else {
            one(text, feature, refused);
        }
    }

    /// Whether the first line is a text of its own and another one follows.
    private static boolean isLines(String text) {
        var stripped = text.strip();
        var end = stripped.indexOf('\n');
        return end > 0 && stripped.substring(0, end).strip().endsWith("}") && isWhole(stripped.substring(0, end));
    }

    private static boolean isWhole(String line) {
        try {
            return JSON.readTree(line).isObject();
        } catch (JacksonException partial) {
            return false;
        }
    }

    private static void each(String[] texts, Consumer<JsonNode> feature, BiConsumer<String, String> refused) {
        for (var text : texts) {
            if (!text.isBlank()) {
                one(text, feature, refused);
            }
        }
    }

    private static void one(String text, Consumer<JsonNode> feature, BiConsumer<String, String> refused) {
        try {
            var tree = JSON.readTree(text);
            switch (tree.path("type").asString("")) {
                case "FeatureCollection" -> tree.path("features").forEach(feature);
                case "Feature" -> feature.accept(tree);
                default -> refused.accept("FORM", text);
            }
        } catch (JacksonException broken) {
            refused.accept("FORM", text);
        }
    }
}
