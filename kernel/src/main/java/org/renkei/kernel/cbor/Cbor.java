package org.renkei.kernel.cbor;

/// Encoding and decoding within the profile of this package. For every value `decode(encode(v))` equals `v`,
/// and for all bytes that are accepted `encode(decode(b))` equals `b`: there is no second spelling.
public final class Cbor {
    /// Arrays and maps inside one another, at most.
    public static final int MAX_DEPTH = 64;
    /// Values within one that is decoded, keys aside: more than a body of 1 MiB can hold. Without a bound a frame of a
    /// few hundred compressed bytes would become half a gigabyte of objects.
    public static final int MAX_VALUES = 1_200_000;

    private Cbor() {}

    /// @throws IllegalArgumentException when the value nests deeper than [#MAX_DEPTH]
    public static byte[] encode(CborValue value) {
        var encoder = new CborEncoder();
        encoder.write(value, 0);
        return encoder.bytes();
    }

    /// @throws CborException when the bytes are anything but one value in its deterministic encoding
    public static CborValue decode(byte[] bytes) {
        return new CborDecoder(bytes).readWhole();
    }
}
