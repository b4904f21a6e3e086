package org.renkei.kernel.track;

/// How a track stands, by the time since its newest position; [TrackLimits] has the times.
public enum TrackState {
    LIVE,
    LOST,
    ENDED
}
