package org.renkei.kernel.adsb;

import java.util.Optional;

/// Compact position reporting of airborne aircraft (RTCA DO-260B appendix A.1.7): from two halves that
/// were sent soon after each other, or from one half and a place near by.
public final class Cpr {
    private static final int ZONES = 15;
    private static final double ALL = 360;

    private Cpr() {}

    /// The position of the newer half. Empty when the halves lie in different zones of longitude: one
    /// more is needed.
    ///
    /// @param even sent within ten seconds of `odd`
    public static Optional<AircraftPosition> global(CprPosition even, CprPosition odd, boolean oddIsNewer) {
        var evenZone = ALL / (4 * ZONES);
        var oddZone = ALL / (4 * ZONES - 1);
        var index = Math.floor(59 * even.latitudeShare() - 60 * odd.latitudeShare() + 0.5);
        var evenLatitude = around(evenZone * (modulo(index, 60) + even.latitudeShare()));
        var oddLatitude = around(oddZone * (modulo(index, 59) + odd.latitudeShare()));
        if (Math.abs(evenLatitude) > 90 || Math.abs(oddLatitude) > 90 || zones(evenLatitude) != zones(oddLatitude)) {
            return Optional.empty();
        }
        var latitude = oddIsNewer ? oddLatitude : evenLatitude;
        var zones = zones(latitude);
        var newer = oddIsNewer ? odd : even;
        var count = Math.max(zones - (oddIsNewer ? 1 : 0), 1);
        var place = Math.floor(even.longitudeShare() * (zones - 1) - odd.longitudeShare() * zones + 0.5);
        var longitude = ALL / count * (modulo(place, count) + newer.longitudeShare());
        return Optional.of(new AircraftPosition(latitude, longitude > 180 ? longitude - ALL : longitude));
    }

    /// The position next to a place that is not farther away than 180 nautical miles.
    public static AircraftPosition local(CprPosition half, AircraftPosition near) {
        var height = ALL / (4 * ZONES - (half.odd() ? 1 : 0));
        var latitude = next(near.latitude(), height, half.latitudeShare());
        var width = ALL / Math.max(zones(latitude) - (half.odd() ? 1 : 0), 1);
        var longitude = next(near.longitude(), width, half.longitudeShare());
        return new AircraftPosition(
                Math.clamp(latitude, -90, 90), longitude > 180 ? longitude - ALL : Math.max(longitude, -180));
    }

    private static double next(double near, double size, double share) {
        var zone = Math.floor(near / size) + Math.floor(0.5 + modulo(near, size) / size - share);
        return size * (zone + share);
    }

    /// How many zones of longitude there are at a latitude, 1 to 59.
    static int zones(double latitude) {
        var absolute = Math.abs(latitude);
        if (absolute >= 87) {
            return absolute > 87 ? 1 : 2;
        }
        var cosine = Math.cos(Math.toRadians(absolute));
        var angle = Math.acos(1 - (1 - Math.cos(Math.PI / (2 * ZONES))) / (cosine * cosine));
        return (int) Math.floor(2 * Math.PI / angle);
    }

    private static double around(double latitude) {
        return latitude >= 270 ? latitude - ALL : latitude;
    }

    private static double modulo(double value, double by) {
        return value - by * Math.floor(value / by);
    }
}
