package org.renkei.kernel.mavlink;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The messages that are read, by the fields of the common message set. Lengths and offsets are those of
/// the wire, where larger fields stand first.
final class MavlinkMessages {
    /// The byte that goes into the checksum besides the frame, by message; those that stand here are read.
    private static final Map<Integer, Integer> CRC_EXTRA = Map.of(0, 50, 24, 24, 33, 104, 74, 20);

    private static final double SCALE = 1e7;
    private static final int UNKNOWN = 0xffff;
    private static final int FIX_2D = 2;
    private static final int FULL_TURN = 360;
    private static final double FASTEST = 10_000;
    private static final double HIGHEST = 1_000_000;
    private static final double LEAST_MOVING = 0.3;

    private MavlinkMessages() {}

    /// Empty for a message that is not read: its checksum cannot be known.
    static Optional<Integer> extra(int message) {
        return Optional.ofNullable(CRC_EXTRA.get(message));
    }

    /// Empty when a number is outside its range.
    static Optional<MavlinkMessage> read(MavlinkFrame frame) {
        return switch (frame.message()) {
            case 0 -> Optional.of(new MavlinkMessage.Heartbeat((int) frame.number(4, 1)));
            case 24 -> satellites(frame);
            case 33 -> position(frame);
            case 74 -> display(frame);
            default -> Optional.of(new MavlinkMessage.Other());
        };
    }

    private static Optional<MavlinkMessage> position(MavlinkFrame frame) {
        var latitude = frame.signed32(4) / SCALE;
        var longitude = frame.signed32(8) / SCALE;
        if (!isPlace(latitude, longitude)) {
            return Optional.empty();
        }
        if (latitude == 0 && longitude == 0) {
            return Optional.of(new MavlinkMessage.Other());
        }
        var north = frame.signed16(20) / 100.0;
        var east = frame.signed16(22) / 100.0;
        var speed = Math.hypot(north, east);
        var heading = (int) frame.number(26, 2);
        return Optional.of(new MavlinkMessage.Position(
                latitude,
                longitude,
                frame.signed32(12) / 1000.0,
                speed < LEAST_MOVING
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(direction(Math.toDegrees(Math.atan2(east, north)))),
                speed,
                -frame.signed16(24) / 100.0,
                hundredths(heading)));
    }

    private static Optional<MavlinkMessage> satellites(MavlinkFrame frame) {
        if (frame.number(28, 1) < FIX_2D) {
            return Optional.of(new MavlinkMessage.Other());
        }
        var latitude = frame.signed32(8) / SCALE;
        var longitude = frame.signed32(12) / SCALE;
        if (!isPlace(latitude, longitude)) {
            return Optional.empty();
        }
        var accuracy = frame.number(34, 4) / 1000.0;
        var speed = (int) frame.number(24, 2);
        return Optional.of(new MavlinkMessage.Satellites(
                latitude,
                longitude,
                frame.signed32(16) / 1000.0,
                accuracy > 0 ? OptionalDouble.of(accuracy) : OptionalDouble.empty(),
                hundredths((int) frame.number(26, 2)),
                speed == UNKNOWN ? OptionalDouble.empty() : OptionalDouble.of(speed / 100.0)));
    }

    private static Optional<MavlinkMessage> display(MavlinkFrame frame) {
        var speed = frame.decimal(4);
        var altitude = frame.decimal(8);
        var climb = frame.decimal(12);
        var heading = frame.signed16(16);
        if (speed.orElse(0) < 0
                || speed.orElse(0) > FASTEST
                || Math.abs(climb.orElse(0)) > FASTEST
                || Math.abs(altitude.orElse(0)) > HIGHEST
                || heading < 0
                || heading > FULL_TURN) {
            return Optional.empty();
        }
        return Optional.of(new MavlinkMessage.Display(speed, OptionalDouble.of(heading % FULL_TURN), altitude, climb));
    }

    private static boolean isPlace(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    private static OptionalDouble hundredths(int degrees) {
        return degrees > 36_000 ? OptionalDouble.empty() : OptionalDouble.of(degrees % 36_000 / 100.0);
    }

    private static double direction(double degrees) {
        var positive = degrees < 0 ? degrees + 360 : degrees;
        return positive >= 360 ? 0 : positive;
    }
}
