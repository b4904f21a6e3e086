package org.renkei.kernel.relief;

import org.renkei.kernel.track.Earth;

/// A place on the earth, WGS 84 degrees.
public record Spot(double lat, double lon) {
    /// Along the great circle.
    public double kilometresTo(Spot other) {
        return Earth.distance(lat, lon, other.lat, other.lon) / 1_000;
    }
}
