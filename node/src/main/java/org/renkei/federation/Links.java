package org.renkei.federation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.Partners;
import org.renkei.ledger.LedgerGrew;
import org.renkei.ledger.Ledgers;
import org.renkei.settings.NodeSettings;
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
    private static final int CONNECT_MILLIS = 30_000;
    private static final int MAX_HANDSHAKES = 16;
    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 15_000;

    private final NodeSettings settings;
    private final LinkTls tls;
    private final Ledgers ledgers;
    private final Inbox inbox;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Semaphore handshakes = new Semaphore(MAX_HANDSHAKES);
    private @Nullable SSLServerSocket server;
    private volatile boolean stopping;

    Links(
            NodeSettings settings,
            Partners partners,
            LinkTls tls,
            Ledgers ledgers,
            Inbox inbox,
            AuditLog audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.tls = tls;
        this.ledgers = ledgers;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
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
        links.values().stream()
                .filter(link -> isCaller(link.partner().node()))
                .forEach(link -> Thread.ofVirtual()
                        .name("link-call-" + link.partner().party())
                        .start(() -> call(link)));
    }

    /// Ends every conversation in good order.
    public synchronized void stop() {
        stopping = true;
        links.values().forEach(Link::stop);
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
            link.ledgerGrew(grown.size());
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

    private void answer(SSLSocket connection) {
        Optional<Link> link = Optional.empty();
        try {
            link = Optional.ofNullable(links.get(handshake(connection).party()));
        } catch (IOException e) {
            refused(connection, e);
        } finally {
            handshakes.release();
        }
        link.ifPresentOrElse(found -> converse(found, connection), () -> closeQuietly(connection));
    }

    /// Somebody whom no card names, or who does not speak TLS as we do; both sides are told, ours in log and audit.
    private void refused(SSLSocket connection, IOException failure) {
        var from = String.valueOf(connection.getRemoteSocketAddress());
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

    private Partners.Partner handshake(SSLSocket connection) throws IOException {
        connection.setSoTimeout(HANDSHAKE_MILLIS);
        connection.setTcpNoDelay(true);
        connection.startHandshake();
        var certificate = (X509Certificate) connection.getSession().getPeerCertificates()[0];
        connection.setSoTimeout(0);
        return tls.partnerOf(certificate)
                .orElseThrow(() -> new SSLException("the certificate stands in no partner's card"));
    }

    private void call(Link link) {
        var pause = FIRST_PAUSE_MILLIS;
        while (!stopping) {
            var began = clock.millis();
            try {
                var connection = connect(link);
                converse(link, connection);
            } catch (IOException e) {
                failed(link, e);
            }
            var lasted = clock.millis() - began;
            pause = lasted > LONGEST_PAUSE_MILLIS ? FIRST_PAUSE_MILLIS : Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
        }
    }

    private SSLSocket connect(Link link) throws IOException {
        var address = link.partner().address();
        var colon = address.lastIndexOf(':');
        var host = address.substring(0, Math.max(0, colon));
        var plain = new Socket();
        plain.connect(new InetSocketAddress(host, Integer.parseInt(address.substring(colon + 1))), CONNECT_MILLIS);
        var connection = (SSLSocket) tls.context().getSocketFactory().createSocket(plain, host, plain.getPort(), true);
        connection.setSSLParameters(LinkTls.parameters());
        var met = handshake(connection);
        if (!met.party().equals(link.partner().party())) {
            closeQuietly(connection);
            throw new SSLException("the node at " + address + " is " + met.node() + ", not "
                    + link.partner().node());
        }
        return connection;
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

    private void converse(Link link, Socket connection) {
        try {
            if (stopping) {
                closeQuietly(connection);
                return;
            }
            var conversation = new Conversation(link, connection, settings.node(), ledgers, inbox, clock);
            link.begin(conversation);
            record(link, "link-up", "connected");
            conversation.run();
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

    private void record(Link link, String event, String detail) {
        audit.record(new AuditEvent(
                settings.node().toString(), event, null, link.partner().party(), Map.of("detail", detail)));
    }

    private static void closeQuietly(Socket connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("closing a connection: {}", e.getMessage());
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
