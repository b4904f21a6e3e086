package org.renkei.kernel.link;

import java.util.ArrayList;
import java.util.List;

/// What came on the urgent lane before the greeting on the other one: that lane may be faster. Not much, and nothing
/// that makes no sense yet.
final class EarlyFrames {
    private static final int MOST = 64;

    private final List<LinkFrame> frames = new ArrayList<>();

    /// @throws IllegalArgumentException for a frame that cannot come before the greeting, and when there are too many
    void keep(LinkFrame frame) {
        switch (frame) {
            case LinkFrame.Advance advance -> frames.add(advance);
            case LinkFrame.Receipt receipt -> frames.add(receipt);
            case LinkFrame.Parcel parcel -> {
                Parcels.check(parcel);
                frames.add(parcel);
            }
            case LinkFrame other -> throw new IllegalArgumentException("a message before the greeting");
        }
        var parcels = frames.stream().filter(LinkFrame.Parcel.class::isInstance).count();
        if (frames.size() > MOST || parcels > Parcels.MAX_TAKEN) {
            throw new IllegalArgumentException("too many messages before the greeting");
        }
    }

    /// What was kept, in order; after that nothing is.
    List<LinkFrame> take() {
        var taken = List.copyOf(frames);
        frames.clear();
        return taken;
    }
}
