package org.renkei.kernel.track;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Where an object is, how it moves, and how surely that is known: a Kalman filter of constant velocity with white
/// acceleration noise, in the plane that touches the Earth at the object. East and north have the same noise, so one
/// covariance serves both.
///
/// @param at epoch milliseconds
/// @param latitude degrees
/// @param longitude degrees, −180 to less than 180
/// @param east metres a second
/// @param north metres a second
/// @param positionVariance m², along either axis
/// @param covariance of position and velocity, m²/s
/// @param velocityVariance m²/s²
public record Kinematics(
        long at,
        double latitude,
        double longitude,
        double east,
        double north,
        double positionVariance,
        double covariance,
        double velocityVariance) {
    /// A position that lies further off than so many standard deviations starts the filter anew: the object has
    /// done something that constant velocity does not know.
    private static final double MANEUVER = 5;

    /// Below this an object counts as at rest and its course says nothing, metres a second.
    private static final double AT_REST = 0.2;

    /// The first position of an object.
    static Kinematics start(long at, Fix fix, Motion motion, TrackLimits limits) {
        var velocity = velocity(motion);
        var unknown = limits.fastest() / 3;
        return new Kinematics(
                at,
                fix.latitude(),
                Earth.wrapped(fix.longitude()),
                velocity == null ? 0 : velocity.east(),
                velocity == null ? 0 : velocity.north(),
                fix.accuracyMetres() * fix.accuracyMetres(),
                0,
                velocity == null ? unknown * unknown : variance(limits, velocity.length()));
    }

    /// The state at a later time, if nothing happens; earlier times give the state as it is. The uncertainty grows
    /// with the third power of the time.
    public Kinematics predict(long time, TrackLimits limits) {
        var seconds = (time - at) / 1000.0;
        if (seconds <= 0) {
            return this;
        }
        var q = limits.agility();
        var place = Earth.move(latitude, longitude, east * seconds, north * seconds);
        var velocity = turned(place.latitude(), place.longitude());
        return new Kinematics(
                time,
                place.latitude(),
                place.longitude(),
                velocity.east(),
                velocity.north(),
                positionVariance
                        + 2 * seconds * covariance
                        + seconds * seconds * velocityVariance
                        + q * seconds * seconds * seconds / 3,
                covariance + seconds * velocityVariance + q * seconds * seconds / 2,
                velocityVariance + q * seconds);
    }

    /// The state after a further measurement, which must not be older than this state.
    Kinematics measured(long time, Fix fix, Motion motion, TrackLimits limits) {
        var predicted = predict(time, limits);
        var noise = fix.accuracyMetres() * fix.accuracyMetres();
        var off = Earth.offset(predicted.latitude, predicted.longitude, fix.latitude(), fix.longitude());
        var sum = predicted.positionVariance + noise;
        if (off.length() > MANEUVER * Math.sqrt(sum)) {
            return start(time, fix, motion, limits);
        }
        var updated = predicted.corrected(off, predicted.positionVariance / sum, predicted.covariance / sum, noise);
        var velocity = velocity(motion);
        return velocity == null ? updated : updated.withVelocity(velocity, limits);
    }

    private Kinematics corrected(Earth.Offset off, double gain, double velocityGain, double noise) {
        var place = Earth.move(latitude, longitude, gain * off.east(), gain * off.north());
        return new Kinematics(
                at,
                place.latitude(),
                place.longitude(),
                east + velocityGain * off.east(),
                north + velocityGain * off.north(),
                gain * noise,
                velocityGain * noise,
                velocityVariance - velocityGain * covariance);
    }

    /// Velocity is measured too; what it says of the position through the covariance is used as well.
    private Kinematics withVelocity(Earth.Offset velocity, TrackLimits limits) {
        var noise = variance(limits, velocity.length());
        var sum = velocityVariance + noise;
        var gain = velocityVariance / sum;
        var positionGain = covariance / sum;
        var offEast = velocity.east() - east;
        var offNorth = velocity.north() - north;
        var place = Earth.move(latitude, longitude, positionGain * offEast, positionGain * offNorth);
        return new Kinematics(
                at,
                place.latitude(),
                place.longitude(),
                east + gain * offEast,
                north + gain * offNorth,
                positionVariance - positionGain * covariance,
                gain == 1 ? covariance : covariance * (1 - gain),
                gain * noise);
    }

    /// The velocity in the compass directions of a place further on.
    private Earth.Offset turned(double toLatitude, double toLongitude) {
        var angle = Earth.turn(latitude, longitude, toLatitude, toLongitude);
        var sine = Math.sin(angle);
        var cosine = Math.cos(angle);
        return new Earth.Offset(east * cosine + north * sine, north * cosine - east * sine);
    }

    private static double variance(TrackLimits limits, double speed) {
        var deviation = Math.max(limits.speedAccuracy(), 0.03 * speed);
        return deviation * deviation;
    }

    private static Earth.@Nullable Offset velocity(Motion motion) {
        if (motion.speed().isEmpty()) {
            return null;
        }
        var speed = motion.speed().getAsDouble();
        if (speed < AT_REST) {
            return new Earth.Offset(0, 0);
        }
        if (motion.course().isEmpty()) {
            return null;
        }
        var course = Math.toRadians(motion.course().getAsDouble());
        return new Earth.Offset(speed * Math.sin(course), speed * Math.cos(course));
    }

    /// Metres to another state, which should be of the same time.
    public double distanceTo(Kinematics other) {
        return Earth.distance(latitude, longitude, other.latitude, other.longitude);
    }

    /// One standard deviation of the position along either axis, metres.
    public double accuracyMetres() {
        return Math.sqrt(positionVariance);
    }

    /// Metres a second.
    public double speed() {
        return Math.hypot(east, north);
    }

    /// Degrees clockwise from true north; empty for an object at rest.
    public OptionalDouble course() {
        if (speed() < AT_REST) {
            return OptionalDouble.empty();
        }
        var degrees = Math.toDegrees(Math.atan2(east, north));
        var positive = degrees < 0 ? degrees + 360 : degrees;
        return OptionalDouble.of(positive >= 360 ? 0 : positive);
    }
}
