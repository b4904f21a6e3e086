package org.renkei.federation;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.LinkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a session asks of the store. Two workers do it, one for bulk and one for urgent traffic, so that nothing slow
/// stands in the way of something urgent.
final class StoreSteps {
    private static final Logger LOG = LoggerFactory.getLogger(StoreSteps.class);

    private final Link link;
    private final LinkStore store;
    private final LinkSession session;
    private final ParcelSteps parcels;
    private final LinkTracing tracing;
    private final Consumer<LinkFrame> sender;
    private final Consumer<Supplier<List<LinkEffect>>> answers;
    private final StoreWorker bulk;
    private final StoreWorker urgent;
    /// The partner's last word that is not written yet.
    private final AtomicReference<LinkEffect.@Nullable Confirmed> confirmed = new AtomicReference<>();

    /// @param sender sends on the bulk lane; only answers call it
    /// @param answers takes what is to be done next by the thread that owns the session
    StoreSteps(
            Link link,
            LinkStore store,
            LinkSession session,
            ParcelSteps parcels,
            LinkTracing tracing,
            Consumer<LinkFrame> sender,
            Consumer<Supplier<List<LinkEffect>>> answers) {
        this.link = link;
        this.store = store;
        this.session = session;
        this.parcels = parcels;
        this.tracing = tracing;
        this.sender = sender;
        this.answers = answers;
        var party = link.partner().key();
        this.bulk = new StoreWorker("link-store-" + party, answers, this::failed);
        this.urgent = new StoreWorker("link-urgent-store-" + party, answers, this::failed);
    }

    void carryOut(LinkEffect.OfStore effect) {
        switch (effect) {
            case LinkEffect.ReadOutbox(var from, var maxBytes) -> bulk.submit(() -> readOutbox(from, maxBytes));
            case LinkEffect.ReadUrgent(var flash, var immediate, var maxBytes) ->
                urgent.submit(() -> {
                    var entries = store.readUrgent(flash, immediate, maxBytes);
                    return () -> session.urgentRead(entries);
                });
            case LinkEffect.Store batch ->
                bulk.submit(storing(() -> tracing.storing(batch, () -> store.store(batch)), session::stored));
            case LinkEffect.StoreAdvanced(var entries) ->
                urgent.submit(storing(() -> store.storeAdvanced(entries), session::advancedStored));
            case LinkEffect.Confirmed word -> confirm(word);
            case LinkEffect.ReadInbox(var from, var maxBytes) ->
                bulk.submit(() -> {
                    var held = store.readInbox(from, maxBytes);
                    return () -> session.inboxRead(from, held.leaves(), held.checkpoint(), held.ahead());
                });
            case LinkEffect.Adopt adopt ->
                bulk.submit(() -> {
                    var size = store.adopt(adopt);
                    return () -> session.adopted(size);
                });
            case LinkEffect.OfAttachment of ->
                bulk.submit(() -> {
                    var answer = AttachmentSteps.perform(of, store.attachments());
                    return () -> session.attachments(answer);
                });
            case LinkEffect.StoreParcel(var parcel) ->
                (parcel.urgent() ? urgent : bulk).submit(() -> parcels.store(parcel));
            case LinkEffect.ReadParcels read -> urgent.submit(() -> parcels.read(read));
            case LinkEffect.ParcelTaken(var id, var code) -> urgent.submit(() -> parcels.taken(id, code));
        }
    }

    private Supplier<List<LinkEffect>> readOutbox(long from, int maxBytes) {
        var batch = store.read(from, maxBytes);
        var context = tracing.sending(from, batch.leaves().size());
        return () -> {
            context.ifPresent(sender);
            return session.outboxRead(from, batch.leaves(), batch.checkpoint());
        };
    }

    private StoreWorker.Work storing(Runnable storing, Supplier<List<LinkEffect>> stored) {
        return () -> {
            try {
                storing.run();
            } catch (RuntimeException e) {
                LOG.error(
                        "entries of {} could not be stored; the partner keeps them",
                        link.partner().node(),
                        e);
                return () -> session.notStored("not stored: " + e.getMessage());
            }
            link.confirmed();
            return stored;
        };
    }

    /// Of several words that wait for the store only the last is written: it says all that those before it said.
    private void confirm(LinkEffect.Confirmed word) {
        if (confirmed.getAndSet(word) == null) {
            bulk.submit(() -> {
                var last = confirmed.getAndSet(null);
                if (last != null) {
                    store.confirmed(last.size(), last.root());
                    link.confirmed(last.size());
                }
                return List::of;
            });
        }
    }

    /// Something could not go on: the session ends where the ledger was changed, and tries again later where not.
    void failed(RuntimeException e) {
        if (store.isChanged()) {
            LOG.error(
                    "the ledger for {} was changed: nothing of it is sent",
                    link.partner().node());
            answers.accept(() -> session.stop(LinkProblem.LEDGER_CHANGED, String.valueOf(e.getMessage())));
            return;
        }
        LOG.error("link to {}: the store failed", link.partner().node(), e);
        answers.accept(() -> session.notStored(String.valueOf(e.getMessage())));
    }

    /// Waits for what is under way.
    void finish() throws InterruptedException {
        bulk.finish();
        urgent.finish();
    }
}
