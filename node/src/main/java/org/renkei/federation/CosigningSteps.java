package org.renkei.federation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.CosigningCode;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The cosigning of audit logs within one conversation, on a worker of its own: a log may have to be looked
/// through before it is signed. It is nothing urgent and long on a slow link, so it waits until records have passed
/// in both directions, though not for ever. Whatever goes wrong with it, the conversation goes on.
final class CosigningSteps {
    private static final Logger LOG = LoggerFactory.getLogger(CosigningSteps.class);
    private static final int VERSION = 3;
    private static final long LOOK_MILLIS = 60_000;
    private static final long QUIET_LEAST_MILLIS = 300;
    private static final int QUIET_ROUND_TRIPS = 8;
    private static final long PATIENCE_MILLIS = 600_000;

    private final LinkStore store;
    private final LinkSession session;
    private final StoreWorker worker;
    private boolean ready;
    private long lookedAt;
    private boolean lookDue;
    private LinkFrame.@Nullable Audited asked;
    private long askedAt;
    private long heardAt;

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
        heardAt = now;
    }

    /// What has arrived on the bulk lane; an arrival without frames is a part of one that is still coming.
    void heard(List<LinkFrame> frames, long now) {
        if (frames.isEmpty() || frames.stream().anyMatch(CosigningSteps::isContent)) {
            heardAt = now;
        }
    }

    private static boolean isContent(LinkFrame frame) {
        return switch (frame) {
            case LinkFrame.Columns _,
                    LinkFrame.Batch _,
                    LinkFrame.Advance _,
                    LinkFrame.Recovered _,
                    LinkFrame.Chunk _,
                    LinkFrame.Parcel _ -> true;
            default -> false;
        };
    }

    /// Looks about once a minute whether it is time, and goes on with what has waited.
    void tick(long now) {
        if (!lookDue && now - lookedAt >= LOOK_MILLIS) {
            lookDue = true;
            lookedAt = now;
        }
        if (lookDue && isTime(lookedAt, now)) {
            lookDue = false;
            look();
        }
        if (asked != null && isTime(askedAt, now)) {
            sign(asked);
            asked = null;
        }
    }

    private boolean isTime(long since, long now) {
        return session.hasDelivered() && now - heardAt >= quiet() || now - since >= PATIENCE_MILLIS;
    }

    private long quiet() {
        return Math.max(QUIET_LEAST_MILLIS, QUIET_ROUND_TRIPS * session.roundTripMillis());
    }

    List<LinkEffect> look() {
        if (ready) {
            worker.submit(() -> audited(attempt(store::auditDue)));
        }
        return List.of();
    }

    void witness(LinkFrame.Audited audited, long now) {
        asked = audited;
        askedAt = now;
    }

    private void sign(LinkFrame.Audited audited) {
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
