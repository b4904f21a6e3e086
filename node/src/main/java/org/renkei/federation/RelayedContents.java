package org.renkei.federation;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.renkei.attachments.AttachmentExchange.Given;
import org.renkei.attachments.PartnerAttachments;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.RelayFetching;
import org.renkei.ledger.LedgerMarks;

/// Contents of attachments that a link by way of others carries, both ways: what is asked of the partner, and what it
/// asked for. Whether it may have something is looked up for every piece, at the moment the parcel is made. Every
/// answer takes its time, so that it says nothing how long it took to find out. Owned by [RelayedLink].
final class RelayedContents {
    private static final long ANSWER_MILLIS = 250;
    /// While so many parcels have not left, no contents are laid behind them.
    private static final int MOST_LYING = 2;

    private final String key;
    private final LedgerMarks marks;
    private final PartnerAttachments attachments;
    private final RelayFetching fetching = new RelayFetching();
    private final Deque<Range> asked = new ArrayDeque<>();
    private final Deque<Range> rest = new ArrayDeque<>();
    private long askedAt;
    private boolean partnerTakes;

    /// What the partner asked for, from its next byte on.
    private record Range(Hash digest, long from, long upTo) {}

    RelayedContents(String key, LedgerMarks marks, PartnerAttachments attachments) {
        this.key = key;
        this.marks = marks;
        this.attachments = attachments;
    }

    /// There is something to fetch.
    void grew(long now) {
        fetching.grew(now);
    }

    /// What a parcel of the partner brought. What it asks for takes the place of what it asked for before.
    void heard(ParcelIntake.Taken taken, long roundTrip, long now) {
        if (taken.takesContents() && !partnerTakes) {
            fetching.grew(now);
        }
        partnerTakes = taken.takesContents();
        for (var one : taken.came()) {
            if (one.kept()) {
                fetching.came(one.digest(), one.from(), one.end(), roundTrip, now);
            } else if (one.end() == 0 || fetching.isNext(one.digest(), one.from())) {
                fetching.gaveUp(one.digest(), now);
            }
        }
        if (!taken.wants().isEmpty() && isInMeasure(taken.wants())) {
            asked.clear();
            taken.wants().forEach(want -> asked.add(new Range(want.digest(), want.from(), want.upTo())));
            askedAt = now;
        }
    }

    private static boolean isInMeasure(List<LinkFrame.Want> wants) {
        var bytes = 0L;
        for (var want : wants) {
            if (want.upTo() <= want.from() || want.upTo() - want.from() > RelayFetching.MOST_BYTES) {
                return false;
            }
            bytes += want.upTo() - want.from();
        }
        return wants.size() <= RelayFetching.MOST_WANTS && bytes <= RelayFetching.MOST_BYTES;
    }

    /// What is to be asked of the partner now; none when nothing is. An older partner is not asked.
    List<LinkFrame> questions(long now) {
        if (!fetching.isDue(now)) {
            return List.of();
        }
        var wanted = attachments.next(RelayFetching.MOST_WANTS);
        if (partnerTakes) {
            return List.copyOf(fetching.ask(wanted, now));
        }
        wanted.forEach(one -> attachments.lacking(one.digest(), Fetching.NOT_RELAYED));
        fetching.ask(List.of(), now);
        return List.of();
    }

    /// Whether the partner is to be given, or refused, something by now.
    boolean owes(long now) {
        return !asked.isEmpty() && now - askedAt >= ANSWER_MILLIS;
    }

    /// Gives what the partner asked for, only while no entry waits to be sent, and a few parcels at a time.
    void give(ParcelWriter parcels, ParcelMaker maker, BooleanSupplier caughtUp, long now) throws IOException {
        while (owes(now) && caughtUp.getAsBoolean() && maker.waiting() < MOST_LYING) {
            var mark = marks.mark(key);
            if (!parcels.post(next(), -1, false, mark)) {
                return;
            }
            asked.clear();
            asked.addAll(rest);
        }
    }

    /// What the next parcel holds of what the partner asked for.
    private List<LinkFrame> next() {
        var frames = new ArrayList<LinkFrame>();
        rest.clear();
        rest.addAll(asked);
        var left = RelayFetching.PARCEL_BYTES;
        while (left > 0 && !rest.isEmpty()) {
            var range = rest.removeFirst();
            var most = (int) Math.min(left, range.upTo() - range.from());
            switch (attachments.read(range.digest(), range.from(), most)) {
                case Given.Piece(var total, var bytes, var record) -> {
                    frames.add(new LinkFrame.Chunk(range.digest(), range.from(), total, bytes));
                    left -= bytes.length;
                    var next = range.from() + bytes.length;
                    if (next < Math.min(range.upTo(), total)) {
                        rest.addFirst(new Range(range.digest(), next, range.upTo()));
                    }
                }
                case Given.Refused(var code) -> frames.add(new LinkFrame.Lacking(range.digest(), code));
            }
        }
        return frames;
    }

    /// Parcels that had not left are gone: the partner asks again for what they held.
    void withdrawn() {
        asked.clear();
    }
}
