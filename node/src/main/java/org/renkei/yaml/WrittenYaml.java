package org.renkei.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/// A document that somebody wrote as YAML by hand: a map of fields in plain values, and in which line each
/// stands. Anchors, aliases, tags, further documents, and more than its shape needs are refused before
/// anything is made of them.
public final class WrittenYaml {
    private static final int MAX_MISTAKES = 50;
    private static final YAMLMapper YAML = YAMLMapper.shared();

    private final YAMLParser parser;
    private final Shape shape;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<FieldError> mistakes = new ArrayList<>();

    /// What is expected.
    ///
    /// @param english what it is called, such as `a policy`
    /// @param mostLength in characters
    /// @param mostDepth how deep a value may lie in others
    /// @param fields which a map at a JSON pointer has; null where any are allowed
    public record Shape(
            String english,
            String japanese,
            int mostLength,
            int mostDepth,
            Function<String, @Nullable List<String>> fields) {}

    /// What came of the map that was read.
    ///
    /// @param value null when nothing could be made of it
    /// @param mistakes by JSON pointers into the map
    public record Reading<T>(@Nullable T value, List<FieldError> mistakes) {
        public Reading {
            mistakes = List.copyOf(mistakes);
        }
    }

    private WrittenYaml(YAMLParser parser, Shape shape) {
        this.parser = parser;
        this.shape = shape;
    }

    /// @throws Problem naming every mistake with its line and what is expected there, those of the text and
    /// those of what it says
    public static <T> T read(String yaml, Shape shape, Function<JsonNode, Reading<T>> reading) {
        if (yaml.length() > shape.mostLength()) {
            throw Problem.refused(List.of(new FieldError(
                    "/yaml",
                    shape.english() + " as YAML has at most " + shape.mostLength() + " characters",
                    "YAML の" + shape.japanese() + "は " + shape.mostLength() + " 文字までです")));
        }
        try (var parser = (YAMLParser) YAML.createParser(yaml)) {
            return new WrittenYaml(parser, shape).read(reading);
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw Problem.refused(List.of(at(
                    place == null ? 1 : Math.max(1, place.getLineNr()),
                    "this is no YAML: " + summary(e),
                    "YAML として読めません（" + summary(e) + "）")));
        }
    }

    private static String summary(JacksonException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    }

    private <T> T read(Function<JsonNode, Reading<T>> reading) {
        parser.nextToken();
        var tree = parser.currentToken() == null ? JsonNodeFactory.instance.objectNode() : value("", 0);
        if (mistakes.isEmpty() && parser.nextToken() != null) {
            wrong("one document alone is read: take what follows away", "文書は一つだけにしてください");
        }
        var expected = shape.fields().apply("");
        if (mistakes.isEmpty() && !tree.isObject()) {
            wrong(
                    "the fields of " + shape.english() + " are expected: " + String.join(", ", names(expected)),
                    shape.japanese() + "の項目（" + String.join("、", names(expected)) + "）が必要です");
        }
        var read = tree.isObject() ? reading.apply(tree) : null;
        if (read != null) {
            read.mistakes().forEach(one -> mistakes.add(at(line(one.at()), one.english(), one.japanese())));
        }
        var value = read == null ? null : read.value();
        if (value == null || !mistakes.isEmpty()) {
            throw Problem.refused(mistakes.stream().limit(MAX_MISTAKES).toList());
        }
        return value;
    }

    private static List<String> names(@Nullable List<String> fields) {
        return fields == null ? List.of() : fields;
    }

    /// The value that begins at the parser's token. What may not stand here is a mistake, and is passed over.
    private JsonNode value(String at, int depth) {
        lines.put(at, here());
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            wrong("anchors and aliases (& and *) are not read: write it out", "アンカーと別名（& と *）は使えません。値を直接書いてください");
        }
        if (parser.getTypeId() != null) {
            wrong("tags (!) are not read: write the plain value", "タグ（!）は使えません。値だけを書いてください");
        }
        if (depth > shape.mostDepth()) {
            wrong("this is nested deeper than " + shape.english() + " is", "入れ子が深すぎます");
            parser.skipChildren();
            return JsonNodeFactory.instance.nullNode();
        }
        if (mistakes.size() >= MAX_MISTAKES) {
            parser.skipChildren();
            return JsonNodeFactory.instance.nullNode();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> map(at, depth);
            case START_ARRAY -> list(at, depth);
            case VALUE_NUMBER_INT -> number();
            case VALUE_TRUE, VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(parser.getBooleanValue());
            case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
            case VALUE_STRING, VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.stringNode(parser.getString());
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("no value begins with " + parser.currentToken());
        };
    }

    private JsonNode number() {
        var digits = parser.getString();
        return digits.matches("-?[0-9]{1,9}")
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(digits))
                : JsonNodeFactory.instance.stringNode(digits);
    }

    private JsonNode map(String at, int depth) {
        var map = JsonNodeFactory.instance.objectNode();
        var fields = shape.fields().apply(at);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var line = here();
            if (mistakes.size() >= MAX_MISTAKES) {
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            if (fields != null && !fields.contains(name)) {
                mistakes.add(at(
                        line,
                        "there is no field '" + shown(name) + "'; there are " + String.join(", ", fields),
                        "項目「" + shown(name) + "」はありません。使える項目：" + String.join("、", fields)));
            } else if (map.has(name)) {
                mistakes.add(at(
                        line,
                        "'" + shown(name) + "' stands here twice: take one away",
                        "項目「" + shown(name) + "」が二度書かれています。一方を消してください"));
            }
            parser.nextToken();
            map.set(name, value(at + "/" + name, depth + 1));
        }
        return map;
    }

    private JsonNode list(String at, int depth) {
        var list = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(at + "/" + list.size(), depth + 1));
        }
        return list;
    }

    /// Where the field stands, or what it is missing in.
    private int line(String pointer) {
        for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return lines.getOrDefault("", 1);
    }

    private int here() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private static String shown(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    /// Beyond so many nothing more is named, and what follows is passed over.
    private void wrong(String english, String japanese) {
        if (mistakes.size() >= MAX_MISTAKES) {
            return;
        }
        mistakes.add(at(here(), english, japanese));
    }

    private static FieldError at(int line, String english, String japanese) {
        return new FieldError("/yaml/" + line, "line " + line + ": " + english, line + " 行目：" + japanese);
    }
}
