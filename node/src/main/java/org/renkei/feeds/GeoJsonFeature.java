package org.renkei.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One feature of a collection.
///
/// @param number its place in the file, from 1
record GeoJsonFeature(JsonNode tree, String collection, long number) {

    JsonNode properties() {
        return tree.path("properties");
    }

    @Nullable
    String id() {
        JsonNode id = tree.path("id");
        return id.isString() || id.isNumber() ? id.asString() : null;
    }

    /// A property as text, numbers included; null where it is absent or null.
    @Nullable
    String text(String property) {
        JsonNode value = properties().path(property);
        return value.isString() || value.isNumber() || value.isBoolean() ? value.asString() : null;
    }

    /// Epoch milliseconds, as USGS publishes, or ISO 8601.
    Instant time(String property) throws FeedException {
        JsonNode value = properties().path(property);
        if (!value.isIntegralNumber()) {
            return FeedValues.time(property, text(property));
        }
        try {
            return FeedValues.inRange(Instant.ofEpochMilli(value.asLong()));
        } catch (DateTimeException e) {
            throw new FeedException(FeedProblem.NOT_A_TIME, property, value.asString());
        }
    }

    /// The point itself, or for lines and areas their first point; the depth of an earthquake stands third.
    FeedPosition position() throws FeedException {
        JsonNode at = tree.path("geometry").path("coordinates");
        while (at.path(0).isArray()) {
            at = at.path(0);
        }
        if (!at.path(0).isNumber() || !at.path(1).isNumber()) {
            throw new FeedException(
                    FeedProblem.UNKNOWN_GEOMETRY,
                    Long.toString(number),
                    tree.path("geometry").toString());
        }
        @Nullable Double depth = at.path(2).isNumber() ? (Double) at.path(2).asDouble() : null;
        return FeedPosition.of(at.path(1).asDouble(), at.path(0).asDouble(), depth);
    }
}
