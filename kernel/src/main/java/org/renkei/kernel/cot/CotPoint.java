package org.renkei.kernel.cot;

import java.util.OptionalDouble;

/// Where something is: degrees WGS 84, metres.
///
/// @param hae height above the ellipsoid
/// @param ce one standard deviation, or the radius of an area, around the place
/// @param le one standard deviation of the height
public record CotPoint(double latitude, double longitude, OptionalDouble hae, OptionalDouble ce, OptionalDouble le) {
    /// What is written for "not known"; from 999999 on, a number is read as that.
    static final double UNKNOWN = 9_999_999;

    private static final double UNKNOWN_FROM = 999_999;

    /// A place that nobody knows, of messages that are about none.
    public static final CotPoint NOWHERE =
            new CotPoint(0, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    public CotPoint {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not a position: " + latitude + ", " + longitude);
        }
    }

    /// @throws Refused where a number is none or outside its range
    static CotPoint of(double latitude, double longitude, double hae, double ce, double le) {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw Refused.because(CotRefusal.VALUE);
        }
        return new CotPoint(latitude, longitude, height(hae), error(ce), error(le));
    }

    private static OptionalDouble height(double metres) {
        if (Double.isNaN(metres)) {
            throw Refused.because(CotRefusal.VALUE);
        }
        return Math.abs(metres) < UNKNOWN_FROM ? OptionalDouble.of(metres) : OptionalDouble.empty();
    }

    private static OptionalDouble error(double metres) {
        if (Double.isNaN(metres)) {
            throw Refused.because(CotRefusal.VALUE);
        }
        return metres >= 0 && metres < UNKNOWN_FROM ? OptionalDouble.of(metres) : OptionalDouble.empty();
    }

    static double written(OptionalDouble metres) {
        return metres.orElse(UNKNOWN);
    }
}
