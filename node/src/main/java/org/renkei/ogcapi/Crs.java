package org.renkei.ogcapi;

import java.util.Arrays;
import java.util.List;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;

/// The coordinate reference systems in which features are given. All have the datum WGS 84, so going from one to
/// another loses nothing.
public enum Crs {
    /// Longitude, latitude in degrees: what features are stored in, and the default.
    CRS84("http://www.opengis.net/def/crs/OGC/1.3/CRS84"),
    /// Latitude, longitude in degrees.
    EPSG_4326("http://www.opengis.net/def/crs/EPSG/0/4326"),
    /// Web Mercator in metres; beyond 85.06 degrees a point is put on the edge.
    EPSG_3857("http://www.opengis.net/def/crs/EPSG/0/3857");

    private static final double RADIUS = 6_378_137;
    private static final double EDGE = 85.051_128_779_806_59;

    private final String uri;

    Crs(String uri) {
        this.uri = uri;
    }

    /// Two numbers in the order of the axes of their system.
    public record Pair(double first, double second) {}

    public String uri() {
        return uri;
    }

    /// @throws Problem when it is none of these
    public static Crs parse(String parameter, String uri) {
        return Arrays.stream(values())
                .filter(one -> one.uri.equals(uri))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Category.BAD_REQUEST,
                        parameter + " is one of " + uris() + ", not " + uri,
                        parameter + " は " + uris() + " のいずれかです: " + uri));
    }

    public static List<String> uris() {
        return Arrays.stream(values()).map(Crs::uri).toList();
    }

    /// From degrees of WGS 84.
    public Pair of(double longitude, double latitude) {
        return switch (this) {
            case CRS84 -> new Pair(longitude, latitude);
            case EPSG_4326 -> new Pair(latitude, longitude);
            case EPSG_3857 -> {
                var within = Math.toRadians(Math.clamp(latitude, -EDGE, EDGE));
                yield new Pair(
                        RADIUS * Math.toRadians(longitude), RADIUS * Math.log(Math.tan(Math.PI / 4 + within / 2)));
            }
        };
    }

    /// To degrees of WGS 84, longitude first.
    public Pair toDegrees(double first, double second) {
        return switch (this) {
            case CRS84 -> new Pair(first, second);
            case EPSG_4326 -> new Pair(second, first);
            case EPSG_3857 ->
                new Pair(
                        Math.toDegrees(first / RADIUS),
                        Math.toDegrees(2 * Math.atan(Math.exp(second / RADIUS)) - Math.PI / 2));
        };
    }
}
