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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.ledger.CheckpointVerifier;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.EntrySeal;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.NodeCard;
import org.renkei.keys.NodeKeys;
import org.renkei.keys.Partners;
import org.renkei.ledger.LedgerGrew;
import org.renkei.ledger.Ledgers;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.release.ReleaseRecovery;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.NodeSettings.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// All links of this node. Of two partners the one whose name sorts first calls; the other waits to be called. One
/// connection carries both directions, so that a link that works one way works both.
@Service
public class Links {
    private static final Logger LOG = LoggerFactory.getLogger(Links.class);
    /// What the secret behind our seals on urgent entries is for.
    static final String SEALS = "entries ahead of their turn";

    private static final int HANDSHAKE_MILLIS = 60_000;
    private static final int RECORD_SECONDS = 5;
    private static final int TOKEN_BYTES = 16;
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 15_000;

    private final NodeSettings settings;
    private final LinkTls tls;
    private final Ledgers ledgers;
    private final Inbox inbox;
    private final ReleaseRecovery recovery;
    private final PausedLinks paused;
    private final AuditLog audit;
    private final Clock clock;
    private final Compressions compressions;
    private final CheckpointVerifier ownVerifier;
    private final byte[] sealKey;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final @Nullable QuicTransport quic;
    private final LinkListener listener;
    /// Each conversation is registered until it is on record that it has ended.
    private final Phaser conversing = new Phaser(1);
    private final ObjectProvider<ParcelPost> post;
    private volatile boolean stopping;

    Links(
            NodeSettings settings,
            Partners partners,
            LinkTls tls,
            Ledgers ledgers,
            Inbox inbox,
            ReleaseRecovery recovery,
            PausedLinks paused,
            AuditLog audit,
            NodeCard ownCard,
            NodeKeys keys,
            Compressions compressions,
            Clock clock,
            ObjectProvider<ParcelPost> post,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.tls = tls;
        this.ledgers = ledgers;
        this.inbox = inbox;
        this.recovery = recovery;
        this.paused = paused;
        this.audit = audit;
        this.ownVerifier = ownCard.verifier();
        this.sealKey = keys.secretFor(SEALS);
        this.compressions = compressions;
        this.clock = clock;
        this.post = post;
        this.quic = settings.transports().contains(Transport.QUIC) && QuicTransport.isAvailable()
                ? new QuicTransport(tls)
                : null;
        this.listener = new LinkListener(settings.link(), tls, quic, new Answering());
        for (var partner : partners.list()) {
            var party = partner.key();
            links.put(party, new Link(partner, clock, () -> events.publishEvent(new LinkChanged(party))));
        }
    }

    List<Link> list() {
        return List.copyOf(links.values());
    }

    /// Begins to listen and to call.
    public synchronized void start() {
        paused.list().stream().map(links::get).filter(Objects::nonNull).forEach(Link::pause);
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
            link.ledgerGrew(grown.size(), grown.urgent());
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
        var pause = FIRST_PAUSE_MILLIS;
        while (!stopping && rest(link, 0)) {
            var began = clock.millis();
            try {
                var connection = dialer.dial();
                converse(link, connection, new LaneReader(connection.stream(), compressions), null, dialer);
            } catch (IOException e) {
                failed(link, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            var lasted = clock.millis() - began;
            pause = lasted > LONGEST_PAUSE_MILLIS ? FIRST_PAUSE_MILLIS : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            if (!rest(link, pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1))) {
                return;
            }
        }
    }

    /// Opens the urgent lanes of a session that this node called, and again what is lost of them; without them,
    /// urgent traffic shares the other lane.
    private void openLanes(Conversation conversation, Dialer dialer, Transport transport, byte[] token) {
        var pause = LONGEST_PAUSE_MILLIS / 8;
        try {
            while (conversation.awaitMissingLane()) {
                try {
                    var connection = dialer.dialBeside(transport);
                    try (var frames = new FrameWriter(null)) {
                        connection.stream().out().write(frames.encode(new LinkFrame.Join(token), false));
                    }
                    conversation.joined(connection.stream());
                } catch (IOException e) {
                    LOG.info("no further lane to {}: {}", dialer.partner().node(), e.getMessage());
                    pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean rest(Link link, long millis) {
        try {
            link.rest(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
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

    private Link get(String party) {
        var link = links.get(party);
        if (link == null) {
            throw new Problem(Category.NOT_FOUND, "there is no link to '" + party + "'", party + " との接続はありません");
        }
        return link;
    }

    private void failed(Link link, IOException failure) {
        var refusal = failure instanceof SSLException;
        var before = link.status();
        link.failed(refusal ? LinkProblem.WRONG_NODE : LinkProblem.LOST, String.valueOf(failure.getMessage()));
        if (before.phase() != link.status().phase()) {
            LOG.warn(
                    "no link to {} at {}: {}",
                    link.partner().node(),
                    link.partner().address(),
                    failure.getMessage());
        }
    }

    /// @param dialer how the partner was called; null when it called us
    private void converse(
            Link link,
            Connection connection,
            LaneReader bulkIn,
            LaneReader.@Nullable Arrival early,
            @Nullable Dialer dialer) {
        conversing.register();
        try {
            if (stopping || link.isPaused()) {
                bulkIn.close();
                Quietly.close(connection);
                return;
            }
            var conversation = link.begin(() -> new Conversation(
                    link,
                    connection,
                    bulkIn,
                    compressions,
                    store(link.partner()),
                    post.getObject(),
                    newToken(),
                    clock));
            if (dialer != null) {
                conversation.onEstablished(token -> Thread.ofVirtual()
                        .name("link-lanes-" + link.partner().key())
                        .start(() -> openLanes(conversation, dialer, connection.transport(), token)));
            }
            recordUp(link, conversation);
            conversation.run(early);
            record(link, "link-down", String.valueOf(link.status().detail()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Quietly.close(connection);
        } catch (RuntimeException e) {
            LOG.error("link to {}: the store failed", link.partner().node(), e);
            link.failed(LinkProblem.NOT_STORED, String.valueOf(e.getMessage()));
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
    /// @throws Problem when that node is no partner
    <T> T alone(String node, StoreWork<T> work) throws IOException {
        var link = links.values().stream()
                .filter(one -> one.partner().node().toString().equals(node))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Category.UNPROCESSABLE,
                        "the medium comes from " + node + ", which is no partner of this node",
                        "媒体の作成元 " + node + " はこのノードの相手ではありません"));
        try {
            return link.alone(() -> work.perform(store(link.partner())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private LinkStore store(Partners.Partner partner) {
        return new LinkStore(
                settings.node(), partner, ownVerifier, sealKey, LinkSession.VERSIONS, ledgers, inbox, recovery);
    }

    /// Marks what goes ahead of its turn. One for each thread.
    EntrySeal newSeal() {
        return new EntrySeal(sealKey);
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
                connection.patience(HANDSHAKE_MILLIS);
                var first = lane.first();
                connection.patience(0);
                if (link == null) {
                    throw new IOException("no link to " + connection.partner().node());
                } else if (!(first.frames().getFirst() instanceof LinkFrame.Join(var token))) {
                    converse(link, connection, lane, first, null);
                } else if (!link.join(token, lane, first)) {
                    throw new IOException("a lane for a session that is not here");
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
            LOG.warn("refused a connection from {}: {}", from, failure.getMessage());
            try {
                audit.record(new AuditEvent(
                        settings.node().toString(),
                        "link-refused",
                        null,
                        null,
                        Map.of("from", from, "why", String.valueOf(failure.getMessage()))));
            } catch (RuntimeException e) {
                LOG.error("the refusal could not be put on record", e);
            }
        }
    }
}
