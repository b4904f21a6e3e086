package org.renkei.feeds.receiver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.renkei.settings.NodeSettings.Endpoint;

/// A server that is called and sends lines, over TLS where a maker of such sockets is given.
final class TcpSource implements LineSource {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Endpoint endpoint;
    private final Duration silence;
    private final Cutting cutting;
    private final @Nullable TlsCaller tls;

    TcpSource(Endpoint endpoint, Duration silence, Cutting cutting, @Nullable TlsCaller tls) {
        this.endpoint = endpoint;
        this.silence = silence;
        this.cutting = cutting;
        this.tls = tls;
    }

    @Override
    public void run(Intake intake) throws IOException, SourceFault, InterruptedException {
        try (var socket = new Socket()) {
            connect(socket);
            try (var talking = tls == null ? socket : tls.agree(socket, endpoint)) {
                intake.open();
                cutting.cut(talking.getInputStream(), intake);
            }
            throw new SourceFault(FeedFault.CONNECTION_LOST, endpoint + " ended it");
        } catch (SocketTimeoutException silent) {
            throw new SourceFault(FeedFault.SILENT, endpoint.toString());
        }
    }

    private void connect(Socket socket) throws SourceFault {
        try {
            socket.connect(
                    new InetSocketAddress(endpoint.host(), endpoint.port()), Math.toIntExact(CONNECT.toMillis()));
            socket.setSoTimeout(Math.toIntExact(silence.toMillis()));
            socket.setKeepAlive(true);
        } catch (IOException absent) {
            throw new SourceFault(FeedFault.CANNOT_CONNECT, endpoint + ": " + absent.getMessage());
        }
    }
}
