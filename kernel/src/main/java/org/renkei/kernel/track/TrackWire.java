package org.renkei.kernel.track;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.OptionalDouble;
import java.util.UUID;

/// The bytes of one update. First a byte of flags: whether it is a base, which parts follow, the domain; then the
/// number of the track on this lane and the generation of its base. A base tells the id and everything whole, any other
/// update the difference to its base. Fixed point: 10⁻⁵ degrees, 0.1 s, 0.1 m/s, 0.1 degrees of course, metres of
/// altitude; accuracy as eight steps to the doubling. Whole numbers in groups of seven bits, the lowest first, those
/// that may be negative with the sign in the lowest bit.
final class TrackWire {
    static final double PLACES = 1e5;
    static final long TURN = 36_000_000;
    static final long TICK = 100;
    private static final int BASE = 1;
    private static final int MOTION = 2;
    private static final int ALTITUDE = 4;
    private static final int COARSE = 8;
    private static final int DOMAIN_SHIFT = 4;
    private static final int UNUSED = 0xC0;
    private static final int LONGEST = 64;
    private static final long MOST_TICKS = 1L << 40;
    static final int MOST_TRACKS = 1 << 20;

    private TrackWire() {}

    /// What differences are taken from.
    record Base(int generation, UUID id, TrackDomain domain, long tick, long latitude, long longitude) {}

    /// An update as it stands on the wire, before its base is looked up.
    record Part(
            boolean isBase,
            int number,
            int generation,
            UUID id,
            TrackDomain domain,
            boolean coarse,
            long tick,
            long latitude,
            long longitude,
            int accuracy,
            OptionalDouble course,
            OptionalDouble speed,
            OptionalDouble altitude) {}

    static byte[] write(TrackUpdate update, int number, Base base, boolean asBase) {
        var out = ByteBuffer.allocate(LONGEST);
        out.put((byte) ((asBase ? BASE : 0)
                | (update.speed().isPresent() ? MOTION : 0)
                | (update.altitude().isPresent() ? ALTITUDE : 0)
                | (update.coarse() ? COARSE : 0)
                | update.domain().ordinal() << DOMAIN_SHIFT));
        unsigned(out, number);
        out.put((byte) base.generation());
        if (asBase) {
            out.putLong(base.id().getMostSignificantBits()).putLong(base.id().getLeastSignificantBits());
            unsigned(out, base.tick());
            signed(out, base.latitude());
            signed(out, base.longitude());
        } else {
            signed(out, tick(update.at()) - base.tick());
            signed(out, fixed(update.latitude()) - base.latitude());
            signed(out, turned(fixed(update.longitude()) - base.longitude()));
        }
        out.put((byte) accuracy(update.accuracyMetres()));
        if (update.speed().isPresent()) {
            unsigned(out, Math.min(Math.round(update.speed().getAsDouble() * 10), 1 << 20));
            unsigned(out, Math.floorMod(Math.round(update.course().orElse(0) * 10), 3_600));
        }
        if (update.altitude().isPresent()) {
            signed(out, Math.round(update.altitude().getAsDouble()));
        }
        var bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /// @throws IllegalArgumentException when these are not the bytes of one update
    static Part read(byte[] bytes) {
        try {
            var in = ByteBuffer.wrap(bytes);
            var flags = in.get();
            if ((flags & UNUSED) != 0) {
                throw broken();
            }
            var isBase = (flags & BASE) != 0;
            var number = (int) within(unsigned(in), MOST_TRACKS);
            var generation = Byte.toUnsignedInt(in.get());
            var id = isBase ? new UUID(in.getLong(), in.getLong()) : new UUID(0, 0);
            var tick = isBase ? within(unsigned(in), MOST_TICKS) : within(signed(in), MOST_TICKS);
            var latitude = within(signed(in), TURN / 2);
            var longitude = within(signed(in), TURN / 2);
            var accuracy = Byte.toUnsignedInt(in.get());
            var speed = OptionalDouble.empty();
            var course = OptionalDouble.empty();
            if ((flags & MOTION) != 0) {
                speed = OptionalDouble.of(within(unsigned(in), 1 << 20) / 10.0);
                course = OptionalDouble.of(within(unsigned(in), 3_599) / 10.0);
            }
            var altitude = (flags & ALTITUDE) == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(within(signed(in), Integer.MAX_VALUE));
            if (in.hasRemaining()) {
                throw broken();
            }
            var domain = TrackDomain.values()[(flags & 0x30) >> DOMAIN_SHIFT];
            return new Part(
                    isBase,
                    number,
                    generation,
                    id,
                    domain,
                    (flags & COARSE) != 0,
                    tick,
                    latitude,
                    longitude,
                    accuracy,
                    course,
                    speed,
                    altitude);
        } catch (BufferUnderflowException e) {
            throw broken();
        }
    }

    static long fixed(double degrees) {
        return Math.round(degrees * PLACES);
    }

    static long tick(long millis) {
        return Math.round(millis / (double) TICK);
    }

    /// The shorter way round.
    static long turned(long longitude) {
        return Math.floorMod(longitude + TURN / 2, TURN) - TURN / 2;
    }

    static int accuracy(double metres) {
        return (int) Math.clamp(Math.round(8 * Math.log(metres) / Math.log(2)), 0, 255);
    }

    static double metres(int accuracy) {
        return Math.pow(2, accuracy / 8.0);
    }

    static IllegalArgumentException broken() {
        return new IllegalArgumentException("not an update of a track");
    }

    private static long within(long value, long most) {
        if (value > most || value < -most) {
            throw broken();
        }
        return value;
    }

    private static void signed(ByteBuffer out, long value) {
        unsigned(out, value << 1 ^ value >> 63);
    }

    private static long signed(ByteBuffer in) {
        var value = unsigned(in);
        return value >>> 1 ^ -(value & 1);
    }

    private static void unsigned(ByteBuffer out, long value) {
        var rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    /// Only the shortest form of a number is read.
    private static long unsigned(ByteBuffer in) {
        var value = 0L;
        for (var shift = 0; shift < 63; shift += 7) {
            var next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                if (next == 0 && shift > 0) {
                    throw broken();
                }
                return value;
            }
        }
        throw broken();
    }
}
