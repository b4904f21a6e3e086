package org.renkei.ogcapi;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Geometries of GeoJSON in KML 2.2.
final class KmlGeometry {
    private KmlGeometry() {}

    static void append(StringBuilder kml, JsonNode geometry) {
        var coordinates = geometry.path("coordinates");
        switch (geometry.path("type").asString()) {
            case "Point" -> line(kml, "Point", List.of(coordinates));
            case "LineString" -> line(kml, "LineString", list(coordinates));
            case "Polygon" -> polygon(kml, coordinates);
            case "MultiPolygon" -> {
                kml.append("<MultiGeometry>\n");
                coordinates.forEach(one -> polygon(kml, one));
                kml.append("</MultiGeometry>\n");
            }
            default -> {
                // Nothing else is stored; a feature without a geometry is still one.
            }
        }
    }

    private static void polygon(StringBuilder kml, JsonNode rings) {
        kml.append("<Polygon>");
        for (var index = 0; index < rings.size(); index++) {
            var boundary = index == 0 ? "outerBoundaryIs" : "innerBoundaryIs";
            kml.append('<').append(boundary).append('>');
            line(kml, "LinearRing", list(rings.get(index)));
            kml.append("</").append(boundary).append('>');
        }
        kml.append("</Polygon>\n");
    }

    private static void line(StringBuilder kml, String element, List<JsonNode> places) {
        kml.append('<').append(element).append("><coordinates>");
        places.forEach(place -> kml.append(place.path(0).asDouble())
                .append(',')
                .append(place.path(1).asDouble())
                .append(' '));
        kml.append("</coordinates></").append(element).append(">\n");
    }

    private static List<JsonNode> list(JsonNode places) {
        var all = new ArrayList<JsonNode>();
        places.forEach(all::add);
        return all;
    }
}
