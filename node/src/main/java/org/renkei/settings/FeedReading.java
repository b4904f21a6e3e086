package org.renkei.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the settings say of how the messages of a feed are read, for the kinds that leave a choice.
public sealed interface FeedReading {
    /// Nothing to choose.
    record Plain() implements FeedReading {}

    /// Alerts that may be signed.
    ///
    /// @param signers certificates: of signers themselves, or of who signed theirs; null where none are named
    record Alerts(Signatures signatures, @Nullable Path signers) implements FeedReading {}

    /// Vehicles that may sign what they send.
    ///
    /// @param key file with the 32 bytes that the vehicles sign with, as hexadecimal digits
    /// @param signedOnly whether what is not signed is refused
    record Vehicles(@Nullable Path key, boolean signedOnly) implements FeedReading {}

    /// Features of GeoJSON.
    ///
    /// @param moving whether they are sightings of what moves, or else drawn things
    record Features(boolean moving, Members members) implements FeedReading {}

    /// What is done about signatures.
    enum Signatures {
        /// What is not signed is refused.
        REQUIRE,
        /// A signature that is there has to hold.
        CHECK,
        /// They are not looked at.
        IGNORE
    }

    /// Which members of `properties` say what; empty for the feature's own `id`, and for what none says.
    ///
    /// @param metresPerSecond what one unit of `speed` is
    record Members(String id, String time, String course, String speed, String name, double metresPerSecond) {}
}
