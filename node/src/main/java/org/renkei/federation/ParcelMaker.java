package org.renkei.federation;

import org.jspecify.annotations.Nullable;
import org.renkei.ledger.LedgerMarks;

/// Makes parcels of frames for one partner and lays them out for the first hop.
interface ParcelMaker {
    /// Whether there is a link to the first hop.
    boolean isOpen();

    /// Drops what has not left; false when there is nothing.
    boolean withdraw();

    /// How many have not left.
    long waiting();

    /// Lays a parcel out; false, and nothing is done, when something was recalled or held since the mark.
    boolean post(byte[] frames, boolean urgent, LedgerMarks.@Nullable Mark mark);
}
