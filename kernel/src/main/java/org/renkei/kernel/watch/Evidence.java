package org.renkei.kernel.watch;

import org.renkei.kernel.track.TrackIdentity;

/// One sighting that a finding rests on.
///
/// @param at epoch milliseconds, when the object was there
/// @param feed the feed at this node that saw it
/// @param says what was reported where that matters (`name=SEA STAR`), else empty
public record Evidence(long at, TrackIdentity identity, String feed, double latitude, double longitude, String says) {}
