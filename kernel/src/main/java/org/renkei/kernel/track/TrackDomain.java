package org.renkei.kernel.track;

/// What kind of thing is tracked.
public enum TrackDomain {
    SEA,
    AIR,
    LAND,
    UNKNOWN
}
