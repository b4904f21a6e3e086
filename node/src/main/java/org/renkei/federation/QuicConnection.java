package org.renkei.federation;

import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicConnectionStats;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.renkei.keys.Partners;

/// QUIC (RFC 9000): both lanes are streams of one connection, and neither waits for what the other has lost.
final class QuicConnection implements Connection {
    private final QuicChannel channel;
    private final Partners.Partner partner;
    private final LaneStream bulk;
    private @Nullable LaneStream urgent;
    private @Nullable Consumer<LaneStream> onUrgent;
    private volatile double loss = -1;

    QuicConnection(QuicChannel channel, Partners.Partner partner, LaneStream bulk, @Nullable LaneStream urgent) {
        this.channel = channel;
        this.partner = partner;
        this.bulk = bulk;
        this.urgent = urgent;
    }

    @Override
    public Partners.Partner partner() {
        return partner;
    }

    @Override
    public String transport() {
        return "quic";
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
    public LaneStream bulk() {
        return bulk;
    }

    @Override
    public synchronized void onUrgent(Consumer<LaneStream> added) {
        onUrgent = added;
        if (urgent != null) {
            added.accept(urgent);
        }
    }

    /// The caller's second stream has reached us.
    synchronized void urgentArrived(LaneStream stream) {
        urgent = stream;
        if (onUrgent != null) {
            onUrgent.accept(stream);
        }
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
    public void close() {
        channel.close();
    }
}
