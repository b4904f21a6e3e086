package org.renkei.bench;

/// Where a ship is that goes in a circle of six minutes at ten knots, and the AIS line that says so.
///
/// @param course degrees
record AisCircle(double latitude, double longitude, double course, double knots) {
    private static final double KNOTS = 10;
    private static final double METRES = 111_320;
    private static final double SECONDS = 360;
    private static final double RADIUS = KNOTS * 1852 / 3600 * SECONDS / (2 * Math.PI);
    private static final int BITS = 168;

    /// Ships lie some four kilometres apart.
    ///
    /// @param turn 0 to 1
    static AisCircle of(int ship, double turn) {
        var angle = 2 * Math.PI * (turn + ship * 0.618034);
        var middle = 30 + ship / 100 * 0.04;
        var latitude = middle + RADIUS * Math.sin(angle) / METRES;
        var longitude = 130 + ship % 100 * 0.05 + RADIUS * Math.cos(angle) / METRES / Math.cos(Math.toRadians(middle));
        // Against the clock: at angle 0 it goes north.
        var course = Math.floorMod(Math.round(-Math.toDegrees(angle) * 10), 3600L) / 10.0;
        return new AisCircle(latitude, longitude, course, KNOTS);
    }

    /// A position report of class A (ITU-R M.1371-5 table 48).
    String line(int mmsi) {
        var bits = new Bits();
        bits.add(6, 1).add(2, 0).add(30, mmsi).add(4, 0).add(8, 0);
        bits.add(10, Math.round(knots * 10)).add(1, 1);
        bits.add(28, Math.round(longitude * 600_000)).add(27, Math.round(latitude * 600_000));
        bits.add(12, Math.round(course * 10))
                .add(9, Math.round(course) % 360)
                .add(6, 0)
                .add(2, 0)
                .add(3, 0);
        bits.add(1, 0).add(19, 0);
        var body = "AIVDM,1,1,,A," + bits.payload() + ",0";
        return "!" + body + "*%02X".formatted(body.chars().reduce(0, (a, b) -> a ^ b));
    }

    private static final class Bits {
        private final boolean[] bits = new boolean[BITS];
        private int length;

        Bits add(int count, long value) {
            for (var i = count - 1; i >= 0; i--) {
                bits[length++] = (value >> i & 1) == 1;
            }
            return this;
        }

        String payload() {
            var text = new StringBuilder();
            for (var i = 0; i < BITS; i += 6) {
                var six = 0;
                for (var k = 0; k < 6; k++) {
                    six = six << 1 | (bits[i + k] ? 1 : 0);
                }
                text.append((char) (six < 40 ? six + 48 : six + 56));
            }
            return text.toString();
        }
    }
}
