package org.renkei.kernel.link;

/// Tells the partner how much of its bulk has arrived, often enough to pace by and seldom enough to cost nothing.
final class Receipts {
    private static final long LEAST_MILLIS = 5;
    private static final long MOST_MILLIS = 200;

    private final Effects effects;
    private long counted;
    private long told;
    private long toldAt;

    Receipts(Effects effects) {
        this.effects = effects;
    }

    void count(int bytes) {
        counted += bytes;
    }

    /// Four times in a round trip.
    void send(long now, long roundTripMillis) {
        var pause = Math.clamp(roundTripMillis / 4, LEAST_MILLIS, MOST_MILLIS);
        if (counted > told && now - toldAt >= pause && !effects.isClosed()) {
            told = counted;
            toldAt = now;
            effects.send(new LinkFrame.Receipt(counted));
        }
    }
}
