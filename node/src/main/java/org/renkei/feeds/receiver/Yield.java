package org.renkei.feeds.receiver;

import java.util.Optional;
import java.util.OptionalLong;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;

/// Where a decoder puts what it made of a line.
interface Yield {
    /// A message was understood, whether or not it says where something is.
    void message();

    /// A message that another station had brought already.
    void duplicate();

    /// Messages that must have been sent and did not come.
    default void lost(int messages) {}

    /// @param at epoch milliseconds; empty where the line does not say it
    void sighting(Observation observation, OptionalLong at);

    /// @param reason a word of the decoder, such as `WRONG_CHECKSUM`
    void refused(String reason, String line);

    /// What was seen, without feed and times.
    record Observation(
            TrackIdentity identity, TrackDomain domain, Optional<Fix> fix, Motion motion, Particulars particulars) {
        /// Whether it says anything.
        boolean isEmpty() {
            return fix.isEmpty() && motion.equals(Motion.UNKNOWN) && particulars.equals(Particulars.NONE);
        }
    }
}
