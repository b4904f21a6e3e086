package org.renkei.kernel.track;

import java.util.OptionalDouble;

/// Where a source saw an object, as kept in the history.
///
/// @param at epoch milliseconds
/// @param accuracyMetres one standard deviation along either axis
/// @param course over ground, degrees clockwise from true north
/// @param speed over ground, metres a second
/// @param altitude metres
public record HistoryPoint(
        long at,
        double latitude,
        double longitude,
        double accuracyMetres,
        OptionalDouble course,
        OptionalDouble speed,
        OptionalDouble altitude) {

    /// The measurement of a sighting; it must have a position.
    public static HistoryPoint of(Sighting sighting) {
        var fix = sighting.fix().orElseThrow();
        return new HistoryPoint(
                TrackSource.observedAt(sighting),
                fix.latitude(),
                Earth.wrapped(fix.longitude()),
                fix.accuracyMetres(),
                sighting.motion().course(),
                sighting.motion().speed(),
                sighting.motion().altitude());
    }

    /// A place, and nothing of how it moves.
    static HistoryPoint still(Whereabouts place, double accuracyMetres) {
        return new HistoryPoint(
                place.at(),
                place.latitude(),
                place.longitude(),
                accuracyMetres,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    HistoryPoint at(long other) {
        return new HistoryPoint(other, latitude, longitude, accuracyMetres, course, speed, altitude);
    }

    /// How far, in metres, another later point lies from where this one leads to at constant course and speed. A
    /// point that does not say how it moves leads nowhere else.
    double missedBy(HistoryPoint later) {
        var seconds = (later.at - at) / 1000.0;
        var way = course.isPresent() ? speed.orElse(0) * seconds : 0;
        var direction = Math.toRadians(course.orElse(0));
        var there = Earth.move(latitude, longitude, way * Math.sin(direction), way * Math.cos(direction));
        return Earth.distance(there.latitude(), there.longitude(), later.latitude, later.longitude);
    }
}
