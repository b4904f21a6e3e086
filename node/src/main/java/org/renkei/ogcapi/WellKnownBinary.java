package org.renkei.ogcapi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import tools.jackson.databind.JsonNode;

/// GeoJSON geometries as well-known binary (OGC 06-103r4 §8), little-endian, longitude first, in two
/// dimensions.
final class WellKnownBinary {
    private static final int HEAD = 5;
    private static final int COUNT = 4;
    private static final int PLACE = 16;

    private WellKnownBinary() {}

    /// @throws IllegalArgumentException when this is no geometry of GeoJSON
    static byte[] of(JsonNode geometry) {
        var bytes = ByteBuffer.allocate(size(geometry)).order(ByteOrder.LITTLE_ENDIAN);
        write(geometry, bytes);
        return bytes.array();
    }

    private enum Type {
        POINT("Point", 1),
        LINE("LineString", 2),
        POLYGON("Polygon", 3),
        POINTS("MultiPoint", 4),
        LINES("MultiLineString", 5),
        POLYGONS("MultiPolygon", 6),
        COLLECTION("GeometryCollection", 7);

        private final String name;
        private final int code;

        Type(String name, int code) {
            this.name = name;
            this.code = code;
        }

        static Type of(JsonNode geometry) {
            var name = geometry.path("type").asString("");
            for (var type : values()) {
                if (type.name.equals(name)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("no geometry of GeoJSON: " + name);
        }

        /// What each part of it is.
        Type part() {
            return switch (this) {
                case POINTS -> POINT;
                case LINES -> LINE;
                case POLYGONS -> POLYGON;
                case POINT, LINE, POLYGON, COLLECTION -> this;
            };
        }
    }

    private static int size(JsonNode geometry) {
        var type = Type.of(geometry);
        if (type == Type.COLLECTION) {
            return HEAD
                    + COUNT
                    + geometry.path("geometries")
                            .valueStream()
                            .mapToInt(WellKnownBinary::size)
                            .sum();
        }
        return size(type, geometry.path("coordinates"));
    }

    private static int size(Type type, JsonNode coordinates) {
        return switch (type) {
            case POINT -> HEAD + PLACE;
            case LINE -> HEAD + COUNT + coordinates.size() * PLACE;
            case POLYGON ->
                HEAD
                        + COUNT
                        + coordinates
                                .valueStream()
                                .mapToInt(ring -> COUNT + ring.size() * PLACE)
                                .sum();
            case POINTS, LINES, POLYGONS, COLLECTION ->
                HEAD
                        + COUNT
                        + coordinates
                                .valueStream()
                                .mapToInt(part -> size(type.part(), part))
                                .sum();
        };
    }

    private static void write(JsonNode geometry, ByteBuffer into) {
        var type = Type.of(geometry);
        if (type == Type.COLLECTION) {
            var parts = geometry.path("geometries");
            head(type, into).putInt(parts.size());
            parts.forEach(part -> write(part, into));
        } else {
            write(type, geometry.path("coordinates"), into);
        }
    }

    private static void write(Type type, JsonNode coordinates, ByteBuffer into) {
        head(type, into);
        switch (type) {
            case POINT -> place(coordinates, into);
            case LINE -> places(coordinates, into);
            case POLYGON -> {
                into.putInt(coordinates.size());
                coordinates.forEach(ring -> places(ring, into));
            }
            case POINTS, LINES, POLYGONS, COLLECTION -> {
                into.putInt(coordinates.size());
                coordinates.forEach(part -> write(type.part(), part, into));
            }
        }
    }

    private static ByteBuffer head(Type type, ByteBuffer into) {
        return into.put((byte) 1).putInt(type.code);
    }

    private static void places(JsonNode places, ByteBuffer into) {
        into.putInt(places.size());
        places.forEach(place -> place(place, into));
    }

    private static void place(JsonNode place, ByteBuffer into) {
        into.putDouble(place.path(0).asDouble()).putDouble(place.path(1).asDouble());
    }
}
