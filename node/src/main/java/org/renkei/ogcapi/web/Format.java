package org.renkei.ogcapi.web;

/// The forms in which features are given.
enum Format {
    JSON("json", "application/geo+json"),
    CSV("csv", "text/csv; charset=utf-8; header=present"),
    KML("kml", "application/vnd.google-earth.kml+xml"),
    GPKG("gpkg", "application/geopackage+sqlite3");

    private final String code;
    private final String mediaType;

    Format(String code, String mediaType) {
        this.code = code;
        this.mediaType = mediaType;
    }

    /// The value of the parameter `f`.
    String code() {
        return code;
    }

    String mediaType() {
        return mediaType;
    }
}
