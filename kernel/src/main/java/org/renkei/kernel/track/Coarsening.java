package org.renkei.kernel.track;

import java.time.Duration;
import java.util.Optional;
import org.renkei.kernel.label.Label;

/// How a track is made coarse: the cell of a grid, as it was at the last full step of time before the delay. Between
/// two steps nothing changes, so that the moment at which a border between cells was crossed is known no better
/// than one step. The step is as long as the delay.
///
/// @param label of the coarse form
/// @param delay 1 to 60 whole minutes
public record Coarsening(Label label, TrackGrid grid, Duration delay) {
    private static final long MOST = 60;

    public Coarsening {
        var minutes = delay.toMinutes();
        if (minutes < 1 || minutes > MOST || !delay.equals(Duration.ofMinutes(minutes))) {
            throw new IllegalArgumentException("not a delay of 1 to 60 whole minutes: " + delay);
        }
    }

    /// The time as of which the coarse form is shown at that time: between one and two delays ago.
    public long asOf(long now) {
        return stepBefore(now - delay.toMillis());
    }

    /// The last step that is not after this time.
    long stepBefore(long time) {
        return Math.floorDiv(time, delay.toMillis()) * delay.toMillis();
    }

    /// As coarse as either, under the label of the other.
    Coarsening with(Coarsening other) {
        return new Coarsening(
                other.label,
                new TrackGrid(Math.min(grid.rowsPerDegree(), other.grid.rowsPerDegree())),
                delay.compareTo(other.delay) > 0 ? delay : other.delay);
    }

    /// How what was made coarse by this is made as coarse as by another; empty when it is already.
    Optional<Coarsening> coarserBy(Coarsening other) {
        var both = with(other);
        return both.grid.equals(grid) && both.delay.equals(delay) ? Optional.empty() : Optional.of(both);
    }

    /// The same with cells that are at least as high as these, which are known to a tenth of a
    /// kilometre.
    public Coarsening notFinerThan(double cellKm) {
        return new Coarsening(label, grid.notFinerThan(cellKm), delay);
    }

    /// The middle of the cell of a place, as of a step.
    Whereabouts coarse(long step, double latitude, double longitude) {
        var cell = grid.cell(latitude, longitude);
        return new Whereabouts(step, grid.middleLatitude(cell), grid.middleLongitude(cell));
    }
}
