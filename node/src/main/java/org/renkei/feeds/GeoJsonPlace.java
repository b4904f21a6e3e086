package org.renkei.feeds;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Any other feature: a place about which nothing is known but what its properties say, and these are kept. Airports
/// become airfields, ports become ports.
final class GeoJsonPlace {
    private static final List<String> NAMES = List.of("name", "title", "label", "名称", "NAME", "name_en");

    private GeoJsonPlace() {}

    static FeedDraft draft(GeoJsonFeature feature) throws FeedException {
        String type = placeType(feature);
        FeedBody body = new FeedBody()
                .shortText("title", title(feature, type), feature.text("name_ja"))
                .put("placeType", type)
                .put("status", "unknown")
                .position(feature.position());
        if (feature.properties().isObject() && !feature.properties().isEmpty()) {
            body.node().set("properties", feature.properties());
        }
        return FeedDraft.real("place-status", "ROUTINE", source(feature), "GeoJSON import", body);
    }

    private static String title(GeoJsonFeature feature, String type) {
        return NAMES.stream()
                .map(feature::text)
                .filter(Objects::nonNull)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElseGet(
                        () -> type + " " + Objects.requireNonNullElse(feature.id(), Long.toString(feature.number())));
    }

    private static String placeType(GeoJsonFeature feature) {
        String words =
                (text(feature.text("featurecla")) + " " + text(feature.text("aeroway"))).toLowerCase(Locale.ROOT);
        if (words.contains("airport") || words.contains("aerodrome")) {
            return "airfield";
        }
        return words.contains("port") ? "port" : "other";
    }

    /// The feature's id within the collection's name; a feature without id is known by the digest of its content.
    private static FeedSource source(GeoJsonFeature feature) {
        @Nullable String id = feature.id();
        if (id == null) {
            return new FeedSource(
                    "geojson", "sha256:" + FeedSource.digest(feature.tree().toString()));
        }
        return new FeedSource("geojson", feature.collection().isEmpty() ? id : feature.collection() + "/" + id);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
