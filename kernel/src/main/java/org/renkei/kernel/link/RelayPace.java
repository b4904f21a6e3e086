package org.renkei.kernel.link;

import java.util.ArrayDeque;
import java.util.Deque;

/// What is under way to a partner by way of others, and when to ask for it, or to send it again.
///
/// Each parcel bears a growing token that the partner gives back. Parcels keep their order but for the few under way at
/// once to one carrier; so once a later one was answered, an earlier one that is not confirmed by then counts as lost,
/// and at worst something is sent twice. When nothing is answered, only a question goes after it, ever more rarely: a
/// relay that is cut off is not filled with copies. Times are milliseconds.
public final class RelayPace {
    public static final int MAX_UNDER_WAY = 8;
    static final long LEAST_WAIT = 30_000;
    static final long MOST_WAIT = 30 * 60_000;
    private static final int ROUND_TRIPS = 4;

    private final Deque<Sent> underWay = new ArrayDeque<>();
    private long confirmed;
    private long sentUpTo;
    private long roundTrip = -1;
    private long wait = LEAST_WAIT;
    private long due;
    private long lost;

    private record Sent(long upTo, long token) {}

    /// Nothing is under way, and the partner is asked first.
    ///
    /// @param confirmed entries that the partner is known to hold
    public RelayPace(long confirmed, long now) {
        this.confirmed = confirmed;
        this.sentUpTo = confirmed;
        this.due = now;
    }

    /// Entries up to here have been sent.
    public long sentUpTo() {
        return sentUpTo;
    }

    public int underWay() {
        return underWay.size();
    }

    /// How often something had to be sent again.
    public long lost() {
        return lost;
    }

    /// Milliseconds of the last measured round trip, −1 before the first.
    public long roundTrip() {
        return roundTrip;
    }

    public boolean hasRoom() {
        return underWay.size() < MAX_UNDER_WAY;
    }

    /// Entries up to here were sent, with a token above all before.
    public void sent(long upTo, long token, long now) {
        if (underWay.isEmpty()) {
            due = Math.min(due, now + wait);
        }
        underWay.add(new Sent(upTo, token));
        sentUpTo = upTo;
    }

    /// Whether the partner should be asked now how far it is.
    public boolean isDue(long now) {
        return now >= due;
    }

    /// It was asked.
    public void asked(long now) {
        due = now + wait;
        wait = Math.min(wait * 2, MOST_WAIT);
    }

    /// The partner holds so much. Says nothing of what is still on its way.
    public void confirm(long size) {
        confirmed = Math.max(confirmed, size);
        sentUpTo = Math.max(sentUpTo, confirmed);
        underWay.removeIf(sent -> sent.upTo() <= confirmed);
    }

    /// The partner has answered the parcel of this token, and holds so much.
    ///
    /// @param took how long the answer took
    public void answered(long token, long size, long took, long now) {
        confirm(size);
        roundTrip = took;
        wait = Math.clamp(ROUND_TRIPS * took, LEAST_WAIT, MOST_WAIT);
        if (underWay.stream().anyMatch(sent -> sent.token() <= token)) {
            lost++;
            underWay.clear();
            sentUpTo = confirmed;
        }
        due = underWay.isEmpty() ? Long.MAX_VALUE : now + wait;
    }

    /// Begins anew with asking: the two sides are at odds, or this node was away.
    public void doubt(long now) {
        underWay.clear();
        sentUpTo = confirmed;
        due = Math.min(due, now + wait);
    }
}
