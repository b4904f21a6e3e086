package org.renkei.federation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.renkei.kernel.link.CosigningCode;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The cosigning of audit logs within one conversation, on a worker of its own: a log may have to be looked
/// through before it is signed. Whatever goes wrong with it, the conversation goes on.
final class CosigningSteps {
    private static final Logger LOG = LoggerFactory.getLogger(CosigningSteps.class);
    private static final int VERSION = 3;
    private static final long LOOK_MILLIS = 60_000;

    private final LinkStore store;
    private final LinkSession session;
    private final StoreWorker worker;
    private boolean ready;
    private long lookedAt;

    CosigningSteps(
            String party,
            LinkStore store,
            LinkSession session,
            Consumer<Supplier<List<LinkEffect>>> answers,
            Consumer<RuntimeException> failed) {
        this.store = store;
        this.session = session;
        this.worker = new StoreWorker("link-audit-" + party, answers, failed);
    }

    void established(int version, long now) {
        ready = version >= VERSION;
        lookedAt = now - LOOK_MILLIS;
    }

    /// Looks about once a minute whether it is time.
    void tick(long now) {
        if (now - lookedAt >= LOOK_MILLIS) {
            lookedAt = now;
            look();
        }
    }

    List<LinkEffect> look() {
        if (ready) {
            worker.submit(() -> audited(attempt(store::auditDue)));
        }
        return List.of();
    }

    void witness(LinkFrame.Audited audited) {
        worker.submit(() -> {
            var answer = attempt(() -> Optional.of(store.witness(audited)))
                    .orElseGet(() -> new LinkFrame.Cosigned(CosigningCode.REFUSED.code(), "", new byte[0]));
            return () -> session.witnessed(answer);
        });
    }

    void take(LinkEffect.TakeCosigned taken) {
        worker.submit(() -> audited(attempt(() -> store.cosigned(taken.cosigned()))));
    }

    void finish() throws InterruptedException {
        worker.finish();
    }

    private Supplier<List<LinkEffect>> audited(Optional<LinkFrame.Audited> audited) {
        return audited.<Supplier<List<LinkEffect>>>map(frame -> () -> session.audited(frame))
                .orElse(List::of);
    }

    private static <T> Optional<T> attempt(Supplier<Optional<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            LOG.error("audit logs are not cosigned for now", e);
            return Optional.empty();
        }
    }
}
