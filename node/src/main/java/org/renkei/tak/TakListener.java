package org.renkei.tak;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.renkei.door.AnyCertificate;
import org.renkei.settings.PemKeys;
import org.renkei.settings.TakSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where clients connect. The handshake proves that a client holds the key of its certificate; as whom it comes in is
/// decided afterwards, so that a refusal can be said.
final class TakListener implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(TakListener.class);
    private static final int HANDSHAKE_MILLIS = 10_000;
    private static final int MOST_HANDSHAKES = 64;
    private static final int MOST_WAITING = 512;
    private static final int BACKLOG = 512;
    private static final String[] SUITES = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
    };

    private final ServerSocket server;
    private final SSLContext context;
    private final Visits visits;
    private final Semaphore handshakes = new Semaphore(MOST_HANDSHAKES);
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    /// Who is told of visitors, each on a thread of its own.
    interface Visits {
        /// Whose key was proven.
        void by(Socket raw, SSLSocket socket, X509Certificate certificate);

        /// No TLS, or none with a certificate.
        void failed(Socket raw, IOException failure);
    }

    /// @throws IllegalStateException when the port or the key cannot be had
    TakListener(TakSettings settings, Visits visits) {
        this.visits = visits;
        try {
            context = SSLContext.getInstance("TLS");
            var tls = settings.tls();
            context.init(
                    PemKeys.managers(tls.certificate(), tls.key()), new TrustManager[] {new AnyCertificate()}, null);
            server = new ServerSocket();
            server.setReuseAddress(true);
            var endpoint = settings.endpoint();
            server.bind(new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port()), BACKLOG);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "cannot listen for TAK clients on " + settings.endpoint() + " (renkei.tak): " + e.getMessage(), e);
        }
    }

    /// Who is at the other end, without a name that would have to be asked for.
    static String address(Socket socket) {
        return socket.getRemoteSocketAddress() instanceof InetSocketAddress there
                ? there.getHostString() + ":" + there.getPort()
                : "?";
    }

    int port() {
        return server.getLocalPort();
    }

    void start() {
        Thread.ofVirtual().name("tak-listener").start(this::listen);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var raw = server.accept();
                if (waiting.tryAcquire()) {
                    Thread.ofVirtual().name("tak-client").start(() -> greet(raw));
                } else {
                    raw.close();
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("a TAK client could not be accepted: {}", e.getMessage());
                }
            }
        }
    }

    private void greet(Socket raw) {
        try (raw) {
            var socket = proven(raw);
            visits.by(raw, socket, (X509Certificate) socket.getSession().getPeerCertificates()[0]);
        } catch (IOException failure) {
            visits.failed(raw, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("a TAK client could not be let in", e);
        }
    }

    /// Waits for its turn; nobody waits for long, as no handshake may take longer than its time.
    private SSLSocket proven(Socket raw) throws IOException, InterruptedException {
        try {
            handshakes.acquire();
            try {
                return agree(raw);
            } finally {
                handshakes.release();
            }
        } finally {
            waiting.release();
        }
    }

    private SSLSocket agree(Socket raw) throws IOException {
        raw.setSoTimeout(HANDSHAKE_MILLIS);
        raw.setTcpNoDelay(true);
        raw.setKeepAlive(true);
        var socket = (SSLSocket) context.getSocketFactory().createSocket(raw, null, true);
        var parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setCipherSuites(SUITES);
        parameters.setNeedClientAuth(true);
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        raw.setSoTimeout(0);
        return socket;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
