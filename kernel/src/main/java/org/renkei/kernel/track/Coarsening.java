package org.renkei.kernel.track;

import java.time.Duration;
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

    /// The middle of the cell of a place, as of a step.
    Whereabouts coarse(long step, double latitude, double longitude) {
        var cell = grid.cell(latitude, longitude);
        return new Whereabouts(step, grid.middleLatitude(cell), grid.middleLongitude(cell));
    }
}
