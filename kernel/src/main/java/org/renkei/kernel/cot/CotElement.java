package org.renkei.kernel.cot;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An element of XML. What stands between its children is one text.
///
/// @param name with its prefix, if it has one
/// @param attributes in the order of their names
public record CotElement(String name, SortedMap<String, String> attributes, String text, List<CotElement> children) {
    public CotElement {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        children = List.copyOf(children);
    }

    public static CotElement of(String name, Map<String, String> attributes) {
        return new CotElement(name, new TreeMap<>(attributes), "", List.of());
    }

    public static CotElement text(String name, String text) {
        return new CotElement(name, Collections.emptySortedMap(), text, List.of());
    }

    /// The attribute, if it is there and says anything.
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).filter(value -> !value.isBlank());
    }

    /// The first child of that name.
    public Optional<CotElement> child(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }
}
