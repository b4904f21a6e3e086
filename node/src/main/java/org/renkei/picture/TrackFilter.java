package org.renkei.picture;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;

/// Which tracks are asked for; what is null does not matter.
///
/// @param domains empty for all
/// @param age positions that are older do not count
/// @param origin party or node that tells of it
/// @param text part of a name, call sign or identity, in any case
public record TrackFilter(
        @Nullable Box box,
        Set<TrackDomain> domains,
        @Nullable String feed,
        @Nullable Duration age,
        @Nullable String text,
        @Nullable String origin) {
    public static final TrackFilter ALL = new TrackFilter(null, Set.of(), null, null, null, null);

    public TrackFilter {
        domains = Set.copyOf(domains);
    }

    /// Degrees; where west is more than east, the box lies across the antimeridian.
    public record Box(double west, double south, double east, double north) {
        /// @param text `west,south,east,north`
        public static Box parse(String text) {
            try {
                var sides = List.of(text.split(",", -1)).stream()
                        .map(Double::parseDouble)
                        .toList();
                var box = new Box(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
                if (sides.size() == 4 && box.isOnEarth()) {
                    return box;
                }
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw unreadable();
            }
            throw unreadable();
        }

        private boolean isOnEarth() {
            return Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
        }

        boolean holds(double latitude, double longitude) {
            var within = west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
            return within && latitude >= south && latitude <= north;
        }

        private static Problem unreadable() {
            return new Problem(
                    Category.BAD_REQUEST, "bbox is west,south,east,north in degrees", "bbox は西,南,東,北を度で指定してください");
        }
    }

    boolean matches(TrackView view, long now) {
        return (box == null || box.holds(view.latitude(), view.longitude()))
                && (domains.isEmpty()
                        || domains.contains(TrackDomain.valueOf(view.domain().toUpperCase(Locale.ROOT))))
                && (feed == null || view.feeds().contains(feed))
                && (age == null || now - view.seenAt().toEpochMilli() <= age.toMillis())
                && (origin == null
                        || view.origin().equals(origin)
                        || view.origin().startsWith(origin + "/"))
                && (text == null || view.says(text.toLowerCase(Locale.ROOT)));
    }
}
