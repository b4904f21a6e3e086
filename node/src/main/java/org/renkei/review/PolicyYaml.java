package org.renkei.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.review.ReleasePolicy;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/// A release policy as YAML that somebody wrote by hand: a map of the fields of a policy, in plain values. Anchors,
/// aliases, tags, further documents, and more than its shape needs are refused before anything is made of them.
final class PolicyYaml {
    /// Characters.
    static final int MAX_LENGTH = 32 * 1024;

    private static final int MAX_DEPTH = 4;
    private static final int MAX_MISTAKES = 50;
    private static final YAMLMapper YAML = YAMLMapper.shared();

    private final YAMLParser parser;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<FieldError> mistakes = new ArrayList<>();

    private PolicyYaml(YAMLParser parser) {
        this.parser = parser;
    }

    static String write(ReleasePolicy policy) {
        return YAML.writeValueAsString(PolicyDraft.of(policy));
    }

    /// @param parties codes that are known
    /// @throws Problem naming every mistake with its line and what is expected there; `at` is `/yaml/` and the line
    static ReleasePolicy read(String yaml, Set<String> parties) {
        if (yaml.length() > MAX_LENGTH) {
            throw Problem.refused(List.of(new FieldError(
                    "/yaml",
                    "a policy as YAML has at most " + MAX_LENGTH + " characters",
                    "YAML の方針は " + MAX_LENGTH + " 文字までです")));
        }
        try (var parser = (YAMLParser) YAML.createParser(yaml)) {
            return new PolicyYaml(parser).policy(parties);
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

    private ReleasePolicy policy(Set<String> parties) {
        parser.nextToken();
        var tree = parser.currentToken() == null ? JsonNodeFactory.instance.objectNode() : value("", 0);
        if (mistakes.isEmpty() && parser.nextToken() != null) {
            wrong("one document alone is read: take what follows away", "文書は一つだけにしてください");
        }
        if (mistakes.isEmpty() && !tree.isObject()) {
            wrong("the fields of a policy are expected: from, many, rules", "方針の項目（from、many、rules）が必要です");
        }
        var reader = new PolicyReader(parties, LocalDate.MIN);
        var policy = tree.isObject() ? reader.tryToRead(tree, 0) : null;
        reader.mistakes().forEach(one -> mistakes.add(at(line(one.at()), one.english(), one.japanese())));
        if (policy == null || !mistakes.isEmpty()) {
            throw Problem.refused(mistakes.stream().limit(MAX_MISTAKES).toList());
        }
        return policy;
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
        if (depth > MAX_DEPTH) {
            wrong("this is nested deeper than a policy is", "入れ子が深すぎます");
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
        var fields = fieldsOf(at);
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

    private static @Nullable List<String> fieldsOf(String at) {
        return at.isEmpty() ? PolicyReader.FIELDS : at.matches("/rules/[0-9]+") ? PolicyReader.RULE_FIELDS : null;
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
