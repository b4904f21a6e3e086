package org.renkei.federation;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Lets the end of a caller's QUIC handshake be noticed when it comes. Netty looks for it before the handshake goes on
/// with what a packet brought, and again with the next packet, a round trip later. So the last packet is shown to it
/// once more: QUIC drops what it has seen.
final class HandshakeEnd extends ChannelInboundHandlerAdapter {
    /// On a short way the next packet is there as soon. What the caller says then must also not reach the partner in
    /// one reading with the end of the handshake, where it would be dropped.
    private static final long FAR_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final int REST_MILLIS = 2;

    private final Promise<?> connecting;
    private final long farNanos;
    private final long begun = System.nanoTime();
    private @Nullable DatagramPacket last;

    /// @param connecting done when the end was noticed
    HandshakeEnd(Promise<?> connecting) {
        this(connecting, FAR_NANOS);
    }

    HandshakeEnd(Promise<?> connecting, long farNanos) {
        this.connecting = connecting;
        this.farNanos = farNanos;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (connecting.isDone()) {
            context.pipeline().remove(this);
        } else if (message instanceof DatagramPacket packet && System.nanoTime() - begun > farNanos) {
            forget();
            last = packet.copy();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (last != null) {
            context.executor().schedule(() -> again(context), REST_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void again(ChannelHandlerContext context) {
        var packet = last;
        if (packet != null && !connecting.isDone()) {
            last = null;
            context.fireChannelRead(packet);
            context.fireChannelReadComplete();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        forget();
    }

    private void forget() {
        if (last != null) {
            last.release();
            last = null;
        }
    }
}
