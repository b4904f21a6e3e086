package org.renkei.kernel.cbor;

/// `false` or `true`.
public record CborBool(boolean value) implements CborValue {}
