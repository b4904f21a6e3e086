package org.renkei.kernel.link;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the frames of one lane together from what arrives. Owned by whoever reads the lane.
public final class FrameReader implements AutoCloseable {
    /// A longer frame is refused before anything of it is kept.
    public static final int MAX_FRAME = 8 * 1024 * 1024;

    private final @Nullable Compression compression;
    private byte[] pending = new byte[64];
    private int held;

    /// @param compression null when the partner was not offered any
    public FrameReader(@Nullable Compression compression) {
        this.compression = compression;
    }

    /// Takes what has arrived and answers every frame that is now complete. Frames of unknown types are passed
    /// over.
    ///
    /// @throws IllegalArgumentException (or a subclass, or a CBOR exception) when the bytes are no session
    public List<LinkFrame> read(byte[] chunk) {
        var all = append(chunk);
        var frames = new ArrayList<LinkFrame>();
        while (all.remaining() >= FrameWriter.HEADER) {
            var header = all.getInt(all.position());
            var length = header & ~FrameWriter.PACKED;
            if (length > MAX_FRAME) {
                throw new IllegalArgumentException("a frame of " + length + " bytes");
            }
            if (all.remaining() < FrameWriter.HEADER + length) {
                break;
            }
            var content = new byte[length];
            all.position(all.position() + FrameWriter.HEADER).get(content);
            FrameCodec.decode(header < 0 ? unpacked(content) : content).ifPresent(frames::add);
        }
        all.compact();
        held = all.position();
        return frames;
    }

    /// Gives back what compression holds; nothing is read afterwards.
    @Override
    public void close() {
        if (compression != null) {
            compression.close();
        }
    }

    /// Bytes of a frame that is not complete yet.
    int pendingBytes() {
        return held;
    }

    private byte[] unpacked(byte[] content) {
        if (compression == null) {
            throw new IllegalArgumentException("a compressed frame, and no compression was agreed");
        }
        return compression.decompress(content, MAX_FRAME);
    }

    private ByteBuffer append(byte[] chunk) {
        if (pending.length < held + chunk.length) {
            var longer = new byte[Math.max(held + chunk.length, pending.length * 2)];
            System.arraycopy(pending, 0, longer, 0, held);
            pending = longer;
        }
        System.arraycopy(chunk, 0, pending, held, chunk.length);
        return ByteBuffer.wrap(pending, 0, held + chunk.length);
    }
}
