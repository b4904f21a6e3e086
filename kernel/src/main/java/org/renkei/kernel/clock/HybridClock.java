package org.renkei.kernel.clock;

/// Gives each event of one node a time later than all before it (Kulkarni et al. 2014). Safe for several threads.
///
/// While physical time stands still the counter grows by a random step of 1 to 16 that the caller brings, so that a gap
/// between two released times tells nobody how many records were withheld in between.
///
/// A partner whose clock is ahead must not drag ours along: a time more than `maxDriftMicros` ahead of our
/// physical time is not adopted. The record that carries it is still accepted; what we write next is then
/// merely not later than it. Our own physical clock is believed: where it went backwards, time goes on from the
/// latest given.
public final class HybridClock {
    public static final int MAX_STEP = 16;

    private final long maxDriftMicros;
    private HybridTime latest;

    /// @param latest the latest time this node ever gave, [HybridTime#ZERO] for a new one
    public HybridClock(HybridTime latest, long maxDriftMicros) {
        if (maxDriftMicros < 0) {
            throw new IllegalArgumentException("drift " + maxDriftMicros);
        }
        this.latest = latest;
        this.maxDriftMicros = maxDriftMicros;
    }

    /// The time of a local event.
    public synchronized HybridTime tick(long nowMicros, int randomStep) {
        return advance(latest, nowMicros, randomStep);
    }

    /// The time of the receipt of something a partner wrote: later than the partner's, unless that was too far ahead.
    public synchronized HybridTime observe(HybridTime remote, long nowMicros, int randomStep) {
        boolean adopt = remote.compareTo(latest) > 0 && !isTooFarAhead(remote, nowMicros);
        return advance(adopt ? remote : latest, nowMicros, randomStep);
    }

    /// Whether a partner's clock is so far ahead of ours that its time is not adopted.
    public boolean isTooFarAhead(HybridTime remote, long nowMicros) {
        return remote.micros() > nowMicros && remote.micros() - nowMicros > maxDriftMicros;
    }

    public synchronized HybridTime latest() {
        return latest;
    }

    private HybridTime advance(HybridTime floor, long nowMicros, int randomStep) {
        if (randomStep < 1 || randomStep > MAX_STEP) {
            throw new IllegalArgumentException("step " + randomStep + " is not within 1 to " + MAX_STEP);
        }
        latest = nowMicros > floor.micros() ? new HybridTime(nowMicros, 0) : next(floor, randomStep);
        return latest;
    }

    private static HybridTime next(HybridTime floor, int step) {
        int counter = floor.counter() + step;
        return counter <= HybridTime.MAX_COUNTER
                ? new HybridTime(floor.micros(), counter)
                : new HybridTime(floor.micros() + 1, counter - HybridTime.MAX_COUNTER - 1);
    }
}
