package org.renkei.kernel.mavlink;

/// Why bytes that claim to be of a vehicle yield nothing.
public enum MavlinkRefusal {
    /// Bytes that belong to no frame.
    GARBAGE,
    /// A frame of MAVLink 1, which cannot be signed.
    VERSION_1,
    /// Shorter than its header says.
    TOO_SHORT,
    /// Flags that a reader has to know to read it, and this one does not.
    FLAGS,
    WRONG_CHECKSUM,
    /// Not signed, where only signed frames are taken.
    UNSIGNED,
    /// Signed with another key, or changed since.
    WRONG_SIGNATURE,
    /// Signed, but older than what came before: sent again by somebody.
    REPLAYED,
    /// A number outside its range.
    VALUE
}
