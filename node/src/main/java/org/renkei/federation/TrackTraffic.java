package org.renkei.federation;

import org.jspecify.annotations.Nullable;

/// What the lane of tracks with one partner is doing.
///
/// @param problem why the partner's word was not taken any longer, in English; null when it is
/// @param sentPerSecond updates a second, over the last ten seconds
/// @param told tracks that the partner may see now
/// @param known tracks of the partner that are known here
/// @param bytesPerUpdate on the wire, what carries them included, over the present lane; 0 before the first
/// @param superseded updates that did not leave because something newer came, over the present lane
/// @param passedOver updates that were not taken because there were too many tracks
record TrackTraffic(
        State state,
        @Nullable String problem,
        double sentPerSecond,
        double receivedPerSecond,
        int told,
        int known,
        double bytesPerUpdate,
        long superseded,
        long passedOver) {

    enum State {
        /// There is a lane.
        OPEN,
        /// There is none: no session, an older partner, or not yet.
        NONE,
        /// The settings say so.
        OFF,
        /// What the partner sent was no word about tracks; there is no lane for the rest of the session.
        REFUSED
    }
}
