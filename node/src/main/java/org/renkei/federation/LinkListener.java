package org.renkei.federation;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.NodeSettings.Endpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where partners call: one port, TCP and, where it can be had, UDP. Whoever no card names is refused here.
final class LinkListener implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkListener.class);
    private static final int BACKLOG = 64;

    private final Endpoint endpoint;
    private final LinkTls tls;
    private final @Nullable QuicTransport quic;
    private final Callers callers;
    private final Handshakes handshakes = new Handshakes();
    private @Nullable SSLServerSocket server;

    /// Who is told of callers, each on a thread of its own.
    interface Callers {
        void over(Connection connection);

        /// Somebody whom no card names, or who does not speak TLS as we do.
        void refused(String from, IOException failure);
    }

    /// @param quic null for TCP alone
    LinkListener(Endpoint endpoint, LinkTls tls, @Nullable QuicTransport quic, Callers callers) {
        this.endpoint = endpoint;
        this.tls = tls;
        this.quic = quic;
        this.callers = callers;
    }

    /// @throws IllegalStateException when the port cannot be had
    void start() {
        try {
            var socket =
                    (SSLServerSocket) tls.context().getServerSocketFactory().createServerSocket();
            socket.setSSLParameters(LinkTls.parameters());
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port()), BACKLOG);
            server = socket;
            background(() -> listen(socket));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "cannot listen for partners on " + endpoint + " (renkei.link): " + e.getMessage(), e);
        }
        listenForQuic();
    }

    /// Without UDP a node still has TCP.
    private void listenForQuic() {
        if (quic == null) {
            return;
        }
        Consumer<Connection> accepted = connection -> background(() -> callers.over(connection));
        try {
            quic.listen(endpoint, accepted, (from, failure) -> callers.refused(String.valueOf(from), failure));
        } catch (IOException e) {
            LOG.warn("cannot listen on {} over UDP, links use TCP: {}", endpoint, e.getMessage());
        }
    }

    private void listen(SSLServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var caller = (SSLSocket) socket.accept();
                if (handshakes.begin(caller.getInetAddress())) {
                    background(() -> answer(caller));
                } else {
                    caller.close();
                }
            } catch (SocketException e) {
                LOG.debug("the link port was closed: {}", e.getMessage());
                return;
            } catch (IOException e) {
                LOG.warn("a connection could not be accepted: {}", e.getMessage());
            }
        }
    }

    private void answer(SSLSocket caller) {
        Optional<Connection> accepted = Optional.empty();
        try {
            accepted = Optional.of(TcpConnection.handshake(caller, tls));
        } catch (IOException e) {
            callers.refused(String.valueOf(caller.getRemoteSocketAddress()), e);
        } catch (RuntimeException e) {
            LOG.error("a handshake failed", e);
        } finally {
            handshakes.end(caller.getInetAddress());
        }
        accepted.ifPresentOrElse(callers::over, () -> Quietly.close(caller));
    }

    private static void background(Runnable work) {
        Thread.ofVirtual().name("link-answer").start(work);
    }

    @Override
    public void close() {
        if (server != null) {
            Quietly.close(server);
        }
    }
}
