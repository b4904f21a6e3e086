package org.renkei.kernel.adsb;

/// One half of a compact position report (RTCA DO-260B §2.2.3.2.3.7): where in its zone an aircraft is,
/// not in which.
///
/// @param odd which of the two grids of zones
/// @param latitude in 1/131,072 of a zone
/// @param longitude in 1/131,072 of a zone
public record CprPosition(boolean odd, int latitude, int longitude) {
    private static final double PARTS = 131_072;

    double latitudeShare() {
        return latitude / PARTS;
    }

    double longitudeShare() {
        return longitude / PARTS;
    }
}
