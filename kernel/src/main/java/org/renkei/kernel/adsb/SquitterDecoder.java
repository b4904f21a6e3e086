package org.renkei.kernel.adsb;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.renkei.kernel.adsb.Squitter.Header;

/// The 56 bits of an extended squitter's message, read by type code. Bits are counted from 1 as in RTCA
/// DO-260B.
final class SquitterDecoder {
    private static final String CHARACTERS = "?ABCDEFGHIJKLMNOPQRSTUVWXYZ????? ???????????????0123456789??????";
    private static final int SUBSONIC_OVER_GROUND = 1;
    private static final int SUPERSONIC_OVER_GROUND = 2;
    private static final int SUPERSONIC_THROUGH_AIR = 4;

    private final Header header;
    private final long message;

    private SquitterDecoder(Header header, long message) {
        this.header = header;
        this.message = message;
    }

    static Squitter decode(int downlinkFormat, String address, long message) {
        var header = new Header(downlinkFormat, address, (int) (message >>> 51 & 31));
        var decoder = new SquitterDecoder(header, message);
        return switch (header.typeCode()) {
            case 1, 2, 3, 4 -> decoder.identification();
            case 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22 -> decoder.position();
            case 19 -> decoder.velocity();
            case 31 -> decoder.status();
            default -> new Squitter.Other(header);
        };
    }

    private int bits(int first, int count) {
        return (int) (message >>> 56 - first + 1 - count & (1L << count) - 1);
    }

    private boolean flag(int at) {
        return bits(at, 1) == 1;
    }

    private Squitter identification() {
        var callsign = new StringBuilder();
        for (var i = 0; i < 8; i++) {
            callsign.append(CHARACTERS.charAt(bits(9 + 6 * i, 6)));
        }
        var text = callsign.toString().strip();
        return new Squitter.Identification(
                header, bits(6, 3), text.isEmpty() || text.contains("?") ? Optional.empty() : Optional.of(text));
    }

    private Squitter position() {
        return new Squitter.AirbornePosition(
                header,
                Altitude.feet(bits(9, 12)),
                header.typeCode() >= 20,
                new CprPosition(flag(22), bits(23, 17), bits(40, 17)),
                flag(8));
    }

    private Squitter velocity() {
        var subtype = bits(6, 3);
        if (subtype == 0 || subtype > SUPERSONIC_THROUGH_AIR) {
            return new Squitter.Other(header);
        }
        return subtype <= SUPERSONIC_OVER_GROUND ? overGround(subtype) : throughAir(subtype);
    }

    private Squitter overGround(int subtype) {
        var factor = subtype == SUBSONIC_OVER_GROUND ? 1 : 4;
        var east = bits(15, 10);
        var north = bits(26, 10);
        if (east == 0 || north == 0) {
            return new Squitter.Velocity(
                    header,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalInt.empty(),
                    OptionalDouble.empty(),
                    climb());
        }
        double eastward = factor * (east - 1) * (flag(14) ? -1 : 1);
        double northward = factor * (north - 1) * (flag(25) ? -1 : 1);
        var speed = Math.hypot(eastward, northward);
        var track = Math.toDegrees(Math.atan2(eastward, northward));
        return new Squitter.Velocity(
                header,
                OptionalDouble.of(speed),
                speed == 0 ? OptionalDouble.empty() : OptionalDouble.of((track + 360) % 360),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                climb());
    }

    private Squitter throughAir(int subtype) {
        var factor = subtype == SUPERSONIC_THROUGH_AIR ? 4 : 1;
        var airspeed = bits(26, 10);
        return new Squitter.Velocity(
                header,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                airspeed == 0 ? OptionalInt.empty() : OptionalInt.of(factor * (airspeed - 1)),
                flag(14) ? OptionalDouble.of(bits(15, 10) * 360 / 1024.0) : OptionalDouble.empty(),
                climb());
    }

    private OptionalInt climb() {
        var rate = bits(38, 9);
        return rate == 0 ? OptionalInt.empty() : OptionalInt.of((rate - 1) * 64 * (flag(37) ? -1 : 1));
    }

    private Squitter status() {
        return new Squitter.OperationalStatus(header, bits(6, 3) == 1, bits(41, 3), flag(44), bits(45, 4), bits(51, 2));
    }
}
