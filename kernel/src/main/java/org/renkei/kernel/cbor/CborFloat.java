package org.renkei.kernel.cbor;

/// A binary floating-point number. Written in the shortest of 16, 32 and 64 bit that keeps it. All NaN are one value;
/// `0.0` and `-0.0` are two.
public record CborFloat(double value) implements CborValue {}
