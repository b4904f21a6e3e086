package org.renkei.kernel.cbor;

/// A value that has exactly one encoding. Integers and floats are different values: `1` and `1.0` are not equal.
public sealed interface CborValue
        permits CborNull, CborBool, CborInt, CborFloat, CborText, CborBytes, CborArray, CborMap {}
