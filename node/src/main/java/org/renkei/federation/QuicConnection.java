package org.renkei.federation;

import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicConnectionStats;
import java.io.IOException;
import org.renkei.keys.Partners;
import org.renkei.settings.NodeSettings.Transport;

/// QUIC (RFC 9000). A session's lanes are connections of their own here too where the line can bear their handshakes:
/// each has its own congestion window, so that what is urgent never waits until bulk may go on. On a thin line they are
/// streams of one connection, in which that of bulk goes last.
final class QuicConnection implements Connection {
    private final QuicChannel channel;
    private final Partners.Partner partner;
    private final LaneStream stream;
    private final boolean alone;
    private volatile double loss = -1;

    /// @param alone whether the connection ends with this lane
    QuicConnection(QuicChannel channel, Partners.Partner partner, LaneStream stream, boolean alone) {
        this.channel = channel;
        this.partner = partner;
        this.stream = stream;
        this.alone = alone;
    }

    @Override
    public Partners.Partner partner() {
        return partner;
    }

    @Override
    public Transport transport() {
        return Transport.QUIC;
    }

    @Override
    public String cipher() {
        var engine = channel.sslEngine();
        return engine == null ? "" : engine.getSession().getCipherSuite();
    }

    @Override
    public String keyAgreement() {
        return QuicTransport.KEY_AGREEMENT;
    }

    @Override
    public LaneStream stream() {
        return stream;
    }

    @Override
    public void patience(int millis) {
        // A connection is handed over only once it has said something.
    }

    /// As of the last call: asking takes a moment of the connection's own thread.
    @Override
    public double loss() {
        channel.collectStats().addListener(future -> {
            if (future.isSuccess() && future.getNow() instanceof QuicConnectionStats stats) {
                loss = stats.sent() == 0 ? 0 : (double) stats.lost() / stats.sent();
            }
        });
        return loss;
    }

    @Override
    public Connection beside() throws IOException {
        return new QuicConnection(channel, partner, QuicTransport.open(channel), false);
    }

    @Override
    public void close() throws IOException {
        if (alone) {
            channel.close();
        } else {
            stream.close();
        }
    }
}
