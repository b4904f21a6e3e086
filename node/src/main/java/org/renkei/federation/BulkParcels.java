package org.renkei.federation;

import java.io.IOException;
import java.util.List;
import org.renkei.kernel.link.RelayPace;
import org.renkei.ledger.LedgerMarks;
import org.renkei.ledger.Ledgers;

/// Entries that go to a partner in their turn, a parcel at a time.
final class BulkParcels {
    private final String key;
    private final Ledgers ledgers;
    private final LedgerMarks marks;
    private final ParcelFrames frames;

    BulkParcels(String key, Ledgers ledgers, LedgerMarks marks, ParcelFrames frames) {
        this.key = key;
        this.ledgers = ledgers;
        this.marks = marks;
        this.frames = frames;
    }

    /// Whether no entry waits to be sent.
    boolean isSent(RelayPace pace) {
        return pace.sentUpTo() >= ledgers.state(key).size();
    }

    /// Sends what waits, as far as there is room; whether there was any.
    boolean send(RelayPace pace, ParcelWriter parcels, long now) throws IOException {
        var wrote = false;
        while (pace.hasRoom() && !isSent(pace)) {
            var from = pace.sentUpTo() + 1;
            var mark = marks.mark(key);
            var columns = frames.read(from);
            if (columns == null) {
                return wrote;
            }
            var token = parcels.token(false);
            if (!parcels.post(List.of(columns.frame()), token, false, mark)) {
                return wrote;
            }
            pace.sent(columns.last(), token, now);
            wrote = true;
        }
        return wrote;
    }
}
