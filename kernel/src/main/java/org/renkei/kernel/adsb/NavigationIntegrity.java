package org.renkei.kernel.adsb;

/// The navigation integrity category (NIC, RTCA DO-260B table 2-14): how large the circle is in which an
/// airborne aircraft surely is, from the type code of its position and the supplements it said.
final class NavigationIntegrity {
    private NavigationIntegrity() {}

    /// @return 0 (unknown) to 11 (within 7.5 m)
    static int category(int typeCode, boolean supplementA, boolean supplementB) {
        return switch (typeCode) {
            case 9, 20 -> 11;
            case 10, 21 -> 10;
            case 11 -> supplementA && supplementB ? 9 : 8;
            case 12 -> 7;
            case 13 -> 6;
            case 14 -> 5;
            case 15 -> 4;
            case 16 -> supplementA && supplementB ? 3 : 2;
            case 17 -> 1;
            default -> 0;
        };
    }
}
