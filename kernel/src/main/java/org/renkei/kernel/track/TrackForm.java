package org.renkei.kernel.track;

import java.util.UUID;
import org.renkei.kernel.label.Label;

/// What one party may see of a track, and nothing finer.
public sealed interface TrackForm {
    UUID id();

    TrackDomain domain();

    /// The label of what is shown, addressed to its audience.
    Label label();

    /// All that the feeds say whose label the party may hold. The id, the position, the names and the times are those
    /// of the track that these feeds alone make; no other feed has a part in them.
    record Full(UUID id, Track track, Label label) implements TrackForm {
        @Override
        public TrackDomain domain() {
            return track.domain();
        }
    }

    /// The middle of a grid cell at a step of time, and what kind of thing was there. No identity, no name,
    /// no motion, no feed.
    ///
    /// @param cellKm height of the cell, so that nobody takes the place as exact
    /// @param feed by whose rule it may be seen; shown to nobody
    record Coarse(UUID id, TrackDomain domain, Whereabouts place, double cellKm, Label label, String feed)
            implements TrackForm {}
}
