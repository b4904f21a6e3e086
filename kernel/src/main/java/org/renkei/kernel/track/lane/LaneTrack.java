package org.renkei.kernel.track.lane;

import java.util.UUID;
import org.renkei.kernel.track.TrackUpdate;

/// A track as one node tells another of it, in the form that the other may see.
public record LaneTrack(TrackUpdate update, TrackAbout about) {
    public LaneTrack {
        if (update.coarse() != about.cellKm().isPresent()) {
            throw new IllegalArgumentException("a coarse form has a cell, and no other has one");
        }
    }

    public UUID id() {
        return update.id();
    }
}
