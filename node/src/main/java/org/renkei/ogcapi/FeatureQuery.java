package org.renkei.ogcapi;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which features of a collection are asked for.
///
/// @param box null for everywhere
/// @param at the picture of that time; null for now. Only for what moves
/// @param after the last feature of the page before; null from the beginning
public record FeatureQuery(
        @Nullable Box box,
        Period period,
        @Nullable Instant at,
        @Nullable UUID after,
        int limit,
        Locale language) {

    /// Degrees of WGS 84; where west is more than east, it lies across the antimeridian.
    public record Box(double west, double south, double east, double north) {
        boolean holds(double longitude, double latitude) {
            var between =
                    west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
            return between && latitude >= south && latitude <= north;
        }
    }

    boolean holds(Feature feature) {
        return (box == null || box.holds(feature.longitude(), feature.latitude())) && period.holds(feature.time());
    }
}
