package org.renkei.kernel.adsb;

/// Why a line yields nothing though it claims to be a message of an aircraft.
public enum AdsbRefusal {
    LINE_TOO_LONG,
    /// Not the fields or digits of its format.
    FORM,
    /// The parity of Mode S: damaged on the air.
    WRONG_PARITY,
    /// No address of 24 bits.
    ADDRESS,
    /// A number that is none, or is outside its range.
    VALUE
}
