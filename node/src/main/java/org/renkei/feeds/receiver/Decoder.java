package org.renkei.feeds.receiver;

import java.util.OptionalLong;

/// Makes sightings of the lines of one feed, in their order. It never throws because of what a line holds.
interface Decoder {
    /// @param now epoch milliseconds, when the line came
    /// @return when the line was made, as far as it says so: it paces a replay
    OptionalLong read(String line, long now, Yield to);
}
