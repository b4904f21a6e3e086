package org.renkei.kernel.adsb;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// One extended squitter of Mode S, downlink formats 17 and 18, whose parity is right. The address is six
/// lower-case hexadecimal digits; `~` before them where it is not one that ICAO gave.
public sealed interface Squitter {
    /// @param typeCode the first five bits of the message, 0 to 31
    record Header(int downlinkFormat, String address, int typeCode) {}

    Header header();

    /// Type codes 1 to 4.
    ///
    /// @param category of the emitter, 0 to 7 within its type code
    record Identification(Header header, int category, Optional<String> callsign) implements Squitter {}

    /// Type codes 9 to 18 (pressure altitude) and 20 to 22 (height by satellite navigation).
    ///
    /// @param altitude feet
    /// @param supplement the NIC supplement B
    record AirbornePosition(
            Header header, OptionalInt altitude, boolean byNavigation, CprPosition position, boolean supplement)
            implements Squitter {}

    /// Type code 19.
    ///
    /// @param speed knots over ground
    /// @param track degrees over ground
    /// @param airspeed knots, where the ground is not known
    /// @param heading degrees, where the ground is not known
    /// @param climb feet a minute, upwards positive
    record Velocity(
            Header header,
            OptionalDouble speed,
            OptionalDouble track,
            OptionalInt airspeed,
            OptionalDouble heading,
            OptionalInt climb)
            implements Squitter {}

    /// Type code 31.
    ///
    /// @param version of the standard: 0 DO-260, 1 DO-260A, 2 DO-260B
    /// @param supplement the NIC supplement A
    /// @param nacp navigation accuracy category for position, 0 to 11
    /// @param sil source integrity level, 0 to 3
    record OperationalStatus(Header header, boolean surface, int version, boolean supplement, int nacp, int sil)
            implements Squitter {}

    /// A type code that says nothing of where the aircraft is or how well it knows it.
    record Other(Header header) implements Squitter {}
}
