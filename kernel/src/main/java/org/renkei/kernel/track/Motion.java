package org.renkei.kernel.track;

import java.util.OptionalDouble;

/// How an object moves, as far as a source says. Each is empty when the source does not say it.
///
/// @param course over ground, degrees clockwise from true north, 0 to less than 360
/// @param speed over ground, metres a second, not negative
/// @param heading where the bow points, degrees clockwise from true north, 0 to less than 360
/// @param altitude metres, as the source measures it
/// @param climb metres a second, upwards positive
public record Motion(
        OptionalDouble course,
        OptionalDouble speed,
        OptionalDouble heading,
        OptionalDouble altitude,
        OptionalDouble climb) {
    /// Nothing said.
    public static final Motion UNKNOWN = new Motion(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    public Motion {
        checkDirection("course", course);
        checkDirection("heading", heading);
        if (speed.isPresent() && !(speed.getAsDouble() >= 0 && Double.isFinite(speed.getAsDouble()))) {
            throw new IllegalArgumentException("not a speed in metres a second: " + speed.getAsDouble());
        }
        checkFinite("altitude", altitude);
        checkFinite("climb", climb);
    }

    /// The same, so many times faster.
    public Motion faster(int times) {
        return times == 1 ? this : new Motion(course, scaled(speed, times), heading, altitude, scaled(climb, times));
    }

    private static OptionalDouble scaled(OptionalDouble value, int times) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * times) : value;
    }

    /// Course and speed over ground, nothing else said.
    public static Motion of(double course, double speed) {
        return new Motion(
                OptionalDouble.of(course),
                OptionalDouble.of(speed),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static void checkDirection(String name, OptionalDouble degrees) {
        if (degrees.isPresent() && !(degrees.getAsDouble() >= 0 && degrees.getAsDouble() < 360)) {
            throw new IllegalArgumentException("not a " + name + " in degrees: " + degrees.getAsDouble());
        }
    }

    private static void checkFinite(String name, OptionalDouble value) {
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException("not a " + name + ": " + value.getAsDouble());
        }
    }
}
