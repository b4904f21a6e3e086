package org.renkei.kernel.link;

/// Compresses the frames of one lane in one direction, one after the other under one context: each frame can be
/// unpacked as soon as it is there, and only after all that went before it.
public interface Compression {

    byte[] compress(byte[] frame);

    /// How hard to try, on zstd's scale; takes effect with one of the next frames.
    default void level(int level) {}

    /// @throws IllegalArgumentException when the bytes are nothing compressed, or more than `maxSize` come out of
    ///     them
    byte[] decompress(byte[] packed, int maxSize);
}
