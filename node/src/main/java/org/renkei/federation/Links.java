package org.renkei.federation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.ledger.CheckpointVerifier;
import org.renkei.kernel.link.Compressions;
import org.renkei.kernel.link.FrameReader;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.NodeCard;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// All links of this node. Of two partners the one whose name sorts first calls; the other waits to be called. One
/// connection carries both directions, so that a link that works one way works both.
@Service
public class Links {
    private static final Logger LOG = LoggerFactory.getLogger(Links.class);
    private static final int HANDSHAKE_MILLIS = 60_000;
    private static final int TOKEN_BYTES = 16;
    private static final int MAX_HANDSHAKES = 16;
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
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final @Nullable QuicTransport quic;
    private final Semaphore handshakes = new Semaphore(MAX_HANDSHAKES);
    private @Nullable SSLServerSocket server;
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
            Compressions compressions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.tls = tls;
        this.ledgers = ledgers;
        this.inbox = inbox;
        this.recovery = recovery;
        this.paused = paused;
        this.audit = audit;
        this.ownVerifier = ownCard.verifier();
        this.compressions = compressions;
        this.clock = clock;
        this.quic = settings.transports().contains(Transport.QUIC) && QuicTransport.isAvailable()
                ? new QuicTransport(tls)
                : null;
        for (var partner : partners.list()) {
            var party = partner.party();
            links.put(party, new Link(partner, clock, () -> events.publishEvent(new LinkChanged(party))));
        }
    }

    List<Link> list() {
        return List.copyOf(links.values());
    }

    /// Begins to listen and to call.
    public synchronized void start() {
        paused.list().stream().map(links::get).filter(Objects::nonNull).forEach(Link::pause);
        var endpoint = settings.link();
        try {
            var socket =
                    (SSLServerSocket) tls.context().getServerSocketFactory().createServerSocket();
            socket.setSSLParameters(LinkTls.parameters());
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port()), 64);
            server = socket;
            Thread.ofVirtual().name("link-listen").start(() -> listen(socket));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot listen for partners on " + endpoint + " (renkei.link): " + e.getMessage(), e);
        }
        listenForQuic();
        links.values().stream()
                .filter(link -> isCaller(link.partner().node()))
                .forEach(link -> Thread.ofVirtual()
                        .name("link-call-" + link.partner().party())
                        .start(() -> call(link)));
    }

    /// Without UDP a node still has TCP.
    private void listenForQuic() {
        if (quic == null) {
            return;
        }
        try {
            quic.listen(
                    settings.link(),
                    connection -> Thread.ofVirtual().name("link-answer").start(() -> answer(connection)),
                    (from, failure) -> refused(String.valueOf(from), failure));
        } catch (IOException e) {
            LOG.warn("cannot listen on {} over UDP, links use TCP: {}", settings.link(), e.getMessage());
        }
    }

    private void answer(QuicConnection connection) {
        var link = links.get(connection.partner().party());
        if (link == null) {
            closeQuietly(connection);
        } else {
            converse(link, connection, new LaneReader(connection.bulk(), compressions), null);
        }
    }

    /// Ends every conversation in good order.
    public synchronized void stop() {
        stopping = true;
        links.values().forEach(Link::stop);
        links.values().forEach(Link::awaitEnd);
        if (quic != null) {
            quic.close();
        }
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                LOG.debug("closing the link port: {}", e.getMessage());
            }
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(LedgerGrew grown) {
        var link = links.get(grown.party());
        if (link != null) {
            link.ledgerGrew(grown.size(), grown.urgent());
        }
    }

    private boolean isCaller(NodeId partner) {
        return settings.node().compareTo(partner) < 0;
    }

    private void listen(SSLServerSocket socket) {
        while (!stopping) {
            try {
                var connection = (SSLSocket) socket.accept();
                if (!handshakes.tryAcquire()) {
                    connection.close();
                    continue;
                }
                Thread.ofVirtual().name("link-answer").start(() -> answer(connection));
            } catch (SocketException e) {
                LOG.debug("the link port was closed: {}", e.getMessage());
                return;
            } catch (IOException e) {
                LOG.warn("a connection could not be accepted: {}", e.getMessage());
            }
        }
    }

    private void answer(SSLSocket socket) {
        Optional<TcpConnection> accepted = Optional.empty();
        try {
            accepted = Optional.of(TcpConnection.handshake(socket, tls));
        } catch (IOException e) {
            refused(String.valueOf(socket.getRemoteSocketAddress()), e);
        } finally {
            handshakes.release();
        }
        accepted.ifPresentOrElse(this::welcome, () -> closeQuietly(socket));
    }

    /// The first frame says whether this is a new session or a lane of one that stands.
    private void welcome(TcpConnection connection) {
        var link = links.get(connection.partner().party());
        var lane = new LaneReader(connection.bulk(), compressions);
        try {
            connection.patience(HANDSHAKE_MILLIS);
            var first = lane.first();
            connection.patience(0);
            if (link == null) {
                throw new IOException("no link to " + connection.partner().node());
            } else if (!(first.frames().getFirst() instanceof LinkFrame.Join(var token))) {
                converse(link, connection, lane, first);
            } else if (!link.join(token, lane, first)) {
                throw new IOException("a lane for a session that is not here");
            }
        } catch (IOException | RuntimeException e) {
            LOG.info(
                    "a connection of {} came to nothing: {}",
                    connection.partner().node(),
                    e.getMessage());
            closeQuietly(connection);
        }
    }

    /// Somebody whom no card names, or who does not speak TLS as we do; both sides are told, ours in log and audit.
    private void refused(String from, IOException failure) {
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
                converse(link, connection, new LaneReader(connection.bulk(), compressions), null);
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

    /// Opens the urgent lane of a session that this node called; without it, urgent traffic shares the other lane.
    private void addUrgentLane(Link link, Conversation conversation, byte[] token) {
        try {
            var connection = TcpConnection.dial(link.partner(), tls);
            connection.bulk().out().write(new FrameWriter(null).encode(new LinkFrame.Join(token), false));
            conversation.joined(connection.bulk());
        } catch (IOException e) {
            LOG.warn("no urgent lane to {}: {}", link.partner().node(), e.getMessage());
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

    private void converse(Link link, Connection connection, LaneReader bulkIn, LaneReader.@Nullable Arrival early) {
        try {
            if (stopping || link.isPaused()) {
                closeQuietly(connection);
                return;
            }
            var conversation = link.begin(() ->
                    new Conversation(link, connection, bulkIn, compressions, store(link.partner()), newToken(), clock));
            if (isCaller(link.partner().node())) {
                conversation.onEstablished(token -> Thread.ofVirtual()
                        .name("link-lane-" + link.partner().party())
                        .start(() -> addUrgentLane(link, conversation, token)));
            }
            recordUp(link, conversation);
            conversation.run(early);
            record(link, "link-down", String.valueOf(link.status().detail()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closeQuietly(connection);
        } catch (RuntimeException e) {
            LOG.error("link to {}: the store failed", link.partner().node(), e);
            link.failed(LinkProblem.NOT_STORED, String.valueOf(e.getMessage()));
            closeQuietly(connection);
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

    /// Takes in what a medium brought, while no conversation with its origin is under way.
    MediumDesk.Imported takeIn(InputStream content) throws IOException {
        var frames = new FrameReader(compressions.open(Lane.BULK));
        var buffer = new byte[1_024];
        for (var count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            var read = frames.read(Arrays.copyOf(buffer, count));
            if (!read.isEmpty()) {
                if (!(read.getFirst() instanceof LinkFrame.Hello hello)) {
                    break;
                }
                return takeIn(hello, read.subList(1, read.size()), frames, content);
            }
        }
        throw new Problem(Category.UNPROCESSABLE, "the medium says nothing", "媒体に内容がありません");
    }

    private MediumDesk.Imported takeIn(
            LinkFrame.Hello hello, List<LinkFrame> next, FrameReader frames, InputStream content) throws IOException {
        var link = list().stream()
                .filter(one -> one.partner().node().toString().equals(hello.node()))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Category.UNPROCESSABLE,
                        "the medium comes from " + hello.node() + ", which is no partner of this node",
                        "媒体の作成元 " + hello.node() + " はこのノードの相手ではありません"));
        try {
            return link.alone(() ->
                    new MediumIntake(store(link.partner()), frames, compressions.name()).take(hello, next, content));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private LinkStore store(Partners.Partner partner) {
        return new LinkStore(settings.node(), partner, ownVerifier, LinkSession.VERSIONS, ledgers, inbox, recovery);
    }

    private byte[] newToken() {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return token;
    }

    private void record(Link link, String event, String detail) {
        audit.record(new AuditEvent(
                settings.node().toString(), event, null, link.partner().party(), Map.of("detail", detail)));
    }

    private static void closeQuietly(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("closing a connection: {}", e.getMessage());
        }
    }
}
