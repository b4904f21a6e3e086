package org.renkei.ogcapi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.renkei.kernel.label.Label;

/// Features as files for spreadsheets (CSV, RFC 4180) and globes (KML 2.2). Each feature bears its label, and the whole
/// that of all together.
public final class FeatureText {
    private FeatureText() {}

    /// The label of all of them together, the banner of whatever shows them.
    public static String banner(List<Feature> features) {
        return features.stream()
                .map(feature -> Label.parse(feature.label()))
                .reduce(Label::combine)
                .map(Label::text)
                .orElse("UNCLASSIFIED");
    }

    /// One line a feature after the names of the columns. What a spreadsheet would take for a formula begins with an
    /// apostrophe.
    public static String csv(List<Feature> features) {
        var names = new LinkedHashSet<String>();
        features.forEach(feature -> names.addAll(feature.properties().keySet()));
        var lines = new StringBuilder();
        line(lines, Stream.concat(Stream.of("label", "id", "longitude", "latitude", "geometry"), names.stream()));
        for (var feature : features) {
            line(
                    lines,
                    Stream.concat(
                            Stream.of(
                                    feature.label(),
                                    feature.id().toString(),
                                    String.valueOf(feature.longitude()),
                                    String.valueOf(feature.latitude()),
                                    Geometries.text(feature.geometry())),
                            names.stream()
                                    .map(name -> feature.properties().getOrDefault(name, ""))
                                    .map(value -> value instanceof String text ? harmless(text) : value.toString())));
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, Stream<String> cells) {
        lines.append(cells.map(FeatureText::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(String text) {
        return text.chars().anyMatch(one -> one == ',' || one == '"' || one == '\n' || one == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    public static String kml(String title, List<Feature> features) {
        var kml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        kml.append("<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n");
        element(kml, "name", banner(features) + " — " + title);
        features.forEach(feature -> placemark(kml, feature));
        return kml.append("</Document>\n</kml>\n").toString();
    }

    private static void placemark(StringBuilder kml, Feature feature) {
        kml.append("<Placemark id=\"_").append(feature.id()).append("\">\n");
        element(kml, "name", name(feature));
        var time = feature.time();
        if (time != null) {
            kml.append("<TimeStamp>");
            element(kml, "when", time.toString());
            kml.append("</TimeStamp>\n");
        }
        kml.append("<ExtendedData>\n");
        data(kml, "label", feature.label());
        feature.properties().forEach((name, value) -> data(kml, name, value.toString()));
        kml.append("</ExtendedData>\n");
        KmlGeometry.append(kml, feature.geometry());
        kml.append("</Placemark>\n");
    }

    private static String name(Feature feature) {
        return Stream.of("title", "name", "callsign", "identities")
                .map(key -> feature.properties().getOrDefault(key, "").toString())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(feature.id().toString());
    }

    private static void data(StringBuilder kml, String name, String value) {
        kml.append("<Data name=\"").append(escaped(name)).append("\">");
        element(kml, "value", value);
        kml.append("</Data>\n");
    }

    private static void element(StringBuilder kml, String name, String text) {
        kml.append('<').append(name).append('>').append(escaped(text));
        kml.append("</").append(name).append(">\n");
    }

    /// What XML cannot say at all becomes a space.
    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(one -> switch (one) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '"' -> "&quot;";
                    default -> isXml(one) ? Character.toString(one) : " ";
                })
                .collect(Collectors.joining());
    }

    private static boolean isXml(int one) {
        return one == '\t'
                || one == '\n'
                || one >= 0x20 && one < 0xD800
                || one >= 0xE000 && one != 0xFFFE && one != 0xFFFF;
    }

    /// As part of the name of a file.
    public static String fileName(String collection, String banner) {
        return collection + "-" + banner.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
