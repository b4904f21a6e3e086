package org.renkei.federation;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LinkFrame;

/// The urgent lane of a conversation and a spare one, each a connection of its own. What is urgent goes on the
/// urgent lane at once and, unless it is a backlog, a moment later on the spare one as well: of two packets one is
/// rarely lost, and asking for a lost one again costs more than a round trip. The partner takes what it has already
/// as confirmed.
final class UrgentLanes {
    private static final long COPY_AFTER_MILLIS = 20;
    /// Longer frames are from a backlog: copied, they would stand in the way on the spare lane as well.
    private static final int LONGEST_COPIED = 8 * 1024;

    /// Something passes on the spare lane so often, so that nothing on the way forgets it.
    private static final long KEEP_ALIVE_NANOS = 15_000_000_000L;

    private final String party;
    private final Compressions compressions;
    private final AtomicLong counter;
    private final Consumer<Exception> broke;
    private @Nullable Opened urgent;
    private @Nullable Opened spare;
    private long spareUsedAt;
    private boolean ended;

    private record Opened(LaneStream stream, LaneWriter writer) {}

    /// @param counter counts bytes written
    /// @param broke told when the urgent lane can no longer be written; without the spare one life goes on
    UrgentLanes(String party, Compressions compressions, AtomicLong counter, Consumer<Exception> broke) {
        this.party = party;
        this.compressions = compressions;
        this.counter = counter;
        this.broke = broke;
    }

    /// The first lane is the urgent one, any later one the spare.
    ///
    /// @return false when the conversation is over, and the lane is not wanted
    synchronized boolean add(LaneStream stream) {
        if (ended) {
            return false;
        } else if (urgent == null) {
            urgent = open("link-urgent-" + party, stream, broke);
        } else {
            dropSpare();
            spare = open("link-spare-" + party, stream, failure -> lost(stream));
            spareUsedAt = System.nanoTime();
        }
        notifyAll();
        return true;
    }

    private Opened open(String name, LaneStream stream, Consumer<Exception> failed) {
        return new Opened(
                stream, new LaneWriter(name, Lane.URGENT, stream, compressions, null, counter, failed::accept));
    }

    /// A lane has ended; if it was the spare one, another may take its place.
    synchronized void lost(LaneStream stream) {
        if (spare != null && spare.stream() == stream) {
            dropSpare();
            notifyAll();
        }
    }

    private void dropSpare() {
        if (spare != null) {
            spare.writer().end();
            Quietly.close(spare.stream());
            spare = null;
        }
    }

    synchronized boolean isUrgent(LaneStream stream) {
        return urgent != null && urgent.stream() == stream;
    }

    synchronized boolean isOpen() {
        return urgent != null;
    }

    /// @return false when there is no urgent lane
    synchronized boolean write(LinkFrame frame, boolean packed) {
        if (urgent == null) {
            return false;
        }
        urgent.writer().write(frame, packed);
        var now = System.nanoTime();
        var copied = frame instanceof LinkFrame.Advance(var entries) && bytes(entries) <= LONGEST_COPIED
                || frame instanceof LinkFrame.Ping && now - spareUsedAt > KEEP_ALIVE_NANOS;
        if (spare != null && copied) {
            spare.writer().writeLater(frame, packed, COPY_AFTER_MILLIS);
            spareUsedAt = now;
        }
        return true;
    }

    private static int bytes(List<LinkFrame.Sealed> entries) {
        return entries.stream().mapToInt(entry -> entry.entry().length).sum();
    }

    /// Waits until a lane is missing.
    ///
    /// @return false when the conversation is over
    synchronized boolean awaitMissing() throws InterruptedException {
        while (!ended && urgent != null && spare != null) {
            wait();
        }
        return !ended;
    }

    /// Ends both after what was written before, or when that takes too long.
    void finish(long patienceMillis) throws InterruptedException {
        Opened last;
        synchronized (this) {
            ended = true;
            last = urgent;
            dropSpare();
            notifyAll();
        }
        if (last != null) {
            last.writer().finish(patienceMillis);
        }
    }

    /// After [#finish].
    synchronized void close() {
        if (urgent != null) {
            Quietly.close(urgent.stream());
        }
    }
}
