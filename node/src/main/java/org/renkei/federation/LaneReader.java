package org.renkei.federation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.FrameReader;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LinkFrame;

/// Reads one lane, frame by frame. One thread at a time uses it.
final class LaneReader {
    private static final int CHUNK = 64 * 1024;

    private final LaneStream stream;
    private final FrameReader frames;
    private final byte[] buffer = new byte[CHUNK];

    LaneReader(LaneStream stream, Compressions compressions) {
        this.stream = stream;
        this.frames = new FrameReader(compressions.open(Lane.BULK));
    }

    /// Nothing is read afterwards.
    void close() {
        frames.close();
    }

    LaneStream stream() {
        return stream;
    }

    /// Frames that one read completed, and how many bytes it was.
    record Arrival(List<LinkFrame> frames, int bytes) {}

    /// @return null at the end of the stream
    /// @throws IllegalArgumentException (or a kernel exception) when what arrives is no session
    @Nullable
    Arrival next() throws IOException {
        var count = stream.in().read(buffer);
        return count < 0 ? null : new Arrival(frames.read(Arrays.copyOf(buffer, count)), count);
    }

    /// The first frames of a connection: until there is one.
    Arrival first() throws IOException {
        var bytes = 0;
        for (var arrival = next(); arrival != null; arrival = next()) {
            bytes += arrival.bytes();
            if (!arrival.frames().isEmpty()) {
                return new Arrival(arrival.frames(), bytes);
            }
        }
        throw new IOException("the connection was closed before it said anything");
    }

    /// Reads on a thread of its own until the stream ends, and closes this reader then.
    ///
    /// @param garbled told when what arrives is no session
    void readInBackground(
            String name, Consumer<Arrival> arrived, Consumer<IOException> ended, Consumer<RuntimeException> garbled) {
        Thread.ofVirtual().name(name).start(() -> {
            try {
                for (var arrival = next(); arrival != null; arrival = next()) {
                    arrived.accept(arrival);
                }
                ended.accept(new IOException("the connection was closed"));
            } catch (IOException e) {
                ended.accept(e);
            } catch (RuntimeException e) {
                garbled.accept(e);
            } finally {
                close();
            }
        });
    }
}
