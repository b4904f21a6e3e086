package org.renkei.federation;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.renkei.attachments.AttachmentsWanted;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.ParcelCode;
import org.renkei.keys.Partners;
import org.renkei.ledger.LedgerGrew;
import org.renkei.ledger.LedgerMarks;
import org.renkei.ledger.LedgerWithdrew;
import org.renkei.ledger.Ledgers;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The links of this node that go by way of others: makes the parcels for them, and takes in those that are for this
/// node.
@Service
public class Relays {
    private static final Logger LOG = LoggerFactory.getLogger(Relays.class);
    private static final long ROUND_MILLIS = 1_000;
    /// So long an answer waits for more to answer.
    private static final long ANSWER_MILLIS = 200;

    private final NodeSettings settings;
    private final Partners partners;
    private final Links links;
    private final LinkStores stores;
    private final ParcelStore store;
    private final Ledgers ledgers;
    private final LedgerMarks marks;
    private final Inbox inbox;
    private final ParcelMakers makers;
    private final Compressions compressions;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, RelayedLink> relayed = new ConcurrentHashMap<>();
    private final Map<String, Refused> refused = new LinkedHashMap<>();
    private @Nullable ScheduledExecutorService rounds;

    /// What this node last refused to take from a neighbour.
    record Refused(ParcelCode code, Instant at) {}

    Relays(
            NodeSettings settings,
            Partners partners,
            Links links,
            LinkStores stores,
            ParcelStore store,
            Ledgers ledgers,
            LedgerMarks marks,
            Inbox inbox,
            ParcelMakers makers,
            Compressions compressions,
            AuditLog audit,
            Clock clock) {
        this.settings = settings;
        this.partners = partners;
        this.links = links;
        this.stores = stores;
        this.store = store;
        this.ledgers = ledgers;
        this.marks = marks;
        this.inbox = inbox;
        this.makers = makers;
        this.compressions = compressions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Makes ready to take what comes. Parcels made before are made anew.
    void open() {
        for (var link : links.list()) {
            if (link.partner().isRelayed()) {
                store.withdraw(link.partner().key());
                relayed.put(link.partner().key(), relayedLink(link));
            }
        }
    }

    /// Begins to ask and to send.
    synchronized void start(Runnable everyRound) {
        var scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("relays").factory());
        rounds = scheduler;
        scheduler.scheduleWithFixedDelay(
                () -> {
                    list().forEach(this::step);
                    quietly(everyRound);
                },
                0,
                ROUND_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private RelayedLink relayedLink(Link link) {
        var partner = link.partner();
        return new RelayedLink(
                link,
                ledgers,
                marks,
                new ParcelFrames(
                        settings.node(),
                        partner,
                        ledgers,
                        inbox,
                        stores.seal(),
                        compressions,
                        stores.news(partner, "parcel")),
                new RelayedContents(partner.key(), marks, stores.relayed(partner)),
                makers.of(partner),
                clock,
                met -> record(partner, met ? "link-up" : "link-down"));
    }

    void stop() {
        ScheduledExecutorService scheduler;
        synchronized (this) {
            scheduler = rounds;
            rounds = null;
        }
        if (scheduler != null) {
            scheduler.shutdown();
            try {
                if (!scheduler.awaitTermination(10, TimeUnit.SECONDS)) {
                    scheduler.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<RelayedLink> list() {
        return List.copyOf(relayed.values());
    }

    Optional<RelayedLink> find(String key) {
        return Optional.ofNullable(relayed.get(key));
    }

    synchronized Optional<Refused> findRefused(String key) {
        return Optional.ofNullable(refused.get(key));
    }

    /// How much lies here for others.
    List<ParcelStore.Load> loads() {
        return store.loads();
    }

    /// Parcels of our own for a partner that have not left yet.
    long waiting(String key) {
        return store.countFor(key);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(AttachmentsWanted wanted) {
        relayed.values().stream()
                .filter(link -> link.link().partner().node().toString().equals(wanted.node()))
                .forEach(link -> soon(
                        () -> {
                            link.contentsWanted();
                            step(link);
                        },
                        0));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(LedgerGrew grown) {
        find(grown.party()).ifPresent(link -> soon(() -> step(link), 0));
    }

    /// In the transaction that recalls or holds something, parcels that may hold it are withdrawn if they have not
    /// left; they are made anew without it.
    @EventListener
    void on(LedgerWithdrew withdrew) {
        var link = relayed.get(withdrew.party());
        if (link != null && store.withdraw(withdrew.party())) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    soon(() -> quietly(link::withdrawn), 0);
                    soon(() -> step(link), 0);
                }
            });
        }
    }

    private synchronized void soon(Runnable work, long millis) {
        var scheduler = rounds;
        if (scheduler != null && !scheduler.isShutdown()) {
            scheduler.schedule(work, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void step(RelayedLink link) {
        quietly(() -> {
            try {
                link.step();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("a round failed and is tried again", e);
        }
    }

    /// Takes in what the innermost layer of a parcel held.
    ///
    /// @throws IllegalArgumentException when nobody from whom this node takes parcels has said it
    ParcelCode takeIn(Partners.Partner bearer, byte[] bytes) throws IOException {
        var content = ParcelContent.decode(bytes);
        var link = find(partners.findNode(content.from())
                        .map(Partners.Partner::key)
                        .orElse(""))
                .orElseThrow(() -> new IllegalArgumentException(
                        "it says it is from " + content.from() + ", from whom nothing comes by way of others"));
        if (link.link().partner().isRevoked()) {
            return ParcelCode.LATER;
        }
        if (!isSaid(link.link().partner(), content)) {
            throw new IllegalArgumentException("it says it is from " + content.from() + ", which has not signed it");
        }
        if (link.link().isPaused()) {
            return ParcelCode.LATER;
        }
        var taken = taken(link, content);
        link.heard(bytes.length, taken);
        if (link.owes()) {
            soon(() -> step(link), ANSWER_MILLIS);
        }
        return ParcelCode.STORED;
    }

    /// New keys may have signed it, of which this very parcel tells.
    private boolean isSaid(Partners.Partner partner, ParcelContent content) {
        return content.isSaidBy(partner, settings.node(), clock.instant())
                || ParcelIntake.hello(compressions, content.frames())
                                .filter(hello -> !hello.successions().isEmpty())
                                .flatMap(hello -> stores.news(partner, "parcel").take(hello.successions()))
                                .isEmpty()
                        && content.isSaidBy(partner, settings.node(), clock.instant());
    }

    /// What was laid out under other keys, or for a card that counts no more, is made anew.
    void keysChanged() {
        for (var link : list()) {
            if (store.withdraw(link.link().partner().key())) {
                quietly(link::withdrawn);
            }
            soon(() -> step(link), 0);
        }
    }

    private ParcelIntake.Taken taken(RelayedLink link, ParcelContent content) throws IOException {
        try {
            return links.alone(
                    content.from().toString(),
                    "parcel",
                    ledger -> ParcelIntake.take(ledger, compressions, content.frames(), link.cameBack()));
        } catch (IllegalArgumentException e) {
            link.link().failed(LinkProblem.MALFORMED, String.valueOf(e.getMessage()));
            throw e;
        } catch (IOException | RuntimeException e) {
            link.link().failed(LinkProblem.NOT_STORED, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /// What became of a parcel of ours at the first hop.
    void told(String target, Partners.Partner hop, ParcelCode code) {
        find(target).ifPresent(link -> {
            link.told(hop.key(), code);
            if (link.gives()) {
                soon(() -> step(link), 0);
            }
        });
    }

    /// A neighbour's parcel was refused here.
    synchronized void refused(Partners.Partner from, ParcelCode code) {
        refused.put(from.key(), new Refused(code, clock.instant()));
    }

    private void record(Partners.Partner partner, String event) {
        audit.record(new AuditEvent(
                settings.node().toString(),
                event,
                null,
                partner.key(),
                Map.of("detail", "by way of " + partner.settings().via())));
    }
}
