package org.renkei.kernel.track;

import java.util.OptionalDouble;
import java.util.UUID;

/// What the lossy lane tells of a track: where it is, how it moves, nothing else.
///
/// @param at epoch milliseconds, not before 1970
/// @param accuracyMetres one standard deviation, or half a cell of a coarse track
/// @param course degrees; only told together with the speed
/// @param speed metres a second
/// @param altitude metres
public record TrackUpdate(
        UUID id,
        TrackDomain domain,
        boolean coarse,
        long at,
        double latitude,
        double longitude,
        double accuracyMetres,
        OptionalDouble course,
        OptionalDouble speed,
        OptionalDouble altitude) {
    public TrackUpdate {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180) || !(accuracyMetres > 0) || at < 0) {
            throw new IllegalArgumentException("not a place of a track");
        }
        if (course.isPresent() != speed.isPresent()) {
            throw new IllegalArgumentException("course and speed go together");
        }
    }
}
