package org.renkei.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A scenario as its file tells it: who says what, in which order, and what each origin is expected to decide; and
/// what moves meanwhile.
record Scenario(String nameEn, String nameJa, List<Feed> feeds, List<Step> steps) {

    /// A recording that the node of a party plays as a feed.
    record Feed(String party, String id, String kind, Path file, String label) {}

    /// One step of the scenario.
    sealed interface Step {
        /// A party says something new, or with `revision` something new in place of what it said before.
        record Say(String ref, String party, boolean revision, JsonNode content, Map<String, String> expect)
                implements Step {}

        /// A party says something on an order of the ACSA desk.
        ///
        /// @param ref names the order
        /// @param label of its request; empty for every later step
        /// @param state in which the order stands afterwards at the node that spoke
        record Order(String ref, String party, String act, String label, JsonNode fields, String state)
                implements Step {}

        record Cut(String one, String other) implements Step {}

        record Restore(String one, String other) implements Step {}

        record Recall(String ref, String party, String reason) implements Step {}

        record Suspend(String agreement, String party, String reason) implements Step {}
    }

    List<Step.Cut> cuts() {
        return steps.stream()
                .filter(Step.Cut.class::isInstance)
                .map(Step.Cut.class::cast)
                .toList();
    }

    static Scenario read(Path file) {
        try {
            var tree = YAMLMapper.shared().readTree(Files.readString(file));
            var steps = new ArrayList<Step>();
            tree.path("steps").forEach(step -> steps.add(step(step)));
            return new Scenario(
                    tree.path("name").path("en").asString(),
                    tree.path("name").path("ja").asString(),
                    tree.path("feeds")
                            .valueStream()
                            .map(feed -> feed(feed, file))
                            .toList(),
                    steps);
        } catch (IOException | JacksonException e) {
            throw new DemoException("the scenario " + file + " cannot be read: " + e.getMessage());
        }
    }

    private static Feed feed(JsonNode feed, Path scenario) {
        return new Feed(
                feed.path("by").asString(),
                feed.path("id").asString(),
                feed.path("kind").asString(),
                scenario.toAbsolutePath().resolveSibling(feed.path("file").asString()),
                feed.path("label").asString());
    }

    private static Step step(JsonNode step) {
        var verb = step.propertyNames().iterator().next();
        var said = step.path(verb);
        return switch (verb) {
            case "say", "revise" ->
                new Step.Say(
                        said.path("ref").asString(),
                        said.path("by").asString(),
                        verb.equals("revise"),
                        content(said),
                        expectations(step));
            case "order" ->
                new Step.Order(
                        said.path("ref").asString(),
                        said.path("by").asString(),
                        said.path("act").asString(),
                        said.path("label").asString(""),
                        said.path("fields").isObject()
                                ? said.path("fields")
                                : YAMLMapper.shared().createObjectNode(),
                        step.path("state").asString(""));
            case "cut" -> new Step.Cut(between(said, 0), between(said, 1));
            case "restore" -> new Step.Restore(between(said, 0), between(said, 1));
            case "recall" ->
                new Step.Recall(
                        said.path("ref").asString(),
                        said.path("by").asString(),
                        said.path("reason").asString());
            case "suspend" ->
                new Step.Suspend(
                        said.path("agreement").asString(),
                        said.path("by").asString(),
                        said.path("reason").asString());
            case String other -> throw new DemoException("the scenario has a step '" + other + "' that nobody knows");
        };
    }

    private static JsonNode content(JsonNode said) {
        var content = (ObjectNode) said.deepCopy();
        content.remove(List.of("ref", "by"));
        return content;
    }

    private static Map<String, String> expectations(JsonNode step) {
        var expected = new LinkedHashMap<String, String>();
        step.path("expect")
                .properties()
                .forEach(entry -> expected.put(entry.getKey(), entry.getValue().asString()));
        return expected;
    }

    private static String between(JsonNode said, int index) {
        return said.path("between").get(index).asString();
    }
}
