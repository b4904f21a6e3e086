package org.renkei.ogcapi;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// GeoJSON (RFC 7946) of what a record says about its place, in degrees of WGS 84, longitude first.
final class Geometries {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_DIGITS_IN_METRES = 2;
    private static final int MOST_DIGITS_IN_DEGREES = 9;

    private Geometries() {}

    static ObjectNode point(double longitude, double latitude) {
        var point = JSON.objectNode().put("type", "Point");
        point.putArray("coordinates").add(longitude).add(latitude);
        return point;
    }

    /// The geometry that was drawn, or the polygons of the areas, or the lines of coasts, or the position.
    static JsonNode of(JsonNode body, double longitude, double latitude) {
        var drawn = body.path("geometry");
        if (drawn.path("coordinates").isArray() && drawn.path("type").isString()) {
            return drawn;
        }
        var polygons = polygons(body.path("areas"));
        if (polygons.isEmpty()) {
            var lines = lines(body.path("areas"));
            return lines.path("coordinates").isEmpty() ? point(longitude, latitude) : lines;
        }
        var geometry = JSON.objectNode().put("type", "MultiPolygon");
        var all = geometry.putArray("coordinates");
        polygons.forEach(ring -> all.addArray().add(ring));
        return geometry;
    }

    /// Their corners are latitude first, as in CAP.
    private static List<ArrayNode> polygons(JsonNode areas) {
        var rings = new ArrayList<ArrayNode>();
        for (var area : areas) {
            var polygon = area.path("polygon");
            if (polygon.isArray() && polygon.size() >= 4) {
                var ring = JSON.arrayNode();
                polygon.forEach(corner -> ring.addArray()
                        .add(corner.path(1).asDouble())
                        .add(corner.path(0).asDouble()));
                rings.add(counterclockwise(ring));
            }
        }
        return rings;
    }

    private static ObjectNode lines(JsonNode areas) {
        var geometry = JSON.objectNode().put("type", "MultiLineString");
        var all = geometry.putArray("coordinates");
        for (var area : areas) {
            for (var line : area.path("lines")) {
                var points = all.addArray();
                line.forEach(point -> points.addArray()
                        .add(point.path(1).asDouble())
                        .add(point.path(0).asDouble()));
            }
        }
        return geometry;
    }

    private static ArrayNode counterclockwise(ArrayNode ring) {
        var twice = 0.0;
        for (var index = 1; index < ring.size(); index++) {
            var one = ring.get(index - 1);
            var next = ring.get(index);
            twice += one.get(0).asDouble() * next.get(1).asDouble()
                    - next.get(0).asDouble() * one.get(1).asDouble();
        }
        if (twice >= 0) {
            return ring;
        }
        var turned = JSON.arrayNode();
        for (var index = ring.size() - 1; index >= 0; index--) {
            turned.add(ring.get(index));
        }
        return turned;
    }

    /// The same in another system; its coordinates are in the order of that system's axes.
    static JsonNode in(Crs crs, JsonNode geometry) {
        if (crs == Crs.CRS84) {
            return geometry;
        }
        var given = JSON.objectNode().put("type", geometry.path("type").asString());
        given.set("coordinates", coordinates(crs, geometry.path("coordinates")));
        return given;
    }

    private static JsonNode coordinates(Crs crs, JsonNode coordinates) {
        var given = JSON.arrayNode();
        if (coordinates.path(0).isNumber()) {
            var pair = crs.of(coordinates.get(0).asDouble(), coordinates.path(1).asDouble());
            return given.add(rounded(crs, pair.first())).add(rounded(crs, pair.second()));
        }
        coordinates.forEach(part -> given.add(coordinates(crs, part)));
        return given;
    }

    private static double rounded(Crs crs, double value) {
        var scale = Math.pow(10, crs == Crs.EPSG_3857 ? MOST_DIGITS_IN_METRES : MOST_DIGITS_IN_DEGREES);
        return Math.round(value * scale) / scale;
    }

    /// Well-known text (OGC 06-103r4), longitude first.
    static String text(JsonNode geometry) {
        return geometry.path("type").asString().toUpperCase(java.util.Locale.ROOT) + " "
                + (geometry.path("type").asString().equals("Point")
                        ? "(" + pair(geometry.path("coordinates")) + ")"
                        : text(geometry.path("coordinates"), ","));
    }

    private static String text(JsonNode coordinates, String comma) {
        var parts = new ArrayList<String>();
        coordinates.forEach(part -> parts.add(part.path(0).isNumber() ? pair(part) : text(part, comma)));
        return "(" + String.join(comma, parts) + ")";
    }

    private static String pair(JsonNode place) {
        return place.path(0).asDouble() + " " + place.path(1).asDouble();
    }
}
