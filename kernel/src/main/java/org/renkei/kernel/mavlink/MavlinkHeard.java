package org.renkei.kernel.mavlink;

/// What a reader finds in bytes, one after another.
public sealed interface MavlinkHeard {
    /// @param lost frames of the same sender between this one and the one before, by their numbers
    /// @param signed whether a signature was checked and holds
    record Said(int system, int component, MavlinkMessage message, int lost, boolean signed) implements MavlinkHeard {}

    /// @param from where it begins among the bytes
    /// @param to where it ends
    record Refused(MavlinkRefusal reason, int from, int to) implements MavlinkHeard {}
}
