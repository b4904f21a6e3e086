package org.renkei.kernel.watch;

import java.util.OptionalDouble;
import org.renkei.kernel.track.Earth;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;

/// A sighting with a position, and all that its source has said of the object so far.
///
/// @param at epoch milliseconds, when the object was there
record Seen(
        TrackIdentity identity,
        TrackDomain domain,
        String feed,
        long at,
        Fix fix,
        Motion motion,
        Particulars particulars) {
    private static final String AT_ANCHOR = "1";
    private static final String MOORED = "5";
    private static final String AGROUND = "6";

    double distance(Seen other) {
        return Earth.distance(fix.latitude(), fix.longitude(), other.fix.latitude(), other.fix.longitude());
    }

    OptionalDouble speed() {
        return motion.speed();
    }

    boolean isSea() {
        return domain == TrackDomain.SEA;
    }

    boolean isMoored() {
        return particulars.status().filter(MOORED::equals).isPresent();
    }

    /// At anchor, moored or aground, by its own navigational status (ITU-R M.1371-5, table 45).
    boolean saysItLiesStill() {
        return particulars
                .status()
                .filter(status -> status.equals(AT_ANCHOR) || status.equals(MOORED) || status.equals(AGROUND))
                .isPresent();
    }

    Evidence evidence() {
        return evidence("");
    }

    Evidence evidence(String says) {
        return new Evidence(at, identity, feed, fix.latitude(), fix.longitude(), says);
    }
}
