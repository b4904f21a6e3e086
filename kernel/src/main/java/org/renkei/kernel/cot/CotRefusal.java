package org.renkei.kernel.cot;

/// Why a piece of a stream yields nothing.
public enum CotRefusal {
    /// Neither an event nor a frame.
    GARBAGE,
    /// Larger than an event may be.
    TOO_LONG,
    /// No well-formed XML, or cut off.
    XML,
    /// A document type, an entity of one's own or an instruction.
    DOCTYPE,
    /// Too deep, or of too many parts.
    DEPTH,
    /// Another element than `event`.
    NOT_AN_EVENT,
    /// Without what an event must say.
    FIELD,
    /// A number, time or word that is none, or is outside its range.
    VALUE,
    /// A frame of the TAK protocol that is damaged, or of another version.
    FRAME
}
