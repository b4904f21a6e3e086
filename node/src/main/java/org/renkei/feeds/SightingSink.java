package org.renkei.feeds;

import java.util.List;
import org.renkei.kernel.track.Sighting;

/// Takes what the running feeds yield. Every bean of this type is given everything, in the order of each feed, on the
/// feed's own thread: who takes long makes the feed wait, and a feed that waits leaves out the oldest lines.
public interface SightingSink {
    /// @param sightings of one feed, some hundred at most
    void seen(List<Sighting> sightings);
}
