package org.renkei.kernel.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.Precedence;

/// The half of a session that gives our ledger to the partner: batches in order, with so many under way at most,
/// and urgent entries ahead of their turn.
final class Outgoing {
    static final int MAX_BATCHES = 4;
    private static final int MAX_BATCHES_BEFORE = 2;
    /// A smaller one is hardly longer than its checkpoint, once it is packed.
    static final int LEAST_BATCH_BYTES = 64 * 1024;
    static final int MOST_BATCH_BYTES = 1024 * 1024;
    /// On a link that is not fast, urgent entries must not wait long for the partner's store either.
    private static final int MOST_SLOW_BATCH_BYTES = 256 * 1024;
    private static final long FAST = 1_000_000;
    /// On a line this thin a checkpoint of its own is worth waiting for others.
    private static final long THIN = 20_000;

    private static final int FEW = 16;
    private static final int FIRST_BATCH_BYTES = 128 * 1024;
    private static final int BATCH_SECONDS = 3;
    /// What columns and compression are expected to save, for the size of a batch.
    private static final int PACKING = 5;
    private static final int URGENT_BYTES = 16 * 1024;
    private static final int MAX_URGENT_BYTES = 64 * 1024;
    /// How much of a second of the line IMMEDIATE entries may have under way, before they are compressed.
    private static final double IMMEDIATE_SECONDS = 0.25;

    private final LinkTerms terms;
    private final Effects effects;

    private int version;
    private boolean ready;
    private long size;
    private long sentUpTo;
    private long confirmedUpTo;
    private int batches;
    private boolean reading;
    private boolean grewMeanwhile;
    private int batchBytes = FIRST_BATCH_BYTES;
    private boolean thin;

    private long flashAfter;
    private long immediateAfter;
    private boolean readingUrgent;
    private boolean urgentWaits;
    private boolean flashWaits;
    /// Something urgent is new since urgent entries were last read.
    private boolean urgentIsNew;
    private boolean urgentWasRead = true;
    private long urgentBytes;
    private int mostImmediateBytes = URGENT_BYTES;
    private final Map<Long, Integer> advancing = new LinkedHashMap<>();
    private final Set<Long> advanced = new HashSet<>();

    Outgoing(LinkTerms terms, Effects effects) {
        this.terms = terms;
        this.effects = effects;
        this.size = terms.outboxSize();
    }

    long size() {
        return size;
    }

    /// Whether a batch is on its way and not confirmed.
    boolean isUnderWay() {
        return batches > 0;
    }

    boolean hasUrgentUnderWay() {
        return !advancing.isEmpty();
    }

    /// Whether no entry waits to be sent.
    boolean isCaughtUp() {
        return ready && !reading && sentUpTo >= size;
    }

    /// Whether entries are being read or are under way.
    boolean isBusy() {
        return reading || batches > 0 || !urgentWasRead;
    }

    long sentUpTo() {
        return sentUpTo;
    }

    /// The partner holds our ledger up to here, and it is ours: go on from there.
    void begin(int version, long held, Hash root) {
        this.version = version;
        ready = true;
        sentUpTo = held;
        confirm(held, root);
        flashAfter = held;
        immediateAfter = held;
        urgentWaits = version > 1 && held < size;
        flashWaits = urgentWaits;
        urgentWasRead = !urgentWaits;
        pump();
    }

    void grew(long newSize, boolean urgent) {
        size = Math.max(size, newSize);
        grewMeanwhile |= reading;
        if (urgent && version > 1) {
            urgentWaits = true;
            flashWaits = true;
            urgentIsNew = true;
        }
        pump();
    }

    void urgentLaneOpened() {
        pump();
    }

    /// @param bytesPerSecond what the link carries, −1 when unknown
    void rate(long bytesPerSecond) {
        if (bytesPerSecond > 0) {
            thin = bytesPerSecond < THIN;
            var wanted = Math.min(bytesPerSecond, MOST_BATCH_BYTES) * BATCH_SECONDS * PACKING;
            var most = bytesPerSecond < FAST ? MOST_SLOW_BATCH_BYTES : MOST_BATCH_BYTES;
            batchBytes = (int) Math.clamp(wanted, LEAST_BATCH_BYTES, most);
            mostImmediateBytes =
                    (int) Math.clamp((long) (bytesPerSecond * IMMEDIATE_SECONDS), URGENT_BYTES, MAX_URGENT_BYTES);
        }
    }

    void read(long from, List<LedgerLeaf> leaves, String checkpoint) {
        var readAgain = grewMeanwhile;
        reading = false;
        grewMeanwhile = false;
        if (effects.isClosed() || from != sentUpTo + 1 || leaves.isEmpty()) {
            // What was held when it was read may have been let go before this answer came.
            if (readAgain) {
                pump();
            }
            return;
        }
        if (version == 1) {
            sendWhole(from, leaves, checkpoint);
        } else {
            effects.send(LinkFrame.Columns.of(from, withoutAdvanced(from, leaves), checkpoint));
        }
        sentUpTo += leaves.size();
        batches++;
        pump();
    }

    /// An older node takes entries only whole; what was recalled since is not sent to it even so.
    private void sendWhole(long from, List<LedgerLeaf> leaves, String checkpoint) {
        var entries = new ArrayList<byte[]>();
        for (var leaf : leaves) {
            if (leaf instanceof LedgerLeaf.Whole(var bytes)) {
                entries.add(bytes);
            }
        }
        if (entries.size() == leaves.size()) {
            effects.send(new LinkFrame.Batch(from, entries, checkpoint));
        } else {
            effects.close(
                    LinkProblem.NO_COMMON_VERSION,
                    "an entry was recalled before it was delivered, and the partner's version cannot take it so");
        }
    }

    private List<LedgerLeaf> withoutAdvanced(long from, List<LedgerLeaf> leaves) {
        var forms = new ArrayList<LedgerLeaf>();
        for (var index = 0; index < leaves.size(); index++) {
            forms.add(advanced.remove(from + index) ? new LedgerLeaf.Held() : leaves.get(index));
        }
        return forms;
    }

    void urgentRead(List<LinkEffect.Urgent> entries) {
        readingUrgent = false;
        urgentWasRead = true;
        if (effects.isClosed() || entries.isEmpty()) {
            pump();
            return;
        }
        var sealed = new ArrayList<LinkFrame.Sealed>();
        for (var entry : entries) {
            if (entry.precedence() == Precedence.FLASH) {
                flashWaits = true;
                flashAfter = Math.max(flashAfter, entry.position());
            } else {
                immediateAfter = Math.max(immediateAfter, entry.position());
            }
            advancing.put(entry.position(), entry.bytes().length);
            urgentBytes += entry.bytes().length;
            var seal = terms.seal().over(terms.ownLedger(), entry.position(), Hash.ofLeaf(entry.bytes()));
            sealed.add(new LinkFrame.Sealed(entry.bytes(), seal));
        }
        urgentWaits = true;
        effects.send(new LinkFrame.Advance(sealed));
        pump();
    }

    void acknowledgeAdvanced(List<Long> positions) {
        for (var position : positions) {
            var bytes = advancing.remove(position);
            if (bytes != null) {
                urgentBytes -= bytes;
                if (position > sentUpTo) {
                    advanced.add(position);
                }
            }
        }
        pump();
    }

    void acknowledge(LinkFrame.Ack ack) {
        if (ack.size() < confirmedUpTo || ack.size() > sentUpTo) {
            effects.close(LinkProblem.MALFORMED, "a confirmation of " + ack.size() + " of " + sentUpTo);
        } else if (!terms.outboxRoot().apply(ack.size()).equals(ack.root())) {
            effects.close(LinkProblem.FORK, "the partner's copy of our ledger differs at size " + ack.size());
        } else {
            batches = Math.max(0, batches - 1);
            confirm(ack.size(), ack.root());
            pump();
        }
    }

    private void confirm(long held, Hash root) {
        confirmedUpTo = held;
        effects.add(new LinkEffect.Confirmed(held, root));
    }

    private void pump() {
        if (!ready || effects.isClosed()) {
            return;
        }
        if (!readingUrgent) {
            pumpUrgent();
        }
        // What is urgent is to stand before the first batch where both go on one lane.
        if (urgentWasRead
                && !reading
                && batches < (version == 1 ? MAX_BATCHES_BEFORE : MAX_BATCHES)
                && sentUpTo < size
                && !isWorthWaiting()) {
            reading = true;
            effects.add(new LinkEffect.ReadOutbox(sentUpTo + 1, batchBytes));
        }
    }

    /// Few entries on a thin line go together once what is under way is confirmed: those that are urgent have gone
    /// ahead.
    private boolean isWorthWaiting() {
        return thin && batches > 0 && size - sentUpTo < FEW;
    }

    /// So much may be under way that what comes new does not wait long behind it: more FLASH than IMMEDIATE, and
    /// little as long as it shares a lane with bulk. Beyond that, something new is looked for once among FLASH.
    private void pumpUrgent() {
        var immediate = urgentWaits && urgentBytes < mostImmediateBytes;
        var mostFlash = effects.hasUrgentLane() ? MAX_URGENT_BYTES : URGENT_BYTES;
        if (immediate || flashWaits && (urgentBytes < mostFlash || urgentIsNew)) {
            effects.add(
                    new LinkEffect.ReadUrgent(flashAfter, immediate ? immediateAfter : Long.MAX_VALUE, URGENT_BYTES));
            readingUrgent = true;
            urgentWaits &= !immediate;
            flashWaits = false;
            urgentIsNew = false;
        }
    }
}
