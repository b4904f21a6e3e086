package org.renkei.kernel.mavlink;

import java.util.OptionalDouble;

/// What a vehicle says of itself.
public sealed interface MavlinkMessage {
    /// It is there (message 0).
    ///
    /// @param type MAV_TYPE: 1 fixed wing, 2 quadrotor, 10 rover, 11 boat …
    record Heartbeat(int type) implements MavlinkMessage {}

    /// Where it is by its own reckoning (message 33): the filtered position.
    ///
    /// @param altitude metres above mean sea level
    /// @param course degrees over ground, empty while it does not move
    /// @param speed metres a second over ground
    /// @param climb metres a second, upwards
    /// @param heading degrees
    record Position(
            double latitude,
            double longitude,
            double altitude,
            OptionalDouble course,
            double speed,
            double climb,
            OptionalDouble heading)
            implements MavlinkMessage {}

    /// What its satellite receiver says (message 24), with at least a fix in two dimensions.
    ///
    /// @param accuracy metres, one standard deviation; empty where it is not said
    record Satellites(
            double latitude,
            double longitude,
            double altitude,
            OptionalDouble accuracy,
            OptionalDouble course,
            OptionalDouble speed)
            implements MavlinkMessage {}

    /// What a pilot would read off (message 74); it has no place. Each is empty where it is not said.
    ///
    /// @param speed metres a second over ground
    /// @param heading degrees
    /// @param altitude metres above mean sea level
    /// @param climb metres a second, upwards
    record Display(OptionalDouble speed, OptionalDouble heading, OptionalDouble altitude, OptionalDouble climb)
            implements MavlinkMessage {}

    /// Of another kind, or a receiver without a fix: the vehicle is heard, and that is all.
    record Other() implements MavlinkMessage {}
}
