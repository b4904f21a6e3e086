package org.renkei.federation;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.renkei.kernel.link.Compression;

/// One stream of Zstandard (RFC 8878) in each direction of a lane, flushed after every frame. A change of level
/// ends the stream and begins another within the same bytes, which forgets the earlier frames but not the
/// dictionary. Levels may be set by any thread; each direction belongs to one.
final class ZstdCompression implements Compression {
    static final int LOWEST_LEVEL = 1;
    static final int HIGHEST_LEVEL = 19;

    /// A stream that refers further back is refused, so that a partner cannot ask for more memory.
    private static final int MAX_WINDOW_LOG = 23;

    private static final int LEAST_ROOM = 1024;

    private final LinkDictionary dictionary;
    private final int windowLog;
    private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx();
    private ZstdCompressCtx compressor;
    private volatile int wantedLevel;
    private int level;
    private boolean refused;

    ZstdCompression(LinkDictionary dictionary, int windowLog, int level) {
        if (windowLog > MAX_WINDOW_LOG) {
            throw new IllegalArgumentException("a window of 2^" + windowLog + " bytes");
        }
        this.dictionary = dictionary;
        this.windowLog = windowLog;
        this.wantedLevel = level;
        this.level = level;
        compressor = compressor(this.level);
        decompressor.setLongMax(MAX_WINDOW_LOG).loadDict(dictionary.bytes());
    }

    /// @throws IllegalArgumentException when out of range
    @Override
    public void level(int level) {
        if (level < LOWEST_LEVEL || level > HIGHEST_LEVEL) {
            throw new IllegalArgumentException("compression level " + level);
        }
        wantedLevel = level;
    }

    @Override
    public byte[] compress(byte[] frame) {
        var target = ByteBuffer.allocate(LEAST_ROOM + frame.length + frame.length / 128);
        if (level != wantedLevel) {
            level = wantedLevel;
            target = write(new byte[0], target, EndDirective.END);
            compressor.close();
            compressor = compressor(level);
        }
        target = write(frame, target, EndDirective.FLUSH);
        return Arrays.copyOf(target.array(), target.position());
    }

    private ZstdCompressCtx compressor(int level) {
        return new ZstdCompressCtx()
                .setLevel(level)
                .setWindowLog(windowLog)
                .setContentSize(false)
                .loadDict(dictionary.bytes());
    }

    private ByteBuffer write(byte[] frame, ByteBuffer target, EndDirective end) {
        var source = ByteBuffer.wrap(frame);
        while (!compressor.compressByteBufferStream(target, source, end)) {
            target = grown(target, target.capacity() * 2);
        }
        return target;
    }

    @Override
    public byte[] decompress(byte[] packed, int maxSize) {
        if (refused) {
            throw new IllegalArgumentException("nothing can follow what was refused");
        }
        try {
            return unfold(ByteBuffer.wrap(packed), maxSize);
        } catch (ZstdException e) {
            refused = true;
            throw new IllegalArgumentException("a frame cannot be decompressed: " + e.getMessage(), e);
        }
    }

    /// One byte of room more than allowed tells a frame that fits from one that does not.
    private byte[] unfold(ByteBuffer source, int maxSize) {
        var most = maxSize + 1L;
        var target = ByteBuffer.allocate((int) Math.min(most, LEAST_ROOM + 4L * source.remaining()));
        while (true) {
            decompressor.decompressByteBufferStream(target, source);
            if (target.hasRemaining() && !source.hasRemaining()) {
                return Arrays.copyOf(target.array(), target.position());
            }
            if (target.position() > maxSize) {
                refused = true;
                throw new IllegalArgumentException("a frame unfolds beyond " + maxSize + " bytes");
            }
            if (!target.hasRemaining()) {
                target = grown(target, (int) Math.min(most, 2L * target.capacity()));
            }
        }
    }

    private static ByteBuffer grown(ByteBuffer buffer, int capacity) {
        return ByteBuffer.allocate(capacity).put(buffer.flip());
    }

    @Override
    public void close() {
        compressor.close();
        decompressor.close();
    }
}
