package org.renkei.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.feeds.receiver.GeoJsonSequence;
import org.renkei.settings.FeedReading.Members;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Points, lines and areas of GeoJSON as drawn things (`feature`). Of the members of `properties` the name
/// is taken,
/// the
/// rest is kept as it is. The last state of a thing counts: its `time` where it says one, or else its order
/// of arrival.
final class GeoJsonFeatures {
    private static final int MOST_POINTS = 2_001;
    private static final int MOST_PROPERTIES = 50_000;

    private final Members members;

    private GeoJsonFeatures(Members members) {
        this.members = members;
    }

    static void read(String feed, Members members, byte[] content, Consumer<FeedItem> consumer) {
        var features = new GeoJsonFeatures(members);
        var count = new long[1];
        GeoJsonSequence.read(
                content,
                tree -> {
                    var place = new FeedPlace("", ++count[0]);
                    try {
                        consumer.accept(features.item(place, new GeoJsonFeature(tree, feed, count[0])));
                    } catch (FeedException e) {
                        consumer.accept(new FeedItem.Refused(place, e.reason()));
                    }
                },
                (reason, text) -> consumer.accept(new FeedItem.Refused(
                        new FeedPlace("", 0),
                        reason.equals("FORM")
                                ? FeedReason.of(FeedProblem.UNKNOWN_JSON)
                                : FeedReason.of(FeedProblem.TOO_MANY_PARTS, "1000000"))));
    }

    private FeedItem item(FeedPlace place, GeoJsonFeature feature) throws FeedException {
        String id = id(feature);
        var source = new FeedSource("geojson", id);
        String name = text(feature, members.name());
        FeedBody body = new FeedBody().shortText("title", name.isEmpty() ? id : name, null);
        ObjectNode geometry = geometry(feature);
        body.node().put("shape", shape(geometry.path("type").asString())).set("geometry", geometry);
        body.position(middle(geometry));
        if (feature.properties().isObject()
                && feature.properties().toString().length() <= MOST_PROPERTIES
                && !feature.properties().isEmpty()) {
            body.node().set("properties", feature.properties());
        }
        FeedDraft draft = FeedDraft.real("feature", "ROUTINE", source, "GeoJSON", body);
        boolean dated = feature.properties().has(members.time());
        Instant at = dated ? feature.time(members.time()) : Instant.EPOCH;
        var message = new FeedMessage(
                id + "/" + FeedSource.digest(feature.tree().toString()), List.of(id), at, FeedMessage.Verb.SAYS);
        return new FeedItem.Read(place, draft, message);
    }

    private String id(GeoJsonFeature feature) throws FeedException {
        @Nullable String own = feature.id();
        String id = members.id().isEmpty() ? own == null ? text(feature, "id") : own : text(feature, members.id());
        if (id.isBlank()) {
            throw new FeedException(FeedProblem.MISSING, members.id().isEmpty() ? "id" : members.id());
        }
        return id;
    }

    private static String text(GeoJsonFeature feature, String member) {
        @Nullable String text = feature.text(member);
        return text == null ? "" : text.strip();
    }

    private static String shape(String type) {
        return switch (type) {
            case "Point" -> "point";
            case "LineString" -> "route";
            default -> "area";
        };
    }

    /// A copy with two numbers for each place, as records have them.
    private static ObjectNode geometry(GeoJsonFeature feature) throws FeedException {
        JsonNode geometry = feature.tree().path("geometry");
        String type = geometry.path("type").asString("");
        if (!List.of("Point", "LineString", "Polygon").contains(type)) {
            throw new FeedException(FeedProblem.UNKNOWN_GEOMETRY, Long.toString(feature.number()), type);
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode().put("type", type);
        return copy.set("coordinates", places(geometry.path("coordinates"), feature));
    }

    private static JsonNode places(JsonNode node, GeoJsonFeature feature) throws FeedException {
        if (node.path(0).isNumber() && node.path(1).isNumber()) {
            FeedPosition at =
                    FeedPosition.of(node.path(1).asDouble(), node.path(0).asDouble(), null);
            return JsonNodeFactory.instance.arrayNode().add(at.lon()).add(at.lat());
        }
        if (!node.isArray() || node.isEmpty() || node.size() > MOST_POINTS) {
            throw new FeedException(
                    FeedProblem.UNKNOWN_GEOMETRY, Long.toString(feature.number()), node.size() + " places");
        }
        var copy = JsonNodeFactory.instance.arrayNode();
        for (JsonNode inner : node) {
            copy.add(places(inner, feature));
        }
        return copy;
    }

    /// Of the corners of what encloses it; over the antimeridian it is the first place.
    private static FeedPosition middle(JsonNode geometry) throws FeedException {
        var places = new ArrayList<JsonNode>();
        gather(geometry.path("coordinates"), places);
        double south =
                places.stream().mapToDouble(at -> at.path(1).asDouble()).min().orElse(0);
        double north =
                places.stream().mapToDouble(at -> at.path(1).asDouble()).max().orElse(0);
        double west =
                places.stream().mapToDouble(at -> at.path(0).asDouble()).min().orElse(0);
        double east =
                places.stream().mapToDouble(at -> at.path(0).asDouble()).max().orElse(0);
        return east - west > 180
                ? FeedPosition.of(
                        places.getFirst().path(1).asDouble(),
                        places.getFirst().path(0).asDouble(),
                        null)
                : FeedPosition.of((south + north) / 2, (west + east) / 2, null);
    }

    private static void gather(JsonNode node, List<JsonNode> places) {
        if (node.path(0).isNumber()) {
            places.add(node);
        } else {
            node.forEach(inner -> gather(inner, places));
        }
    }
}
