package org.renkei.federation;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.LinkFrame;

/// How long urgent entries take from their commit here to the partner's word that it holds them.
final class UrgentTimes {
    private static final int MOST = 1_000;

    /// When the ledger came to have so many entries, the newest of them urgent.
    private final ConcurrentSkipListMap<Long, Long> waiting = new ConcurrentSkipListMap<>();
    private volatile @Nullable Times last;

    /// What was measured since the node started.
    record Times(long count, double sumSeconds, double lastSeconds) {}

    void grew(long size) {
        if (waiting.size() < MOST) {
            waiting.put(size, System.nanoTime());
        }
    }

    /// Looks whether the partner says what it holds.
    void heard(List<LinkFrame> frames) {
        frames.forEach(frame -> {
            if (frame instanceof LinkFrame.AdvanceAck(var positions)) {
                held(positions);
            }
        });
    }

    void held(List<Long> positions) {
        positions.forEach(position -> {
            var grown = waiting.ceilingEntry(position);
            if (grown != null && waiting.remove(grown.getKey(), grown.getValue())) {
                add((System.nanoTime() - grown.getValue()) / 1e9);
            }
        });
    }

    /// What is confirmed in its turn needs no word of its own any more.
    void confirmed(long size) {
        waiting.headMap(size, true).clear();
    }

    private synchronized void add(double seconds) {
        var before = last == null ? new Times(0, 0, 0) : last;
        last = new Times(before.count() + 1, before.sumSeconds() + seconds, seconds);
    }

    @Nullable
    Times times() {
        return last;
    }
}
