package org.renkei.kernel.cot;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What an event says besides what, where and when: elements, of which the known ones have names here. All others are
/// kept as they are.
///
/// @param elements by name; their order in the event means nothing
public record CotDetail(List<CotElement> elements) {
    public static final CotDetail NONE = new CotDetail(List.of());

    public CotDetail {
        elements =
                elements.stream().sorted(Comparator.comparing(CotElement::name)).toList();
    }

    public static CotDetail of(CotElement... elements) {
        return new CotDetail(List.of(elements));
    }

    public static CotElement contact(String callsign) {
        return CotElement.of("contact", Map.of("callsign", callsign));
    }

    /// @param course degrees from true north
    /// @param speed metres a second
    public static CotElement track(double course, double speed) {
        return CotElement.of("track", Map.of("course", CotXml.number(course), "speed", CotXml.number(speed)));
    }

    public static CotElement remarks(String text) {
        return CotElement.text("remarks", text);
    }

    public Optional<CotElement> find(String name) {
        return elements.stream().filter(element -> element.name().equals(name)).findFirst();
    }

    public Optional<String> callsign() {
        return find("contact").flatMap(contact -> contact.attribute("callsign"));
    }

    /// The name of the team, such as `Cyan`.
    public Optional<String> group() {
        return find("__group").flatMap(group -> group.attribute("name"));
    }

    public Optional<String> remarks() {
        return find("remarks").map(CotElement::text).filter(text -> !text.isBlank());
    }

    /// Degrees, 0 to less than 360.
    public OptionalDouble course() {
        var course = number("track", "course");
        return course.isPresent() && course.getAsDouble() >= 0 && course.getAsDouble() <= 360
                ? OptionalDouble.of(course.getAsDouble() % 360)
                : OptionalDouble.empty();
    }

    /// Metres a second.
    public OptionalDouble speed() {
        var speed = number("track", "speed");
        return speed.isPresent() && speed.getAsDouble() >= 0 && speed.getAsDouble() < 20_000
                ? speed
                : OptionalDouble.empty();
    }

    private OptionalDouble number(String element, String attribute) {
        return find(element)
                .flatMap(found -> found.attribute(attribute))
                .map(CotXml::findNumber)
                .orElse(OptionalDouble.empty());
    }
}
