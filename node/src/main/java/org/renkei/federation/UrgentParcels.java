package org.renkei.federation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.renkei.kernel.link.RelayPace;
import org.renkei.kernel.record.Precedence;
import org.renkei.ledger.Ledgers;

/// FLASH and IMMEDIATE entries that go to a partner in parcels of their own, ahead of their turn: which have gone, and
/// how many parcels are under way.
final class UrgentParcels {
    private static final int BYTES = 16 * 1024;

    private final Deque<Long> underWay = new ArrayDeque<>();
    private long flashAfter;
    private long immediateAfter;

    /// @param confirmed entries that the partner is known to hold
    UrgentParcels(long confirmed) {
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

    boolean hasRoom() {
        return underWay.size() < RelayPace.MAX_UNDER_WAY;
    }

    /// What goes next; none when nothing waits.
    List<Ledgers.Urgent> read(Ledgers ledgers, String key) {
        return ledgers.readUrgent(key, flashAfter, immediateAfter, BYTES);
    }

    void sent(List<Ledgers.Urgent> entries, long token) {
        underWay.add(token);
        for (var entry : entries) {
            if (entry.precedence() == Precedence.FLASH) {
                flashAfter = Math.max(flashAfter, entry.position());
            } else {
                immediateAfter = Math.max(immediateAfter, entry.position());
            }
        }
    }

    void answered(long token) {
        underWay.removeIf(sent -> sent <= token);
    }
}
