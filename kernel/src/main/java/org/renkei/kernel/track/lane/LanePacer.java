package org.renkei.kernel.track.lane;

/// How fast tracks may go: with what a link has left. While records are under way, only a small share of what the link
/// carries ([#SHARE]); else as fast as nothing piles up: the rate grows until messages take longer than they do on an
/// empty line, and gives way at once then. After RFC 6817 (LEDBAT). Never less than [#LEAST] bytes a second, so
/// that tracks do not starve. Rates are bytes in a second, times milliseconds of any steady clock. Deterministic; the
/// caller serializes.
public final class LanePacer {
    /// Of the rate of the link, for tracks, while records are under way.
    public static final double SHARE = 0.2;

    /// Bytes a second that tracks always have.
    public static final double LEAST = 200;

    private static final double FIRST = 1_000;
    private static final double MOST = 4_000_000;
    private static final double GROWTH = 1.5;
    private static final double STEP = 1.1;
    private static final double YIELD = 0.7;
    private static final long LEAST_QUEUE_MILLIS = 150;
    private static final long BURST_MILLIS = 250;
    private static final long GATHERED_MILLIS = 1_500;
    private static final double LEAST_MESSAGE = 200;
    private static final double MOST_MESSAGE = 1_200;
    private static final long LEAST_WINDOW = 3_000;
    private static final double WINDOW_TRIPS = 2;
    private static final int PATIENCE_TRIPS = 8;
    private static final long LEAST_PATIENCE_MILLIS = 5_000;

    private double rate = FIRST;
    private double records;
    private double credit = LEAST_MESSAGE;
    private long creditAt = -1;
    private long leastTrip = Long.MAX_VALUE;
    private long trip = 1_000;
    private long heardAt;
    private long changedAt;
    private boolean seeking = true;
    private boolean hungry;

    /// What records do at this moment.
    ///
    /// @param linkRate what the link was seen to carry of them, 0 when they are not under way
    public void records(long linkRate) {
        records = linkRate;
    }

    /// Bytes that may go now; not more than 0 when none. Until there is room for as much as goes in one second and a
    /// half, or
    /// for a whole message, there is none: small messages are mostly what carries them.
    ///
    /// @param underWay bytes that went and were not heard of yet
    public int budget(long underWay, long now) {
        refill(now);
        if (now - heardAt > Math.max(LEAST_PATIENCE_MILLIS, PATIENCE_TRIPS * trip)) {
            // What was lost is never heard of: it must not stand in the way for good.
            return credit < LEAST_MESSAGE ? 0 : (int) LEAST_MESSAGE;
        }
        var window = Math.max(LEAST_WINDOW, WINDOW_TRIPS * allowed() * trip / 1_000);
        var room = Math.min(credit, window - underWay);
        if (room >= message()) {
            return (int) room;
        }
        hungry = true;
        return 0;
    }

    public void sent(int bytes, long now) {
        refill(now);
        credit -= bytes;
    }

    /// A message that was sent so long ago was heard.
    public void heard(long millis, long now) {
        heardAt = now;
        leastTrip = Math.min(leastTrip, millis);
        trip = millis;
        var queue = millis - leastTrip;
        if (now - changedAt < Math.max(1, millis)) {
            return;
        }
        changedAt = now;
        if (queue > Math.max(LEAST_QUEUE_MILLIS, leastTrip / 4)) {
            seeking = false;
            rate = Math.max(LEAST, rate * YIELD);
        } else if (hungry && records == 0) {
            rate = Math.min(MOST, rate * (seeking ? GROWTH : STEP));
        }
        hungry = false;
    }

    /// Bytes in a second that may go at present.
    public double allowed() {
        return Math.max(LEAST, records > 0 ? records * SHARE : rate);
    }

    private double message() {
        return Math.clamp(allowed() * GATHERED_MILLIS / 1_000, LEAST_MESSAGE, MOST_MESSAGE);
    }

    private void refill(long now) {
        if (creditAt >= 0) {
            var most = Math.max(message(), allowed() * BURST_MILLIS / 1_000);
            credit = Math.min(most, credit + allowed() * (now - creditAt) / 1_000);
        } else {
            heardAt = now;
        }
        creditAt = now;
    }
}
