package org.renkei.kernel.cbor;

/// The value `null`.
public record CborNull() implements CborValue {}
