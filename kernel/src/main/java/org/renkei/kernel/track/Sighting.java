package org.renkei.kernel.track;

import java.util.Optional;

/// One observation of one object by one feed.
///
/// @param feed id of the feed at this node
/// @param observedAt epoch milliseconds, when the object was there
/// @param receivedAt epoch milliseconds, when this node heard of it
/// @param fix empty when only particulars were said, as in an AIS static report
/// @param pace how many times faster than it happened this is told: 1, and more for a recording that is
/// replayed faster
public record Sighting(
        String feed,
        TrackIdentity identity,
        TrackDomain domain,
        long observedAt,
        long receivedAt,
        Optional<Fix> fix,
        Motion motion,
        Particulars particulars,
        int pace) {
    public Sighting {
        if (feed.isBlank()) {
            throw new IllegalArgumentException("a sighting comes from a feed");
        }
        if (pace < 1) {
            throw new IllegalArgumentException("not a pace of 1 or more: " + pace);
        }
    }

    /// The same at another pace.
    public Sighting at(int other) {
        return new Sighting(feed, identity, domain, observedAt, receivedAt, fix, motion, particulars, other);
    }

    /// One that is told as it happens.
    public Sighting(
            String feed,
            TrackIdentity identity,
            TrackDomain domain,
            long observedAt,
            long receivedAt,
            Optional<Fix> fix,
            Motion motion,
            Particulars particulars) {
        this(feed, identity, domain, observedAt, receivedAt, fix, motion, particulars, 1);
    }
}
