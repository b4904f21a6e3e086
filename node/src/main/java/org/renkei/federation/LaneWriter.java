package org.renkei.federation;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LinkFrame;

/// Writes one lane on a thread of its own: compresses there, and paces what it is told to pace, so that neither holds
/// up the session.
final class LaneWriter {
    private static final long SLOW = 1_000_000;
    private static final long FAST = 8_000_000;
    private static final int THOROUGH = 9;
    private static final int USUAL = 3;
    private static final int QUICK = 1;

    private final LaneStream stream;
    private final FrameWriter frames;
    private final @Nullable SharedPacer pacer;
    private final AtomicLong counter;
    private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    /// `frame` null ends the writer.
    private record Work(@Nullable LinkFrame frame, boolean packed, long notBefore) {}

    /// @param pacer null for a lane that is not paced
    /// @param counter counts bytes written
    /// @param failed told when the lane can no longer be written
    LaneWriter(
            String name,
            Lane lane,
            LaneStream stream,
            Compressions compressions,
            @Nullable SharedPacer pacer,
            AtomicLong counter,
            Consumer<IOException> failed) {
        this.stream = stream;
        this.frames = new FrameWriter(compressions.open(lane));
        this.pacer = pacer;
        this.counter = counter;
        this.thread = Thread.ofVirtual().name(name).start(() -> run(failed));
    }

    void write(LinkFrame frame, boolean packed) {
        writeLater(frame, packed, 0);
    }

    /// As [#write], but so much later. Frames keep their order.
    void writeLater(LinkFrame frame, boolean packed, long millis) {
        queue.add(new Work(frame, packed, System.nanoTime() + millis * 1_000_000));
    }

    /// Ends the writer at once.
    void end() {
        thread.interrupt();
    }

    /// Ends the writer after what was written before, or at once when that takes too long.
    void finish(long patienceMillis) throws InterruptedException {
        queue.add(new Work(null, false, System.nanoTime()));
        if (!thread.join(Duration.ofMillis(patienceMillis))) {
            thread.interrupt();
        }
    }

    private void run(Consumer<IOException> failed) {
        try {
            for (var work = queue.take(); work.frame() != null; work = queue.take()) {
                TimeUnit.NANOSECONDS.sleep(work.notBefore() - System.nanoTime());
                if (pacer != null) {
                    frames.level(levelFor(pacer.rate()));
                }
                write(frames.encode(work.frame(), work.packed()), work.frame() instanceof LinkFrame.Hello);
            }
        } catch (IOException e) {
            failed.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            frames.close();
        }
    }

    /// A slow link is worth any effort, a fast one none.
    private static int levelFor(long bytesPerSecond) {
        return bytesPerSecond < SLOW ? THOROUGH : bytesPerSecond > FAST ? QUICK : USUAL;
    }

    private void write(byte[] bytes, boolean greeting) throws IOException, InterruptedException {
        for (var at = 0; at < bytes.length; ) {
            var count = Math.min(bytes.length - at, pacer == null ? bytes.length : pacer.chunk());
            if (pacer != null && greeting) {
                pacer.pass(count);
            } else if (pacer != null) {
                pacer.await(count);
            }
            stream.out().write(bytes, at, count);
            stream.out().flush();
            counter.addAndGet(count);
            at += count;
        }
    }
}
