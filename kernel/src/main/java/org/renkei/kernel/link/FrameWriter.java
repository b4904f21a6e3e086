package org.renkei.kernel.link;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Writes the frames of one lane: four bytes, most significant first, then the frame's content. The first bit of
/// the four says whether the content is compressed, the other 31 are its length. Owned by whoever writes the lane.
public final class FrameWriter implements AutoCloseable {
    static final int HEADER = 4;
    static final int PACKED = 1 << 31;

    private final @Nullable Compression compression;

    /// @param compression null when nothing is ever to be compressed
    public FrameWriter(@Nullable Compression compression) {
        this.compression = compression;
    }

    /// How hard to compress, on zstd's scale.
    public void level(int level) {
        if (compression != null) {
            compression.level(level);
        }
    }

    /// @param packed whether the receiver is known to unpack; must not go back to false on one lane
    public byte[] encode(LinkFrame frame, boolean packed) {
        var content = FrameCodec.encode(frame);
        if (content.length > FrameReader.MAX_FRAME) {
            throw new IllegalArgumentException("a frame of " + content.length + " bytes");
        }
        if (compression == null || !packed) {
            return framed(content.length, content);
        }
        var small = compression.compress(content);
        return framed(small.length | PACKED, small);
    }

    /// Gives back what compression holds.
    @Override
    public void close() {
        if (compression != null) {
            compression.close();
        }
    }

    private static byte[] framed(int header, byte[] content) {
        return ByteBuffer.allocate(HEADER + content.length)
                .putInt(header)
                .put(content)
                .array();
    }
}
