package org.renkei.federation;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.renkei.attachments.AttachmentsWanted;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.Partners;
import org.renkei.ledger.LedgerGrew;
import org.renkei.ledger.LedgerJudged;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.NodeSettings.Transport;
import org.renkei.telemetry.Traces;
import org.renkei.witness.CosigningWanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// All links of this node. Of two partners the one whose name sorts first calls; the other waits to be called. One
/// connection carries both directions, so that a link that works one way works both.
@Service
public class Links {
    private static final Logger LOG = LoggerFactory.getLogger(Links.class);
    private static final int RECORD_SECONDS = 5;
    private static final int TOKEN_BYTES = 16;
    private static final String CHANGED = "the ledger was changed after it was written";

    private final NodeSettings settings;
    private final LinkTls tls;
    private final LinkStores stores;
    private final PausedLinks paused;
    private final AuditLog audit;
    private final Clock clock;
    private final Compressions compressions;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final @Nullable QuicTransport quic;
    private final LinkListener listener;
    private final RefusedCallers refused;
    private final FirstFrames firstFrames = new FirstFrames();
    /// Each conversation is registered until it is on record that it has ended.
    private final Phaser conversing = new Phaser(1);
    private final ObjectProvider<ParcelPost> post;
    private final KeyNews news;
    private final Traces traces;
    private volatile boolean stopping;

    Links(
            NodeSettings settings,
            Partners partners,
            LinkTls tls,
            LinkStores stores,
            PausedLinks paused,
            AuditLog audit,
            Compressions compressions,
            Clock clock,
            ObjectProvider<ParcelPost> post,
            KeyNews news,
            Traces traces,
            ObjectProvider<TrackExchange> exchange,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.tls = tls;
        this.refused = new RefusedCallers(settings.node(), tls, audit, clock);
        this.stores = stores;
        this.paused = paused;
        this.audit = audit;
        this.compressions = compressions;
        this.clock = clock;
        this.post = post;
        this.news = news;
        this.traces = traces;
        this.quic = settings.transports().contains(Transport.QUIC) && QuicTransport.isAvailable()
                ? new QuicTransport(tls)
                : null;
        this.listener = new LinkListener(settings.link(), tls, quic, new Answering());
        for (var partner : partners.list()) {
            var party = partner.key();
            Runnable changed = () -> events.publishEvent(new LinkChanged(party));
            links.put(party, new Link(partner, clock, changed, tls::refused, exchange::getObject));
        }
    }

    List<Link> list() {
        return List.copyOf(links.values());
    }

    /// Begins to listen and to call.
    public synchronized void start() {
        paused.list().stream().map(links::get).filter(Objects::nonNull).forEach(Link::pause);
        links.values().stream()
                .filter(link -> link.partner().isRevoked())
                .forEach(link -> link.failed(LinkProblem.CARD_REVOKED, "revoked here"));
        listener.start();
        links.values().stream()
                .filter(link ->
                        isCaller(link.partner().node()) && !link.partner().isRelayed())
                .forEach(link -> Thread.ofVirtual()
                        .name("link-call-" + link.partner().key())
                        .start(() -> call(link)));
    }

    /// Ends every conversation in good order.
    public synchronized void stop() {
        stopping = true;
        links.values().forEach(Link::stop);
        links.values().forEach(Link::awaitEnd);
        awaitRecords();
        refused.recordAll();
        if (quic != null) {
            quic.close();
        }
        listener.close();
    }

    private void awaitRecords() {
        try {
            conversing.awaitAdvanceInterruptibly(conversing.arrive(), RECORD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.warn("the end of a conversation could not be put on record in time");
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(LedgerGrew grown) {
        var link = links.get(grown.party());
        if (link != null) {
            link.traced().put(grown.size(), traces.current());
            link.ledgerGrew(grown.size(), grown.urgent());
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(AttachmentsWanted wanted) {
        links.values().stream()
                .filter(link -> link.partner().node().toString().equals(wanted.node()))
                .forEach(Link::attachmentsWanted);
    }

    @EventListener
    void on(CosigningWanted wanted) {
        links.values().forEach(Link::cosigningWanted);
    }

    /// At both nodes the link stands still by that name, until the ledger is as it was written.
    @EventListener
    void on(LedgerJudged judged) {
        var link = links.get(judged.party());
        if (link != null && judged.changed()) {
            link.stop(LinkProblem.LEDGER_CHANGED, CHANGED);
        } else if (link != null) {
            link.wake();
        }
    }

    boolean isUp(String key) {
        var link = links.get(key);
        return link != null && link.status().phase() == LinkStatus.Phase.UP;
    }

    /// There may be parcels for a partner.
    void parcelsWait(String key) {
        var link = links.get(key);
        if (link != null) {
            link.parcelsWait();
        }
    }

    private boolean isCaller(NodeId partner) {
        return settings.node().compareTo(partner) < 0;
    }

    private Set<Transport> transports(Partners.Partner partner) {
        var own = partner.settings().transports();
        return own == null ? settings.transports() : own;
    }

    private void call(Link link) {
        var dialer = new Dialer(link.partner(), tls, quic, transports(link.partner()), clock);
        new LinkCaller(link, dialer, clock, () -> stopping)
                .run((connection, caller) ->
                        converse(link, connection, new LaneReader(connection.stream(), compressions), null, caller));
    }

    /// Ends the conversation with a partner until somebody resumes it; everything waits in the ledger.
    public void pause(String party, String actor) {
        var link = get(party);
        if (link.isPaused()) {
            throw new Problem(Category.CONFLICT, "the link to " + party + " is paused", party + " との接続は一時停止中です");
        }
        paused.add(party, actor, clock.instant());
        link.pause();
        audit.record(new AuditEvent(actor, "link-paused", null, party, Map.of()));
    }

    public void resume(String party, String actor) {
        var link = get(party);
        if (!link.isPaused()) {
            throw new Problem(Category.CONFLICT, "the link to " + party + " is not paused", party + " との接続は停止していません");
        }
        paused.remove(party);
        link.resume();
        audit.record(new AuditEvent(actor, "link-resumed", null, party, Map.of()));
    }

    /// Ends the conversation with a partner for a reason that both sides learn; the next one goes
    /// by the cards of then.
    void end(String party, LinkProblem why, String detail) {
        get(party).stop(why, detail);
    }

    void endAll(LinkProblem why, String detail) {
        links.values().forEach(link -> link.stop(why, detail));
        links.values().forEach(Link::awaitEnd);
    }

    private Link get(String party) {
        var link = links.get(party);
        if (link == null) {
            throw new Problem(Category.NOT_FOUND, "there is no link to '" + party + "'", party + " との接続はありません");
        }
        return link;
    }

    /// @param caller who called the partner; null when it called us
    private void converse(
            Link link,
            Connection connection,
            LaneReader bulkIn,
            LaneReader.@Nullable Arrival early,
            @Nullable LinkCaller caller) {
        conversing.register();
        try {
            if (stopping || link.isHalted()) {
                bulkIn.close();
                Quietly.close(connection);
                return;
            }
            var store = stores.of(link.partner(), "link");
            var stoodStill = link.standsStill();
            var conversation = link.begin(() -> new Conversation(
                    link, connection, bulkIn, compressions, store, post.getObject(), traces, newToken()));
            if (store.isChanged()) {
                conversation.refuse(LinkProblem.LEDGER_CHANGED, CHANGED);
                return;
            }
            if (caller != null) {
                conversation.reached(caller.reachedAfter());
                conversation.onEstablished(token -> caller.openLanes(conversation, connection, token, compressions));
            }
            if (stoodStill) {
                conversation.onUp(() -> record(link, "link-up", "connected"));
            } else {
                recordUp(link, conversation);
            }
            if (stopping) {
                conversation.end();
            }
            conversation.run(early);
            if (link.status().problem() == LinkProblem.KEYS_WITHDRAWN
                    && String.valueOf(link.status().detail()).startsWith(LinkSession.BY_PARTNER)) {
                news.withdrawn(link.partner());
                link.stop(LinkProblem.CARD_REVOKED, LinkSession.BY_PARTNER + "its keys are withdrawn");
            }
            if (!stoodStill || conversation.wasUp()) {
                record(link, "link-down", String.valueOf(link.status().detail()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Quietly.close(connection);
        } catch (RuntimeException e) {
            LOG.error("link to {}: the store failed", link.partner().node(), e);
            link.failed(LinkProblem.NOT_STORED, String.valueOf(e.getMessage()));
            bulkIn.close();
            Quietly.close(connection);
        } finally {
            conversing.arriveAndDeregister();
        }
    }

    /// What cannot be put on record does not happen; the next conversation must not wait for this one.
    private void recordUp(Link link, Conversation conversation) {
        try {
            record(link, "link-up", "connected");
        } catch (RuntimeException e) {
            conversation.abandon();
            throw e;
        }
    }

    interface StoreWork<T> {
        T perform(LinkStore store) throws IOException;
    }

    /// Does something with the store of the link to a node, while no conversation with it is under way.
    ///
    /// @param by `medium` or `parcel`
    /// @throws Problem when that node is no partner
    <T> T alone(String node, String by, StoreWork<T> work) throws IOException {
        var link = links.values().stream()
                .filter(one -> one.partner().node().toString().equals(node))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Category.UNPROCESSABLE,
                        "the medium comes from " + node + ", which is no partner of this node",
                        "媒体の作成元 " + node + " はこのノードの相手ではありません"));
        if (link.partner().isRevoked()) {
            throw new Problem(
                    Category.CONFLICT,
                    "the card of " + node + " is revoked here: nothing is taken until a new card is",
                    node + " のカードは失効しています。新しいカードを受け入れるまで何も取り込みません");
        }
        try {
            return link.alone(() -> work.perform(stores.of(link.partner(), by)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private byte[] newToken() {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return token;
    }

    private void record(Link link, String event, String detail) {
        audit.record(new AuditEvent(
                settings.node().toString(), event, null, link.partner().key(), Map.of("detail", detail)));
    }

    /// What happens with those who call this node.
    private final class Answering implements LinkListener.Callers {
        /// The first frame says whether this is a new session or a lane of one that stands.
        @Override
        public void over(Connection connection) {
            var link = connection.partner().isRelayed()
                    ? null
                    : links.get(connection.partner().key());
            var lane = new LaneReader(connection.stream(), compressions);
            try {
                var first = firstFrames.await(connection, lane);
                if (link == null) {
                    throw new IOException("no link to " + connection.partner().node());
                }
                var joined = switch (first.frames().getFirst()) {
                    case LinkFrame.Join(var token) -> link.join(token, lane, first);
                    case LinkFrame.JoinTracks(var token) -> link.tracks().join(token, connection, lane, first);
                    case LinkFrame other -> {
                        converse(link, connection, lane, first, null);
                        yield true;
                    }
                };
                if (!joined) {
                    throw new IOException("a lane for a session that is not here, or that is not wanted");
                }
            } catch (IOException | RuntimeException e) {
                LOG.info(
                        "a connection of {} came to nothing: {}",
                        connection.partner().node(),
                        e.getMessage());
                lane.close();
                Quietly.close(connection);
            }
        }

        /// Both sides are told, ours in log and audit.
        @Override
        public void refused(String from, IOException failure) {
            refused.note(from, failure);
        }
    }
}
