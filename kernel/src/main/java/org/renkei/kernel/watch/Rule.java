package org.renkei.kernel.watch;

import java.util.function.Consumer;
import org.renkei.kernel.track.TrackIdentity;

/// One way to find something. Not thread safe.
interface Rule {
    /// The object was seen; for each identity in the order of time.
    void seen(Seen seen, Consumer<Finding> found);

    /// It is now so late.
    void passed(long now, Consumer<Finding> found);

    /// Nothing was heard of an identity for so long that what is known of it can go.
    void forget(TrackIdentity identity);
}
