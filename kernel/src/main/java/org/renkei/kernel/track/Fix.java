package org.renkei.kernel.track;

/// A position that was measured: degrees WGS 84, north and east positive, and its standard deviation.
///
/// @param latitude −90 to 90
/// @param longitude −180 to 180
/// @param accuracyMetres one standard deviation along either axis, more than 0
public record Fix(double latitude, double longitude, double accuracyMetres) {
    public Fix {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not a position: " + latitude + ", " + longitude);
        }
        if (!(accuracyMetres > 0) || Double.isInfinite(accuracyMetres)) {
            throw new IllegalArgumentException("not an accuracy in metres: " + accuracyMetres);
        }
    }
}
