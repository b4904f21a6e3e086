package org.renkei.federation;

import org.renkei.kernel.link.Pacer;

/// A [Pacer] between the thread that writes bulk and the one that hears what has arrived.
final class SharedPacer {
    private final Pacer pacer = new Pacer();
    private boolean active;

    /// Before, and with partners that send no receipts, nothing is held back.
    synchronized void activate() {
        active = true;
    }

    synchronized int chunk() {
        return active ? pacer.chunk() : 64 * 1024;
    }

    synchronized long rate() {
        return pacer.rate();
    }

    synchronized void reached(long millis) {
        pacer.reached(millis);
    }

    /// @param urgent whether urgent entries are under way
    synchronized void roundTrip(long millis, boolean urgent) {
        pacer.roundTrip(millis, urgent);
    }

    synchronized void receipt(long bytes) {
        pacer.receipt(bytes, now());
        notifyAll();
    }

    /// Waits until so many bytes may go, and counts them as sent.
    synchronized void await(int bytes) throws InterruptedException {
        for (var delay = pacer.delay(bytes, now()); active && delay > 0; delay = pacer.delay(bytes, now())) {
            wait(delay);
        }
        pacer.sent(bytes, now());
    }

    /// Counts as sent what may go at once: the partner answers nothing before it has been greeted.
    synchronized void pass(int bytes) {
        pacer.sent(bytes, now());
    }

    /// What the link was seen to carry while bulk is under way; 0 while it is not.
    synchronized long rateUnderWay() {
        return active && pacer.underWay() > 0 ? Math.max(1, pacer.rate()) : 0;
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
