package org.renkei.kernel.mavlink;

import java.util.Arrays;
import java.util.OptionalDouble;

/// One frame of MAVLink 2 whose checksum holds.
///
/// @param sequence 0 to 255, one more with each frame of its sender
/// @param system 1 to 255, the vehicle
/// @param component which part of it speaks
/// @param message which message of the common set
/// @param payload as sent, without the zeros that were cut off its end
record MavlinkFrame(int sequence, int system, int component, int message, byte[] payload) {
    /// Unsigned, of so many bytes, little end first; what was cut off is zero.
    long number(int at, int bytes) {
        var value = 0L;
        for (var i = bytes - 1; i >= 0; i--) {
            value = value << 8 | (at + i < payload.length ? payload[at + i] & 0xff : 0);
        }
        return value;
    }

    int signed32(int at) {
        return (int) number(at, 4);
    }

    /// Empty where the sender does not know it (not a number).
    OptionalDouble decimal(int at) {
        var value = Float.intBitsToFloat(signed32(at));
        return Float.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    short signed16(int at) {
        return (short) number(at, 2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MavlinkFrame(var number, var of, var part, var kind, var bytes)
                && number == sequence
                && of == system
                && part == component
                && kind == message
                && Arrays.equals(bytes, payload);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(payload) * 31 + message;
    }
}
