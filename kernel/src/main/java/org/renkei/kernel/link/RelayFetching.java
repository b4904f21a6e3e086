package org.renkei.kernel.link;

import java.util.ArrayList;
import java.util.List;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching.Wanted;

/// What contents of attachments are asked of a partner by way of others, and when to ask again.
///
/// One question asks for several ranges that make at most eight parcels; the next goes when all of them have come. The
/// first asks for one parcel, each that is answered whole lets the next be twice as large. When nothing comes of what
/// was asked, it is asked again from the first missing byte on, ever more rarely, and for one parcel only: a way that
/// is cut is not filled with questions, nor with copies. Times are milliseconds.
public final class RelayFetching {
    /// What is asked for at once is at most so many contents.
    public static final int MOST_WANTS = 16;

    /// So many bytes fit, with all that goes along, in a parcel of 64 KiB.
    public static final int PARCEL_BYTES = 55 * 1024;

    /// What is asked for at once is at most so many bytes.
    public static final int MOST_BYTES = 8 * PARCEL_BYTES;

    static final long LOOK_AGAIN = 60_000;
    private static final int ROUND_TRIPS = 4;

    private final List<Range> asked = new ArrayList<>();
    private int window = PARCEL_BYTES;
    private long wait = RelayPace.LEAST_WAIT;
    private long due;
    private boolean complete = true;

    private static final class Range {
        private final Hash digest;
        private final long upTo;
        private long next;

        private Range(Hash digest, long from, long upTo) {
            this.digest = digest;
            this.next = from;
            this.upTo = upTo;
        }
    }

    /// Whether to look now for what is wanted, and to ask for it.
    public boolean isDue(long now) {
        return now >= due;
    }

    /// There is, or may be, something more to fetch; it is looked at when what was asked for has come.
    public void grew(long now) {
        if (asked.isEmpty()) {
            due = now;
        }
    }

    /// Whether bytes from there on go on from what has come of a content that was asked for.
    public boolean isNext(Hash digest, long from) {
        return asked.stream().anyMatch(range -> range.digest.equals(digest) && from <= range.next);
    }

    /// What to ask for now of all that is wanted, in this order.
    public List<LinkFrame.Want> ask(List<Wanted> wanted, long now) {
        window = complete ? window : PARCEL_BYTES;
        asked.clear();
        var left = (long) window;
        var wants = new ArrayList<LinkFrame.Want>();
        for (var one : wanted) {
            if (left > 0 && wants.size() < MOST_WANTS && one.from() < one.total()) {
                var upTo = Math.min(one.total(), one.from() + left);
                left -= upTo - one.from();
                asked.add(new Range(one.digest(), one.from(), upTo));
                wants.add(new LinkFrame.Want(one.digest(), one.from(), upTo));
            }
        }
        if (wants.isEmpty()) {
            complete = true;
            due = now + LOOK_AGAIN;
        } else {
            complete = false;
            due = now + wait;
            wait = Math.min(wait * 2, RelayPace.MOST_WAIT);
        }
        return List.copyOf(wants);
    }

    /// Bytes up to `end` of a content are here.
    ///
    /// @param roundTrip of the way, −1 when it is not known
    public void came(Hash digest, long from, long end, long roundTrip, long now) {
        for (var range : asked) {
            if (range.digest.equals(digest) && from <= range.next && end > range.next) {
                range.next = end;
                wait = Math.clamp(ROUND_TRIPS * roundTrip, RelayPace.LEAST_WAIT, RelayPace.MOST_WAIT);
                due = now + wait;
            }
        }
        if (asked.removeIf(range -> range.next >= range.upTo) && asked.isEmpty()) {
            complete(now);
        }
    }

    /// The content is not given, or not wanted any more.
    public void gaveUp(Hash digest, long now) {
        if (asked.removeIf(range -> range.digest.equals(digest)) && asked.isEmpty()) {
            complete(now);
        }
    }

    private void complete(long now) {
        complete = true;
        window = Math.min(window * 2, MOST_BYTES);
        due = now;
    }
}
