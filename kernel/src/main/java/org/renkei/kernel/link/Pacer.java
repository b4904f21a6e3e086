package org.renkei.kernel.link;

import java.util.ArrayDeque;

/// How fast bulk may be handed to a link so that nothing piles up in it that urgent traffic would have to wait
/// behind: a little below the highest rate at which the partner was seen to receive, and less while the round trip
/// of the urgent lane tells that something has piled up. Rates are bytes in a second, times milliseconds of any
/// steady clock. Deterministic; the caller serializes.
///
/// After Cardwell and others, "BBR: Congestion-Based Congestion Control" (ACM Queue 14-5, 2016): first the rate is
/// sought by doubling; then most of the time stays below it and a part looks whether more would go. Rates are taken
/// over several round trips at once: what a lost packet held back comes in one burst, faster than the link is.
public final class Pacer {
    /// What may be on its way before anything is known of the link.
    public static final int FIRST_WINDOW = 8 * 1024;

    /// As little as this does not pile up on any line that is worth pacing.
    private static final int FREE = 20 * 1024;

    private static final double SEEK_GAIN = 2;
    private static final double SEEK_PACE = 1.25;
    private static final double HESITANT_GAIN = 1.25;
    private static final double CRUISE_GAIN = 0.92;
    private static final double PROBE_GAIN = 1.15;
    private static final double MORE_GAIN = 0.25;
    private static final double MOST_GAIN = 2;
    private static final double WINDOW_GAIN = 2.5;
    private static final double YIELD_GAIN = 0.75;
    private static final double LEAST_YIELD_GAIN = 0.25;
    /// A thin line is let run empty sooner the longer the queue in it is; less than a quarter of this goes by itself.
    private static final double LONG_QUEUE_MILLIS = 3_500;
    private static final double RECOVERY_GAIN = 1.7;
    private static final double RECOVERY_WINDOW = 1.4;
    private static final double LEAST_FALL = 0.75;
    /// On a line that carries no more bytes in a second, bulk makes room at once for whatever comes.
    private static final int THIN = 20_000;
    private static final double GROWTH = 1.1;
    private static final double PROBE_GROWTH = 1.05;
    private static final int TRIPS_WITHOUT_GROWTH = 4;
    private static final int TRIPS_PER_BLOCK = 2;
    private static final int BLOCKS_OF_MEMORY = 6;
    private static final int BLOCKS_PER_PROBE = 4;
    private static final int MOST_NOTED = 4_096;
    /// What fits into one packet with the headers of every transport.
    private static final int LEAST_CHUNK = 1_340;
    private static final int MOST_CHUNK = 64 * 1024;
    private static final long LEAST_TRIP_MILLIS = 20;
    private static final long LEAST_QUEUE_MILLIS = 40;
    private static final int TRIPS_TO_JUDGE = 2;
    private static final long LEAST_PATIENCE_MILLIS = 1_000;
    private static final int PATIENCE_TRIPS = 3;

    private record Block(long number, double rate) {}

    /// Bulk up to this count was handed over at this time.
    private record Sent(long bytes, long time) {}

    /// When a receipt came, and the last that it was for.
    private record Arrival(long time, Sent of) {}

    private long tripMillis = 1_000;
    private long leastTrip = Long.MAX_VALUE;
    private final ArrayDeque<Long> latestTrips = new ArrayDeque<>();
    /// How much longer round trips take than on the empty line.
    private long queue;
    private boolean yielding;
    private final ArrayDeque<Sent> underWay = new ArrayDeque<>();
    /// What the latest receipt was for, and how long that took, twice.
    private Sent arrived = new Sent(0, 0);
    private long arrivedAfter;
    private long arrivedAfterBefore;
    private final ArrayDeque<Arrival> arrivals = new ArrayDeque<>();
    /// The highest rate over [#span] that was seen in this block.
    private double proven;
    private long sent;
    private long received;
    /// When something last was handed over or arrived.
    private long movedAt;
    private long blockBegan = -1;
    private long blockReceived;
    private long blockNumber;
    private final ArrayDeque<Block> blocks = new ArrayDeque<>();
    private double rate;
    private boolean seeking = true;
    /// What was handed over too much while the rate was sought is let through first.
    private boolean draining;
    private int withoutGrowth;
    private final PaceRecovery recovery = new PaceRecovery();
    /// Probes one after the other that have each found more.
    private int found;
    private boolean wasHungry;
    private boolean hasYielded;
    private boolean yieldsThroughout;
    /// Whether a round trip was measured in this block.
    private boolean judged;
    private boolean besideUrgent;
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

    /// While the rate is sought, a wider window is not filled at once: that would stand in the line as one long queue.
    private boolean isFree(int bytes) {
        return seeking && (rate == 0 || underWay() + bytes <= FREE);
    }

    /// The size of the pieces that bulk is best handed over in.
    public int chunk() {
        var packets = Math.clamp((long) (rate / 40 / LEAST_CHUNK), 1, MOST_CHUNK / LEAST_CHUNK);
        return (int) packets * LEAST_CHUNK;
    }

    /// An empty line's round trip takes no longer than this: what is known before the first one is measured, which may
    /// already stand behind what this side sends.
    public void reached(long millis) {
        leastTrip = Math.min(leastTrip, millis);
        tripMillis = Math.max(LEAST_TRIP_MILLIS, leastTrip);
    }

    /// A round trip of the urgent lane was measured. One that is long may only have lost a packet; when none of the
    /// last few is short, something stands in the way.
    ///
    /// @param urgent whether entries are under way there, which may be what stands in the way: then bulk goes more
    ///     slowly, and nothing is learnt about the line
    public void roundTrip(long millis, boolean urgent) {
        if (millis < 0) {
            return;
        }
        besideUrgent |= urgent && rate > THIN;
        reached(millis);
        latestTrips.addLast(millis);
        if (latestTrips.size() > TRIPS_TO_JUDGE) {
            latestTrips.removeFirst();
        }
        queue = latestTrips.stream().mapToLong(Long::longValue).min().orElse(millis) - leastTrip;
        var limit = Math.max(LEAST_QUEUE_MILLIS, leastTrip / 4);
        yielding = latestTrips.size() == TRIPS_TO_JUDGE && queue > (yielding ? limit / 2 : limit);
        judged = true;
        yieldsThroughout &= yielding;
        if (yielding) {
            if (seeking && wasHungry) {
                settle();
            }
            hasYielded = true;
        }
    }

    /// Milliseconds to wait before so many bytes may go; 0 for now.
    public long delay(int bytes, long now) {
        refill(now);
        draining &= underWay() > Math.max(FIRST_WINDOW, rate * (tripMillis + receiptMillis()) / 1_000);
        if (draining || underWay() > 0 && underWay() + bytes > window()) {
            wasHungry = true;
            if (now - movedAt >= Math.max(LEAST_PATIENCE_MILLIS, PATIENCE_TRIPS * tripMillis)) {
                // The partner's receipt may itself stand behind what waits for ours: never wait for good.
                return 0;
            }
            return Math.clamp(tripMillis / 8, 1, 50);
        }
        if (isFree(bytes) || credit >= 0) {
            return 0;
        }
        wasHungry = true;
        return Math.clamp((long) (-credit * 1_000 / paced()), 1, 200);
    }

    public void sent(int bytes, long now) {
        refill(now);
        credit = isFree(bytes) ? 0 : credit - bytes;
        sent += bytes;
        movedAt = now;
        underWay.addLast(new Sent(sent, now));
        if (underWay.size() > MOST_NOTED) {
            underWay.removeFirst();
        }
        if (blockBegan < 0) {
            blockBegan = now;
            // A pause before says nothing about the line.
            arrivals.clear();
            arrivals.addLast(new Arrival(now, new Sent(received, now)));
        }
    }

    /// The partner has received so many bytes in all.
    public void receipt(long bytes, long now) {
        var progress = Math.min(bytes, sent) > received;
        if (progress) {
            received = Math.min(bytes, sent);
            movedAt = now;
            noteArrival(now);
        }
        if (progress && blockBegan >= 0 && now - blockBegan >= span()) {
            endBlock(now);
        }
    }

    private void noteArrival(long now) {
        while (!underWay.isEmpty() && underWay.getFirst().bytes() <= received) {
            arrived = underWay.removeFirst();
        }
        arrivedAfterBefore = arrivedAfter;
        arrivedAfter = now - arrived.time();
        arrivals.addLast(new Arrival(now, arrived));
        var first = arrivals.getFirst();
        while (now - first.time() >= span()) {
            // A line does not carry faster than it was given: what a lost packet held back arrives in one burst.
            var took = Math.max(now - first.time(), arrived.time() - first.of().time());
            proven = Math.max(proven, (arrived.bytes() - first.of().bytes()) * 1_000.0 / took);
            arrivals.removeFirst();
            first = arrivals.getFirst();
        }
    }

    private long span() {
        return tripMillis * (seeking ? 1 : TRIPS_PER_BLOCK);
    }

    /// Whether bulk itself takes longer than an empty line would.
    private boolean isHeldUp() {
        var empty = tripMillis + receiptMillis() + Math.max(LEAST_QUEUE_MILLIS, tripMillis / 4);
        return Math.min(arrivedAfter, arrivedAfterBefore) > empty;
    }

    private void endBlock(long now) {
        if (seeking) {
            withoutGrowth = proven >= rate * GROWTH ? 0 : withoutGrowth + (wasHungry ? 1 : 0);
            rate = Math.max(rate, proven);
            if (withoutGrowth >= TRIPS_WITHOUT_GROWTH) {
                settle();
            }
        } else {
            var held = rate;
            remember((received - blockReceived) * 1_000.0 / (now - blockBegan));
            var more = rate >= held * PROBE_GROWTH && !yielding;
            found = isProbing() && more ? found + 1 : 0;
            recovery.judge(more, wasHungry, hasYielded, rate);
        }
        blockNumber++;
        blockBegan = underWay() > 0 ? now : -1;
        blockReceived = received;
        proven = 0;
        wasHungry = false;
        hasYielded = yielding;
        yieldsThroughout = yielding;
        judged = false;
        besideUrgent = false;
        recovery.begin(!seeking && !draining && !yielding, rate);
    }

    private void settle() {
        if (seeking && rate > 0) {
            seeking = false;
            recovery.seekOn();
            draining = true;
            credit = 0;
            blocks.addLast(new Block(blockNumber, rate));
        }
    }

    /// The highest rate of the last few blocks. Blocks in which there was not enough to send, or in which less
    /// was sent on purpose, say nothing against it; but while something stands in the way all the time, what
    /// comes through is what the link carries.
    private void remember(double seen) {
        if (yieldsThroughout && judged && !besideUrgent) {
            recovery.lost(rate);
            blocks.clear();
            blocks.addLast(new Block(blockNumber, Math.max(LEAST_CHUNK, Math.clamp(seen, rate * LEAST_FALL, rate))));
        } else if (wasHungry && !hasYielded || proven > rate) {
            blocks.removeIf(block -> block.rate() <= proven);
            blocks.addLast(new Block(blockNumber, proven));
            blocks.removeIf(block -> block.number() <= blockNumber - BLOCKS_OF_MEMORY);
        }
        rate = blocks.isEmpty() ? rate : blocks.getFirst().rate();
    }

    private double window() {
        var gain = recovery.isUnderWay()
                ? RECOVERY_WINDOW
                : !seeking ? WINDOW_GAIN : withoutGrowth > 0 || isHeldUp() ? HESITANT_GAIN : SEEK_GAIN;
        var ahead = gain * rate * (tripMillis + receiptMillis()) / 1_000;
        return Math.max(FIRST_WINDOW, ahead + 2 * chunk());
    }

    /// How old a receipt may be when it is sent.
    private long receiptMillis() {
        return Math.clamp(tripMillis / 4, 5, 200);
    }

    private double paced() {
        return Math.max(LEAST_CHUNK, rate * paceGain());
    }

    private double paceGain() {
        if (seeking) {
            return SEEK_PACE;
        } else if (yielding) {
            return rate > THIN ? YIELD_GAIN : Math.clamp(1 - queue / LONG_QUEUE_MILLIS, LEAST_YIELD_GAIN, YIELD_GAIN);
        } else if (recovery.isUnderWay()) {
            return RECOVERY_GAIN;
        }
        return isProbing() ? Math.min(MOST_GAIN, PROBE_GAIN + MORE_GAIN * found) : CRUISE_GAIN;
    }

    /// A probe that has found more is followed by a bolder one.
    private boolean isProbing() {
        return found > 0 || blockNumber % BLOCKS_PER_PROBE == 0;
    }

    /// Credit grows at the paced rate, but what was not used within a moment is lost: no bursts after a pause.
    private void refill(long now) {
        if (creditAt >= 0) {
            credit = Math.min(paced() * 0.02, credit + paced() * (now - creditAt) / 1_000);
        }
        creditAt = now;
    }
}
