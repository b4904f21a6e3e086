package org.renkei.kernel.cbor;

/// An integer of signed 64 bit. CBOR could carry one bit more; the profile does not.
public record CborInt(long value) implements CborValue {}
