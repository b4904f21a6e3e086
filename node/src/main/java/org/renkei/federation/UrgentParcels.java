package org.renkei.federation;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.renkei.kernel.link.RelayPace;
import org.renkei.kernel.record.Precedence;
import org.renkei.ledger.LedgerMarks;
import org.renkei.ledger.Ledgers;

/// FLASH and IMMEDIATE entries that go to a partner in parcels of their own, ahead of their turn: which have gone, and
/// how many parcels are under way.
final class UrgentParcels {
    private static final int BYTES = 16 * 1024;

    private final String key;
    private final Ledgers ledgers;
    private final LedgerMarks marks;
    private final ParcelFrames frames;
    private final Deque<Long> underWay = new ArrayDeque<>();
    private long flashAfter;
    private long immediateAfter;

    /// @param confirmed entries that the partner is known to hold
    UrgentParcels(String key, Ledgers ledgers, LedgerMarks marks, ParcelFrames frames, long confirmed) {
        this.key = key;
        this.ledgers = ledgers;
        this.marks = marks;
        this.frames = frames;
        flashAfter = confirmed;
        immediateAfter = confirmed;
    }

    /// What is not confirmed goes again.
    void anew(long confirmed) {
        underWay.clear();
        flashAfter = confirmed;
        immediateAfter = confirmed;
    }

    boolean isUnderWay() {
        return !underWay.isEmpty();
    }

    /// Sends what waits, as far as there is room.
    void send(ParcelWriter parcels) throws IOException {
        while (underWay.size() < RelayPace.MAX_UNDER_WAY) {
            var mark = marks.mark(key);
            var entries = ledgers.readUrgent(key, flashAfter, immediateAfter, BYTES);
            if (entries.isEmpty()) {
                return;
            }
            var token = parcels.token(true);
            if (!parcels.post(List.of(frames.advance(entries)), token, true, mark)) {
                return;
            }
            underWay.add(token);
            entries.forEach(this::passed);
        }
    }

    private void passed(Ledgers.Urgent entry) {
        if (entry.precedence() == Precedence.FLASH) {
            flashAfter = Math.max(flashAfter, entry.position());
        } else {
            immediateAfter = Math.max(immediateAfter, entry.position());
        }
    }

    void answered(long token) {
        underWay.removeIf(sent -> sent <= token);
    }
}
