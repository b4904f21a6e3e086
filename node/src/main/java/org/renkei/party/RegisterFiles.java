package org.renkei.party;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.agreement.PartialDate;
import org.renkei.kernel.label.Classification;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads parties, policies and agreements from YAML. A file with any mistake is refused whole, all mistakes named: a
/// half-read register would decide on half the facts.
final class RegisterFiles {
    private final String name;
    private final JsonNode tree;
    private final List<String> mistakes = new ArrayList<>();

    private RegisterFiles(String name, JsonNode tree) {
        this.name = name;
        this.tree = tree;
    }

    static List<Party> parties() {
        return shipped("parties.yaml")
                .items(
                        "parties",
                        node -> new Party(
                                required(node, "code"),
                                required(node, "en"),
                                required(node, "ja"),
                                node.path("organisation").asBoolean(false)));
    }

    static List<PolicyWords> policies() {
        return shipped("policies.yaml")
                .items(
                        "policies",
                        node -> new PolicyWords(
                                required(node, "id"),
                                required(node.path("name"), "en"),
                                required(node.path("name"), "ja"),
                                list(
                                        node,
                                        "classifications",
                                        level -> new PolicyWords.Level(
                                                level.path("level").asInt(),
                                                Classification.parse(required(level, "marking"))
                                                        .marking(),
                                                required(level.path("name"), "en"),
                                                required(level.path("name"), "ja"))),
                                list(node, "caveats", RegisterFiles::word),
                                list(node, "purposes", RegisterFiles::word)));
    }

    /// The register in `file`, or the one this node ships with.
    static List<Agreement> agreements(@Nullable Path file) {
        var source = file == null ? shipped("agreements.yaml") : own(file);
        var agreements = source.items("agreements", RegisterFiles::agreement);
        return RegisterFiles.withReplacements(source.tree, agreements);
    }

    private static Agreement agreement(JsonNode node) {
        var parties = new HashSet<>(list(node, "parties", JsonNode::asString));
        var ceiling = optional(node, "ceiling");
        return new Agreement(
                required(node, "id"),
                AgreementType.parse(required(node, "type")),
                required(node.path("name"), "en"),
                required(node.path("name"), "ja"),
                parties,
                date(node, "signed"),
                date(node, "inForce"),
                optional(node, "ended") == null ? null : LocalDate.parse(required(node, "ended")),
                optional(node, "endedReason"),
                List.of(),
                ceiling == null ? null : Classification.parse(ceiling),
                required(node, "source"),
                1);
    }

    /// An agreement that another took the place of ended, at the latest, when that other certainly came into force.
    private static List<Agreement> withReplacements(JsonNode tree, List<Agreement> agreements) {
        return agreements.stream()
                .map(agreement -> {
                    var successor = successor(tree, agreement.id());
                    return agreements.stream()
                            .filter(other -> other.id().equals(successor)
                                    && other.inForce() != null
                                    && agreement.ended() == null)
                            .findFirst()
                            .map(other -> replaced(agreement, other))
                            .orElse(agreement);
                })
                .toList();
    }

    private static Agreement replaced(Agreement agreement, Agreement by) {
        var inForce = by.inForce();
        return inForce == null ? agreement : agreement.ended(inForce.last(), "replaced by " + by.id());
    }

    private static @Nullable String successor(JsonNode tree, String id) {
        for (var node : tree.path("agreements")) {
            if (id.equals(node.path("id").asString(""))) {
                return optional(node, "replacedBy");
            }
        }
        return null;
    }

    private static PolicyWords.Word word(JsonNode node) {
        return new PolicyWords.Word(
                required(node, "code"), required(node.path("name"), "en"), required(node.path("name"), "ja"));
    }

    private static RegisterFiles shipped(String name) {
        try (InputStream in = RegisterFiles.class.getResourceAsStream("/party/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the node lacks its own file party/" + name);
            }
            return new RegisterFiles(name, YAMLMapper.shared().readTree(in));
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("party/" + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static RegisterFiles own(Path file) {
        try {
            return new RegisterFiles(file.toString(), YAMLMapper.shared().readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            throw new IllegalArgumentException(
                    "the agreement register " + file + " cannot be read, so nothing can be released: " + e.getMessage(),
                    e);
        }
    }

    private <T> List<T> items(String key, Function<JsonNode, T> reader) {
        var items = new ArrayList<T>();
        Set<String> seen = new HashSet<>();
        var list = tree.path(key);
        if (!list.isArray() || list.isEmpty()) {
            mistakes.add("a list named " + key + " is expected");
        }
        for (var i = 0; i < list.size(); i++) {
            try {
                items.add(reader.apply(list.get(i)));
                if (!seen.add(list.get(i).path("id").asString(String.valueOf(i)))) {
                    mistakes.add(
                            key + "[" + i + "]: id " + list.get(i).path("id").asString() + " is there twice");
                }
            } catch (RuntimeException e) {
                mistakes.add(key + "[" + i + "]: " + e.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " cannot be relied on, so nothing can be released:\n  " + String.join("\n  ", mistakes));
        }
        return items;
    }

    private static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> reader) {
        var items = new ArrayList<T>();
        node.path(key).forEach(item -> items.add(reader.apply(item)));
        return items;
    }

    private static @Nullable PartialDate date(JsonNode node, String key) {
        var text = optional(node, key);
        return text == null ? null : PartialDate.parse(text);
    }

    private static @Nullable String optional(JsonNode node, String key) {
        var value = node.path(key);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    private static String required(JsonNode node, String key) {
        var text = optional(node, key);
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("'" + key + "' is missing");
        }
        return text;
    }
}
