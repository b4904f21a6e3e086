package org.renkei.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An element of a small document. Names are local names: which namespace a document is in, its root says.
final class XmlElement {
    private final String name;
    private final String namespace;
    private final Map<String, String> attributes;
    private final long line;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(String name, String namespace, Map<String, String> attributes, long line) {
        this.name = name;
        this.namespace = namespace;
        this.attributes = Map.copyOf(attributes);
        this.line = line;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void append(String characters) {
        text.append(characters);
    }

    String name() {
        return name;
    }

    String namespace() {
        return namespace;
    }

    long line() {
        return line;
    }

    /// Without the white space around it.
    String text() {
        return text.toString().strip();
    }

    String attribute(String attributeName) {
        return attributes.getOrDefault(attributeName, "");
    }

    Optional<XmlElement> onlyChild() {
        return children.size() == 1 ? Optional.of(children.getFirst()) : Optional.empty();
    }

    /// The elements at a path of names below this one, in the order of the document.
    Stream<XmlElement> all(String... path) {
        Stream<XmlElement> found = Stream.of(this);
        for (String step : path) {
            found = found.flatMap(element -> element.children.stream()).filter(child -> child.name.equals(step));
        }
        return found;
    }

    Optional<XmlElement> first(String... path) {
        return all(path).findFirst();
    }

    /// The text of the first element at a path, empty where there is none.
    String text(String... path) {
        return first(path).map(XmlElement::text).orElse("");
    }

    /// @throws FeedException when there is no such element or it is empty
    String required(String... path) throws FeedException {
        String value = text(path);
        if (value.isEmpty()) {
            throw new FeedException(FeedProblem.MISSING, String.join("/", path));
        }
        return value;
    }
}
