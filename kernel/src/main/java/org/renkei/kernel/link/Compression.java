package org.renkei.kernel.link;

/// Makes frames of one lane smaller and brings them back. Each direction remembers its earlier frames, so whatever
/// one side compressed the other has to decompress, all of it and in order; the two directions know nothing of each
/// other. Not thread safe within a direction.
public interface Compression extends AutoCloseable {

    byte[] compress(byte[] frame);

    /// @param packed what one call of the other side's [#compress] gave
    /// @throws IllegalArgumentException when the bytes are not that, or would unfold beyond `maxSize`; after it the
    ///     direction is of no use any more
    byte[] decompress(byte[] packed, int maxSize);

    /// How hard to try from the next frame on, on zstd's scale.
    default void level(int level) {}

    /// Gives back what it holds.
    @Override
    default void close() {}

    /// Frames as they are.
    static Compression none() {
        return new None();
    }

    /// Nothing made smaller and nothing remembered.
    record None() implements Compression {
        @Override
        public byte[] compress(byte[] frame) {
            return frame.clone();
        }

        @Override
        public byte[] decompress(byte[] packed, int maxSize) {
            if (packed.length > maxSize) {
                throw new IllegalArgumentException("a frame of " + packed.length + " bytes, more than " + maxSize);
            }
            return packed.clone();
        }
    }
}
