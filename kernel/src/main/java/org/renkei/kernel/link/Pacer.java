package org.renkei.kernel.link;

import java.util.ArrayDeque;

/// How fast bulk may be handed to a link so that nothing piles up in it that urgent traffic would have to wait
/// behind: a little below the highest rate at which the partner was seen to receive. Rates are bytes in a second,
/// times milliseconds of any steady clock. Deterministic; the caller serializes.
///
/// After Cardwell and others, "BBR: Congestion-Based Congestion Control" (ACM Queue 14-5, 2016): first the rate is
/// sought by doubling, then most rounds stay below it and one in eight looks whether more would go. A round is one
/// round trip.
public final class Pacer {
    /// What may be on its way before anything is known of the link.
    public static final int FIRST_WINDOW = 12 * 1024;

    private static final double SEEK_GAIN = 2;
    private static final double CRUISE_GAIN = 0.88;
    private static final double PROBE_GAIN = 1.2;
    private static final double GROWTH = 1.2;
    private static final int ROUNDS_WITHOUT_GROWTH = 3;
    private static final int ROUNDS_OF_MEMORY = 12;
    private static final int ROUNDS_PER_PROBE = 8;
    private static final int LEAST_CHUNK = 1_400;
    private static final int MOST_CHUNK = 64 * 1024;
    private static final long LEAST_ROUND_MILLIS = 20;

    private record Round(long number, double rate) {}

    private long roundMillis = 1_000;
    private long leastRoundTrip = Long.MAX_VALUE;
    private long sent;
    private long received;
    private long roundBegan = -1;
    private long roundReceived;
    private long roundNumber;
    private final ArrayDeque<Round> rounds = new ArrayDeque<>();
    private double rate;
    private boolean seeking = true;
    private double soughtRate;
    private int withoutGrowth;
    private boolean wasHungry;
    private double credit;
    private long creditAt = -1;

    /// Bytes a second that the link was seen to carry; 0 before anything was seen.
    public long rate() {
        return (long) rate;
    }

    /// Bytes handed over and not yet seen to arrive.
    public long underWay() {
        return Math.max(0, sent - received);
    }

    /// The size of the pieces that bulk is best handed over in.
    public int chunk() {
        return (int) Math.clamp((long) (rate / 40), LEAST_CHUNK, MOST_CHUNK);
    }

    public void roundTrip(long millis) {
        if (millis >= 0) {
            leastRoundTrip = Math.min(leastRoundTrip, millis);
            roundMillis = Math.max(LEAST_ROUND_MILLIS, leastRoundTrip);
        }
    }

    /// Milliseconds to wait before so many bytes may go; 0 for now.
    public long delay(int bytes, long now) {
        refill(now);
        if (underWay() > 0 && underWay() + bytes > window()) {
            wasHungry = true;
            return Math.clamp(roundMillis / 8, 1, 50);
        }
        if (seeking || credit >= 0) {
            return 0;
        }
        wasHungry = true;
        return Math.clamp((long) (-credit * 1_000 / paced()), 1, 200);
    }

    public void sent(int bytes, long now) {
        refill(now);
        sent += bytes;
        credit -= bytes;
        if (roundBegan < 0) {
            roundBegan = now;
        }
    }

    /// The partner has received so many bytes in all.
    public void receipt(long bytes, long now) {
        received = Math.max(received, Math.min(bytes, sent));
        if (roundBegan >= 0 && now - roundBegan >= roundMillis) {
            endRound(now);
        }
    }

    private void endRound(long now) {
        var seen = (received - roundReceived) * 1_000.0 / (now - roundBegan);
        roundNumber++;
        rounds.removeIf(round -> round.rate() <= seen);
        rounds.addLast(new Round(roundNumber, seen));
        if (wasHungry) {
            rounds.removeIf(round -> round.number() <= roundNumber - ROUNDS_OF_MEMORY);
        }
        rate = rounds.getFirst().rate();
        if (seeking) {
            withoutGrowth = rate >= soughtRate * GROWTH ? 0 : withoutGrowth + (wasHungry ? 1 : 0);
            soughtRate = Math.max(soughtRate, rate);
            seeking = withoutGrowth < ROUNDS_WITHOUT_GROWTH;
        }
        roundBegan = underWay() > 0 ? now : -1;
        roundReceived = received;
        wasHungry = false;
    }

    private double window() {
        return FIRST_WINDOW + (seeking ? SEEK_GAIN : PROBE_GAIN) * rate * (roundMillis + receiptMillis()) / 1_000;
    }

    /// How old a receipt may be when it is sent.
    private long receiptMillis() {
        return Math.clamp(roundMillis / 4, 5, 200);
    }

    private double paced() {
        return Math.max(1, rate * (roundNumber % ROUNDS_PER_PROBE == 0 ? PROBE_GAIN : CRUISE_GAIN));
    }

    /// Credit grows at the paced rate, but what was not used within a moment is lost: no bursts after a pause.
    private void refill(long now) {
        if (creditAt >= 0) {
            credit = Math.min(paced() * 0.02, credit + paced() * (now - creditAt) / 1_000);
        }
        creditAt = now;
    }
}
