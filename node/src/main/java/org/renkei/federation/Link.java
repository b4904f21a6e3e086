package org.renkei.federation;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.renkei.federation.LinkStatus.Phase;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.keys.Partners;

/// The link to one partner: at most one conversation at a time, and what is known about it.
final class Link {
    private final Partners.Partner partner;
    private final Clock clock;
    private final Runnable changed;
    private final UnaryOperator<String> refusals;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final ReentrantLock beginning = new ReentrantLock();
    private final Confirmations confirmations = new Confirmations();
    private final UrgentTimes urgent = new UrgentTimes();
    private final TracedEntries traced = new TracedEntries();
    private final TrackLanes tracks;
    private volatile LinkStatus status;
    private volatile boolean paused;
    private boolean woken;
    private long grown;
    private @Nullable Conversation conversation;

    /// @param changed called after each change of the status
    /// @param refusals explains in more words why one side refused the other
    /// @param exchange who keeps tracks
    Link(
            Partners.Partner partner,
            Clock clock,
            Runnable changed,
            UnaryOperator<String> refusals,
            Supplier<TrackExchange> exchange) {
        this.partner = partner;
        this.clock = clock;
        this.changed = changed;
        this.refusals = refusals;
        this.tracks = new TrackLanes(this, exchange);
        this.status = new LinkStatus(Phase.CONNECTING, clock.instant(), null, -1, null, null);
    }

    Partners.Partner partner() {
        return partner;
    }

    LinkStatus status() {
        return status;
    }

    long bytesSent() {
        return sent.get();
    }

    long bytesReceived() {
        return received.get();
    }

    AtomicLong sentCounter() {
        return sent;
    }

    /// Begins the link's one conversation. One that is still there is ended first and waited for, so that the next
    /// one sees everything it has stored.
    Conversation begin(Supplier<Conversation> next) throws InterruptedException {
        beginning.lockInterruptibly();
        try {
            endConversation();
            var begun = next.get();
            synchronized (this) {
                conversation = begun;
                // What was added while it was being prepared it may not have seen.
                begun.ledgerGrew(grown, true);
            }
            return begun;
        } finally {
            beginning.unlock();
        }
    }

    interface Work<T> {
        T perform() throws IOException;
    }

    /// Does something while there is no conversation; the next one waits for it.
    <T> T alone(Work<T> work) throws IOException, InterruptedException {
        beginning.lockInterruptibly();
        try {
            endConversation();
            return work.perform();
        } finally {
            beginning.unlock();
        }
    }

    private void endConversation() throws InterruptedException {
        Conversation old;
        synchronized (this) {
            old = conversation;
        }
        if (old != null) {
            old.end();
            old.awaitEnd();
        }
    }

    synchronized void end(Conversation ended) {
        if (conversation == ended) {
            conversation = null;
        }
    }

    UrgentTimes urgentTimes() {
        return urgent;
    }

    TrackLanes tracks() {
        return tracks;
    }

    TracedEntries traced() {
        return traced;
    }

    synchronized void ledgerGrew(long size, boolean isUrgent) {
        grown = Math.max(grown, size);
        if (isUrgent) {
            urgent.grew(size);
        }
        if (conversation != null) {
            conversation.ledgerGrew(size, isUrgent);
        }
    }

    synchronized void attachmentsWanted() {
        if (conversation != null) {
            conversation.attachmentsWanted();
        }
    }

    synchronized void cosigningWanted() {
        if (conversation != null) {
            conversation.cosigningWanted();
        }
    }

    synchronized void parcelsWait() {
        if (conversation != null) {
            conversation.parcelsWait();
        }
    }

    /// Adds a lane to the conversation whose token is shown; false when there is none of that token.
    synchronized boolean join(byte[] token, LaneReader lane, LaneReader.Arrival early) {
        return conversation != null && conversation.join(token, lane, early);
    }

    synchronized Optional<LinkTraffic> traffic() {
        return Optional.ofNullable(conversation).map(Conversation::traffic);
    }

    synchronized void stop() {
        if (conversation != null) {
            conversation.end();
        }
    }

    /// The same for a reason that both sides learn; whoever waits to call calls anew.
    void stop(LinkProblem why, String detail) {
        boolean idle;
        synchronized (this) {
            idle = conversation == null;
            if (conversation != null) {
                conversation.end(why, detail);
            }
        }
        if (idle) {
            failed(why, detail);
        }
        wake();
    }

    /// After [#stop], until the farewell is said, or a moment longer.
    void awaitEnd() {
        Conversation last;
        synchronized (this) {
            last = conversation;
        }
        if (last != null) {
            try {
                last.awaitEnd();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    synchronized boolean isBusy() {
        return conversation != null;
    }

    void up() {
        become(Phase.UP, null, null);
    }

    void heard(int bytes, long roundTripMillis) {
        received.addAndGet(bytes);
        var now = status;
        status =
                new LinkStatus(now.phase(), now.since(), clock.instant(), roundTripMillis, now.problem(), now.detail());
    }

    /// Something was stored here.
    void confirmed() {
        changed.run();
    }

    /// The partner holds so much of our ledger.
    void confirmed(long size) {
        confirmations.add(size, clock.millis());
        urgent.confirmed(size);
        changed.run();
    }

    /// Entries a second that the partner confirms; 0 when it is not known.
    double confirmedPerSecond() {
        return confirmations.perSecond(clock.millis());
    }

    /// Whether no conversation is to begin: somebody has paused the link, or the partner's card is revoked.
    boolean isHalted() {
        return paused || partner.isRevoked();
    }

    boolean isPaused() {
        return paused;
    }

    /// Whether a ledger that was changed keeps both sides apart: that stands until somebody has acted.
    boolean standsStill() {
        return status.problem() == LinkProblem.LEDGER_CHANGED;
    }

    /// Ends the conversation; none is begun until [#resume].
    void pause() {
        paused = true;
        stop();
        become(Phase.PAUSED, null, null);
    }

    void resume() {
        paused = false;
        become(Phase.CONNECTING, null, null);
        wake();
    }

    /// Waits before the next call, or for ever while paused; [#resume] cuts it short.
    synchronized void rest(long millis) throws InterruptedException {
        var until = System.nanoTime() + millis * 1_000_000;
        for (var left = millis; isHalted() || left > 0 && !woken; left = (until - System.nanoTime()) / 1_000_000) {
            wait(isHalted() ? 0 : left);
        }
        woken = false;
    }

    /// Whoever waits to call calls now.
    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    void failed(LinkProblem problem, String detail) {
        var words = problem == LinkProblem.WRONG_NODE ? refusals.apply(detail) : detail;
        become(problem.isRefusal() ? Phase.REFUSED : Phase.DOWN, problem, words);
    }

    private void become(Phase wanted, @Nullable LinkProblem problem, @Nullable String detail) {
        var before = status;
        var phase = paused ? Phase.PAUSED : wanted;
        Instant since = before.phase() == phase ? before.since() : clock.instant();
        status = new LinkStatus(phase, since, before.lastHeard(), before.roundTripMillis(), problem, detail);
        changed.run();
    }
}
