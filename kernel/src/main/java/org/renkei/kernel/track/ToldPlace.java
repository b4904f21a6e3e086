package org.renkei.kernel.track;

import java.util.ArrayList;
import java.util.List;

/// Where something was, as a partner told it.
///
/// @param received when it came, epoch milliseconds
public record ToldPlace(HistoryPoint point, long received) {
    private static final double METRES = 1_000;

    /// The same history as if it had been told coarse from the beginning: one place for each step,
    /// known a delay after it and never before that which it is made of had come. What is newer than
    /// coarse forms are now is left out.
    ///
    /// @param places oldest first
    /// @param coarse whether they are cells at full steps already; then each yields one place at most
    public static List<ToldPlace> coarser(
            List<ToldPlace> places, boolean coarse, TrackDomain domain, Coarsening by, long now) {
        // A cell is of its very step, a measurement counts from the moment after.
        var points = places.stream()
                .map(place -> coarse ? place.point().at(place.point().at() - 1) : place.point())
                .toList();
        var made = new ArrayList<ToldPlace>();
        var index = 0;
        var used = -1;
        for (var step : TrackRelease.coarse(points, domain, by, now)) {
            while (index + 1 < points.size() && points.get(index + 1).at() < step.at()) {
                index++;
            }
            if (!coarse || index > used) {
                var known = Math.max(
                        step.at() + by.delay().toMillis(), places.get(index).received());
                made.add(new ToldPlace(HistoryPoint.still(step, by.grid().cellKm() * METRES / 2), known));
                used = index;
            }
        }
        return made;
    }
}
