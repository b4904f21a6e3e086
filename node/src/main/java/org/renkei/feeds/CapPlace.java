package org.renkei.feeds;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The middle of the first area of an alert that has a shape.
final class CapPlace {
    private CapPlace() {}

    static Optional<FeedPosition> of(List<ObjectNode> areas) throws FeedException {
        for (ObjectNode area : areas) {
            if (area.has("polygon")) {
                return Optional.of(middle(area.path("polygon")));
            }
            if (area.has("circle")) {
                return Optional.of(center(area.path("circle").asString("")));
            }
        }
        return Optional.empty();
    }

    /// `latitude,longitude radius`.
    static FeedPosition center(String circle) throws FeedException {
        String[] parts = circle.strip().split("\\s+");
        String[] numbers = parts[0].split(",");
        if (parts.length != 2 || numbers.length != 2) {
            throw new FeedException(FeedProblem.NOT_A_POSITION, "circle", circle);
        }
        @Nullable Double lat = FeedValues.number("circle", numbers[0]);
        @Nullable Double lon = FeedValues.number("circle", numbers[1]);
        @Nullable Double radius = FeedValues.number("circle", parts[1]);
        if (lat == null || lon == null || radius == null || radius < 0) {
            throw new FeedException(FeedProblem.NOT_A_POSITION, "circle", circle);
        }
        return FeedPosition.of(lat, lon, null);
    }

    /// The centroid, on the plane: good enough for a symbol. Longitudes are counted from the first point,
    /// so that a
    /// shape over the antimeridian stays one.
    private static FeedPosition middle(JsonNode polygon) throws FeedException {
        double from = polygon.path(0).path(1).asDouble();
        double twice = 0;
        double lat = 0;
        double lon = 0;
        for (int i = 0; i + 1 < polygon.size(); i++) {
            double y = polygon.path(i).path(0).asDouble();
            double x = near(polygon.path(i).path(1).asDouble() - from);
            double nextY = polygon.path(i + 1).path(0).asDouble();
            double nextX = near(polygon.path(i + 1).path(1).asDouble() - from);
            double cross = x * nextY - nextX * y;
            twice += cross;
            lat += (y + nextY) * cross;
            lon += (x + nextX) * cross;
        }
        if (Math.abs(twice) < 1e-9) {
            return FeedPosition.of(polygon.path(0).path(0).asDouble(), from, null);
        }
        return FeedPosition.of(
                rounded(Math.clamp(lat / (3 * twice), -90, 90)), rounded(near(from + lon / (3 * twice))), null);
    }

    private static double near(double degrees) {
        return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }
}
