package org.renkei.kernel.track;

/// Short ways over a sphere of the Earth's mean radius, between degrees and a plane of metres that touches it at a
/// place. Distances differ from WGS 84 by at most 0.6 %. Poles and the antimeridian are places like any other.
final class Earth {
    /// IUGG mean radius R₁.
    static final double RADIUS = 6_371_008.8;

    private Earth() {}

    /// Metres to the east and to the north, along the great circle (azimuthal equidistant).
    record Offset(double east, double north) {
        double length() {
            return Math.hypot(east, north);
        }
    }

    /// Degrees; the longitude is −180 to less than 180.
    record Place(double latitude, double longitude) {}

    /// How to get from one place to another.
    static Offset offset(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        var from = Math.toRadians(fromLatitude);
        var to = Math.toRadians(toLatitude);
        var eastward = Math.toRadians(toLongitude - fromLongitude);
        var half = Math.sin(eastward / 2);
        var x = Math.cos(to) * Math.sin(eastward);
        var y = Math.sin(to - from) + 2 * Math.sin(from) * Math.cos(to) * half * half;
        var sine = Math.hypot(x, y);
        if (sine == 0) {
            return new Offset(0, 0);
        }
        var cosine = Math.sin(from) * Math.sin(to) + Math.cos(from) * Math.cos(to) * Math.cos(eastward);
        var scale = RADIUS * Math.atan2(sine, cosine) / sine;
        return new Offset(scale * x, scale * y);
    }

    static double distance(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        return offset(fromLatitude, fromLongitude, toLatitude, toLongitude).length();
    }

    /// Where one arrives after so many metres.
    static Place move(double latitude, double longitude, double east, double north) {
        var length = Math.hypot(east, north);
        if (length == 0) {
            return new Place(latitude, wrapped(longitude));
        }
        var from = Math.toRadians(latitude);
        var angle = length / RADIUS;
        var eastPart = Math.sin(angle) * east / length;
        var northPart = Math.sin(angle) * north / length;
        // The arrival as a vector: up along the old meridian, away from the axis, to the east of it.
        var up = Math.sin(from) * Math.cos(angle) + Math.cos(from) * northPart;
        var out = Math.cos(from) * Math.cos(angle) - Math.sin(from) * northPart;
        var eastward = Math.atan2(eastPart, out);
        return new Place(
                Math.toDegrees(Math.atan2(up, Math.hypot(out, eastPart))),
                wrapped(longitude + Math.toDegrees(eastward)));
    }

    /// By how many radians, clockwise, the compass direction of somebody changes who goes straight on between two
    /// places (the convergence of the meridians).
    static double turn(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        var middle = Math.toRadians((fromLatitude + toLatitude) / 2);
        var apart = Math.toRadians((fromLatitude - toLatitude) / 2);
        var half = Math.toRadians(wrapped(toLongitude - fromLongitude)) / 2;
        return 2 * Math.atan2(Math.sin(middle) * Math.sin(half), Math.cos(apart) * Math.cos(half));
    }

    static double wrapped(double longitude) {
        if (longitude >= -180 && longitude < 180) {
            return longitude;
        }
        var turned = (longitude + 180) % 360;
        return (turned < 0 ? turned + 360 : turned) - 180;
    }
}
