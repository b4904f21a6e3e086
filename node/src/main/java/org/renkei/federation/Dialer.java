package org.renkei.federation;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.renkei.keys.Partners;
import org.renkei.settings.NodeSettings.Transport;

/// Calls one partner: over QUIC where that gets through, over TCP where it does not. QUIC has a head start; where
/// it lost the race, TCP goes first for a while.
final class Dialer {
    private static final int QUIC_MILLIS = 30_000;
    private static final int HEAD_START_MILLIS = 5_000;
    private static final long REMEMBERED_MILLIS = 600_000;

    private final Partners.Partner partner;
    private final LinkTls tls;
    private final @Nullable QuicTransport quic;
    private final Set<Transport> transports;
    private final Clock clock;
    private volatile long quicLostAt = Long.MIN_VALUE;

    Dialer(
            Partners.Partner partner,
            LinkTls tls,
            @Nullable QuicTransport quic,
            Set<Transport> transports,
            Clock clock) {
        this.partner = partner;
        this.tls = tls;
        this.quic = quic;
        this.transports = transports;
        this.clock = clock;
    }

    Partners.Partner partner() {
        return partner;
    }

    Connection dial() throws IOException, InterruptedException {
        if (quic == null || !transports.contains(Transport.QUIC)) {
            return TcpConnection.dial(partner, tls);
        }
        if (!transports.contains(Transport.TCP)) {
            return quic.dial(partner, QUIC_MILLIS);
        }
        return clock.millis() - REMEMBERED_MILLIS < quicLostAt ? TcpConnection.dial(partner, tls) : race(quic);
    }

    /// Another connection beside one that stands.
    Connection dialBeside(Transport transport) throws IOException {
        return transport == Transport.QUIC && quic != null
                ? quic.dial(partner, QUIC_MILLIS)
                : TcpConnection.dial(partner, tls);
    }

    private Connection race(QuicTransport quic) throws IOException, InterruptedException {
        var first = new CompletableFuture<Connection>();
        Thread.ofVirtual().start(() -> {
            try {
                first.complete(quic.dial(partner, QUIC_MILLIS));
            } catch (IOException | RuntimeException e) {
                first.completeExceptionally(e);
            }
        });
        try {
            return first.get(HEAD_START_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return fallBack(first);
        } catch (InterruptedException e) {
            first.thenAccept(Quietly::close);
            throw e;
        }
    }

    private Connection fallBack(CompletableFuture<Connection> quic) throws IOException {
        try {
            var connection = TcpConnection.dial(partner, tls);
            quicLostAt = clock.millis();
            quic.thenAccept(late -> {
                quicLostAt = Long.MIN_VALUE;
                Quietly.close(late);
            });
            return connection;
        } catch (IOException e) {
            quic.thenAccept(Quietly::close);
            throw e;
        }
    }
}
