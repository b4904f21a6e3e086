package org.renkei.federation;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.ByteArrayOutputStream;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.Compression;

/// zstd (RFC 8878) with one context for all frames of a lane in one direction, beginning with a dictionary that both
/// sides
/// have. Every frame is flushed, so it can be unpacked as soon as it is there.
final class ZstdCompression implements Compression {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final int PIECE = 128 * 1024;
    /// 4 MiB: far enough for any backlog to find its own repetitions, small enough for every partner to have its own.
    private static final int WINDOW_LOG = 22;

    private final byte[] dictionary;
    private int level;
    private @Nullable Packer packer;
    private @Nullable ZstdDecompressCtx unpacker;

    ZstdCompression(byte[] dictionary, int level) {
        this.dictionary = dictionary;
        this.level = level;
    }

    /// Takes effect with the next frame, which then begins a new context: worth it only when a link turns out to be
    /// much
    /// faster or slower than thought.
    @Override
    public void level(int wanted) {
        level = wanted;
    }

    @Override
    public byte[] compress(byte[] frame) {
        var out = new ByteArrayOutputStream(frame.length / 4 + 64);
        if (packer != null && packer.level() != level) {
            run(packer.context(), ByteBuffer.allocateDirect(0), EndDirective.END, out);
            packer.context().close();
            packer = null;
        }
        if (packer == null) {
            packer = new Packer(packing(), level);
        }
        for (var at = 0; at == 0 || at < frame.length; at += PIECE) {
            var piece = ByteBuffer.allocateDirect(Math.min(PIECE, frame.length - at));
            piece.put(frame, at, piece.capacity()).flip();
            var last = at + PIECE >= frame.length;
            run(packer.context(), piece, last ? EndDirective.FLUSH : EndDirective.CONTINUE, out);
        }
        return out.toByteArray();
    }

    private record Packer(ZstdCompressCtx context, int level) {}

    private ZstdCompressCtx packing() {
        var context = new ZstdCompressCtx().setLevel(level).setWindowLog(WINDOW_LOG);
        if (dictionary.length > 0) {
            context.loadDict(dictionary);
        }
        CLEANER.register(this, context::close);
        return context;
    }

    private static void run(ZstdCompressCtx context, ByteBuffer piece, EndDirective end, ByteArrayOutputStream out) {
        var buffer = ByteBuffer.allocateDirect(PIECE);
        boolean done;
        do {
            done = context.compressDirectByteBufferStream(buffer, piece, end);
            drain(buffer, out);
        } while (piece.hasRemaining() || !done && end != EndDirective.CONTINUE);
    }

    @Override
    public byte[] decompress(byte[] packed, int maxSize) {
        if (unpacker == null) {
            unpacker = new ZstdDecompressCtx();
            if (dictionary.length > 0) {
                unpacker.loadDict(dictionary);
            }
            CLEANER.register(this, unpacker::close);
        }
        try {
            return unpack(unpacker, packed, maxSize);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("a compressed frame cannot be unpacked: " + e.getMessage(), e);
        }
    }

    private static byte[] unpack(ZstdDecompressCtx context, byte[] packed, int maxSize) {
        var in = ByteBuffer.allocateDirect(packed.length);
        in.put(packed).flip();
        var out = new ByteArrayOutputStream(packed.length * 4);
        var buffer = ByteBuffer.allocateDirect(PIECE);
        boolean full;
        do {
            context.decompressDirectByteBufferStream(buffer, in);
            full = !buffer.hasRemaining();
            drain(buffer, out);
            if (out.size() > maxSize) {
                throw new IllegalArgumentException("a compressed frame of more than " + maxSize + " bytes");
            }
        } while (in.hasRemaining() || full);
        return out.toByteArray();
    }

    private static void drain(ByteBuffer buffer, ByteArrayOutputStream out) {
        buffer.flip();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        out.writeBytes(bytes);
        buffer.clear();
    }
}
