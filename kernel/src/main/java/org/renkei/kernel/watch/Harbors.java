package org.renkei.kernel.watch;

import java.util.List;

/// Areas in which ships lie still, and close together, as a matter of course.
record Harbors(List<WatchedArea> areas) {
    Harbors {
        areas = areas.stream().filter(WatchedArea::isHarbor).toList();
    }

    boolean hold(Seen seen) {
        return areas.stream()
                .anyMatch(
                        area -> area.contains(seen.fix().latitude(), seen.fix().longitude()));
    }
}
