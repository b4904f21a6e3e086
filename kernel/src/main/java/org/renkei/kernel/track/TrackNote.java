package org.renkei.kernel.track;

/// Something that happened to a track besides moving, for those who watch: each is evidence, not a judgement.
public sealed interface TrackNote {

    /// Epoch milliseconds.
    long at();

    TrackIdentity identity();

    /// A position out of reach, which did not move the track. Told once for each such place in a row.
    ///
    /// @param speed metres a second that it would have taken
    record Jumped(long at, TrackIdentity identity, String feed, Whereabouts from, Whereabouts to, double speed)
            implements TrackNote {}

    /// The object was so often where it cannot be that the track starts anew there.
    record Restarted(long at, TrackIdentity identity, String feed, Whereabouts from, Whereabouts to)
            implements TrackNote {}

    /// Two identities were taken for one object.
    record Joined(long at, TrackIdentity identity, TrackIdentity other) implements TrackNote {}

    /// Two identities were one object no longer.
    record Parted(long at, TrackIdentity identity, TrackIdentity other) implements TrackNote {}

    /// The silence has lasted so long that the track counts as lost.
    record Lost(long at, TrackIdentity identity) implements TrackNote {}

    /// The track has left the picture.
    record Ended(long at, TrackIdentity identity) implements TrackNote {}
}
