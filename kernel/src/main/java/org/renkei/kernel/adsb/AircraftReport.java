package org.renkei.kernel.adsb;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What one message says of one aircraft, whatever the format it came in. Each is empty when the message
/// does not say it.
///
/// @param address six lower-case hexadecimal digits, `~` before them where it is not one that ICAO gave
/// @param at epoch milliseconds, when the message was made
/// @param altitude feet
/// @param speed knots over ground
/// @param track degrees over ground, 0 to less than 360
/// @param heading degrees, 0 to less than 360
/// @param climb feet a minute, upwards positive
/// @param nic navigation integrity category, 0 to 11
/// @param nacp navigation accuracy category for position, 0 to 11
public record AircraftReport(
        String address,
        OptionalLong at,
        Optional<String> callsign,
        Optional<AircraftPosition> position,
        OptionalDouble altitude,
        OptionalDouble speed,
        OptionalDouble track,
        OptionalDouble heading,
        OptionalDouble climb,
        OptionalInt nic,
        OptionalInt nacp) {
    /// Nothing said yet of an aircraft.
    public static AircraftReport of(String address) {
        return new AircraftReport(
                address,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }
}
