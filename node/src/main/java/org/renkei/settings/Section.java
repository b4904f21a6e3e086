package org.renkei.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One section of the file; every access with the wrong kind of value becomes a mistake.
final class Section {
    private final String name;
    private final JsonNode node;
    private final List<String> mistakes;

    Section(String name, JsonNode node, List<String> mistakes) {
        this.name = name;
        this.node = node;
        this.mistakes = mistakes;
        if (!node.isObject() && !node.isMissingNode()) {
            mistakes.add(name + ": a section with keys is expected here");
        }
    }

    String key(String key) {
        return name + "." + key;
    }

    void knows(Set<String> keys) {
        node.propertyNames().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> mistakes.add(key(key) + ": unknown key; known are "
                        + keys.stream().sorted().toList()));
    }

    boolean has(String key) {
        return node.has(key);
    }

    Section section(String key) {
        return new Section(key(key), node.path(key), mistakes);
    }

    Optional<String> optional(String key) {
        var value = node.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isValueNode() || value.isNull()) {
            mistakes.add(key(key) + ": one value is expected here");
            return Optional.empty();
        }
        return Optional.of(value.asString());
    }

    String text(String key, String otherwise) {
        return optional(key).orElse(otherwise);
    }

    String required(String key) {
        if (!node.has(key)) {
            mistakes.add(key(key) + ": missing");
        }
        return text(key, "");
    }

    boolean flag(String key, boolean otherwise) {
        var text = text(key, String.valueOf(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            mistakes.add(key(key) + ": true or false is expected, not '" + text + "'");
        }
        return text.equals("true");
    }

    int port(String key, int otherwise) {
        var text = text(key, String.valueOf(otherwise));
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        mistakes.add(key(key) + ": '" + text + "' is no port; use 0 to 65535");
        return otherwise;
    }

    int count(String key, int otherwise) {
        var text = text(key, String.valueOf(otherwise));
        if (text.matches("[1-9][0-9]{0,3}")) {
            return Integer.parseInt(text);
        }
        mistakes.add(key(key) + ": '" + text + "' is no number from 1 to 9999");
        return otherwise;
    }

    /// The sections of a list, each named by its place.
    List<Section> sections(String key) {
        var sections = new ArrayList<Section>();
        var list = node.path(key);
        for (var i = 0; i < list.size(); i++) {
            sections.add(new Section(key(key) + "[" + i + "]", list.get(i), mistakes));
        }
        return sections;
    }

    /// Names and texts in turn.
    Map<String, String> pairs(String key) {
        var pairs = new LinkedHashMap<String, String>();
        node.path(key)
                .properties()
                .forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asString("")));
        return pairs;
    }

    List<String> texts(String key) {
        var values = new ArrayList<String>();
        for (var value : node.path(key)) {
            values.add(value.asString());
        }
        if (!node.path(key).isMissingNode() && !node.path(key).isArray()) {
            mistakes.add(key(key) + ": a list is expected here");
        }
        return values;
    }
}
