package org.renkei.federation;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.renkei.federation.LinkStatus.Phase;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.keys.Partners;

/// The link to one partner: at most one conversation at a time, and what is known about it.
final class Link {
    private final Partners.Partner partner;
    private final Clock clock;
    private final Runnable changed;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private volatile LinkStatus status;
    private @Nullable Conversation conversation;

    /// @param changed called after each change of the status
    Link(Partners.Partner partner, Clock clock, Runnable changed) {
        this.partner = partner;
        this.clock = clock;
        this.changed = changed;
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

    void countSent(long bytes) {
        sent.addAndGet(bytes);
    }

    void countReceived(long bytes) {
        received.addAndGet(bytes);
    }

    /// Makes this the link's one conversation; one that is still there is ended first and waited for.
    void begin(Conversation next) throws InterruptedException {
        Conversation old;
        synchronized (this) {
            old = conversation;
            conversation = next;
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

    synchronized void ledgerGrew(long size) {
        if (conversation != null) {
            conversation.ledgerGrew(size);
        }
    }

    synchronized void stop() {
        if (conversation != null) {
            conversation.end();
        }
    }

    synchronized boolean isBusy() {
        return conversation != null;
    }

    void up() {
        become(Phase.UP, null, null);
    }

    void heard(long roundTripMillis) {
        var now = status;
        status =
                new LinkStatus(now.phase(), now.since(), clock.instant(), roundTripMillis, now.problem(), now.detail());
    }

    /// Something was confirmed, by the partner or by us.
    void confirmed() {
        changed.run();
    }

    void failed(LinkProblem problem, String detail) {
        become(problem.isRefusal() ? Phase.REFUSED : Phase.DOWN, problem, detail);
    }

    private void become(Phase phase, @Nullable LinkProblem problem, @Nullable String detail) {
        var before = status;
        Instant since = before.phase() == phase ? before.since() : clock.instant();
        status = new LinkStatus(phase, since, before.lastHeard(), before.roundTripMillis(), problem, detail);
        changed.run();
    }
}
