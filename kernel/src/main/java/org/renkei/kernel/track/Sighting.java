package org.renkei.kernel.track;

import java.util.Optional;

/// One observation of one object by one feed.
///
/// @param feed id of the feed at this node
/// @param observedAt epoch milliseconds, when the object was there
/// @param receivedAt epoch milliseconds, when this node heard of it
/// @param fix empty when only particulars were said, as in an AIS static report
public record Sighting(
        String feed,
        TrackIdentity identity,
        TrackDomain domain,
        long observedAt,
        long receivedAt,
        Optional<Fix> fix,
        Motion motion,
        Particulars particulars) {
    public Sighting {
        if (feed.isBlank()) {
            throw new IllegalArgumentException("a sighting comes from a feed");
        }
    }
}
