package org.renkei.kernel.watch;

import java.util.List;
import java.util.Set;
import org.renkei.kernel.track.TrackDomain;

/// A polygon whose visitors are of interest, or, as a harbor, in which lying still and close together is no finding.
///
/// @param id short, as it stands in findings
/// @param ring corners in order, at least three, not closed; an edge is the shorter way between two longitudes
/// @param domains what is watched; empty for a harbor
public record WatchedArea(String id, List<Corner> ring, Set<TrackDomain> domains) {
    /// Degrees WGS 84.
    public record Corner(double latitude, double longitude) {
        public Corner {
            if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
                throw new IllegalArgumentException("not a position: " + latitude + ", " + longitude);
            }
        }
    }

    public WatchedArea {
        ring = List.copyOf(ring);
        domains = Set.copyOf(domains);
        if (id.isBlank() || ring.size() < 3) {
            throw new IllegalArgumentException("an area has an id and at least three corners: '" + id + "'");
        }
    }

    boolean isHarbor() {
        return domains.isEmpty();
    }

    /// Whether a position lies inside; edges are straight in latitude and longitude, across the antimeridian too.
    public boolean contains(double latitude, double longitude) {
        var inside = false;
        var from = ring.getLast();
        for (var to : ring) {
            var isBetween = (from.latitude() > latitude) != (to.latitude() > latitude);
            if (isBetween) {
                var x1 = relative(from.longitude(), longitude);
                var x2 = x1 + relative(to.longitude(), from.longitude());
                var x = x1 + (latitude - from.latitude()) / (to.latitude() - from.latitude()) * (x2 - x1);
                inside ^= x > 0;
            }
            from = to;
        }
        return inside;
    }

    private static double relative(double longitude, double to) {
        var difference = (longitude - to) % 360;
        return difference >= 180 ? difference - 360 : difference < -180 ? difference + 360 : difference;
    }
}
