package org.renkei.kernel.ais;

/// Why a line yields nothing though it claims to be AIS.
public enum AisRefusal {
    /// Longer than any line of a receiver.
    LINE_TOO_LONG,
    /// A tag block that does not end, or whose checksum is wrong.
    TAG_BLOCK,
    /// Not the fields of an encapsulation sentence.
    FORM,
    NO_CHECKSUM,
    WRONG_CHECKSUM,
    /// A character that stands for no six bits, or fill bits that cannot be.
    PAYLOAD,
    /// A later part of a message whose parts before it were not heard.
    PART_WITHOUT_START,
    /// Fewer bits than the type of message has.
    TOO_SHORT,
    /// More bits than the type of message has: noise that looks like one.
    TOO_LONG,
    /// Not one of the types 1 to 27.
    UNKNOWN_TYPE
}
