package org.renkei.records;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.renkei.problem.Problem.FieldError;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The kinds of record that this node can check, each by a JSON Schema. A kind it does not know is taken as it is.
@Component
public class Kinds {
    static final List<String> NAMES = List.of(
            "situation-report",
            "hazard",
            "alert",
            "place-status",
            "damage-report",
            "request-for-assistance",
            "offer-of-assistance",
            "relief-assignment",
            "feature",
            "finding",
            "term",
            "office-contact",
            "consent-request",
            "consent-answer");

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /// One kind with its names and its schema.
    public record Kind(String kind, String nameEn, String nameJa, JsonNode schema, Schema checker) {}

    Kinds(JsonMapper json) {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (var name : NAMES) {
            var schema = read(json, name);
            kinds.put(
                    name,
                    new Kind(
                            name,
                            schema.path("title").asString(),
                            schema.path("x-title-ja").asString(),
                            schema,
                            registry.getSchema(schema)));
        }
    }

    private static JsonNode read(JsonMapper json, String name) {
        try (InputStream in = Kinds.class.getResourceAsStream("/kinds/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the node lacks the schema of its own kind " + name);
            }
            return json.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Kind> list() {
        return List.copyOf(kinds.values());
    }

    /// Every mistake of a body, in both languages; none for a kind this node does not know.
    public List<FieldError> check(String kind, JsonNode body) {
        var known = kinds.get(kind);
        if (known == null) {
            return List.of();
        }
        var english = validate(known.checker(), body, Locale.ENGLISH);
        if (english.isEmpty()) {
            return List.of();
        }
        var japanese = validate(known.checker(), body, Locale.JAPANESE);
        var mistakes = new ArrayList<FieldError>();
        for (var i = 0; i < english.size(); i++) {
            var error = english.get(i);
            mistakes.add(new FieldError(
                    "/body" + pointer(error),
                    error.getMessage(),
                    japanese.get(i).getMessage()));
        }
        return mistakes;
    }

    private static List<Error> validate(Schema schema, JsonNode body, Locale language) {
        return schema.validate(
                body,
                context -> context.executionConfig(
                        config -> config.formatAssertionsEnabled(true).locale(language)));
    }

    /// Where the mistake is; a missing property is named itself, so that a form can show it at its field.
    private static String pointer(Error error) {
        var place = error.getInstanceLocation().toString();
        var property = error.getProperty();
        return property == null || place.endsWith("/" + property) ? place : place + "/" + property;
    }
}
