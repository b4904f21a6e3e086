package org.renkei.federation;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicTokenHandler;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a caller over QUIC passes before this node spends a state and a signature on it. The address on a datagram can
/// be anybody's: while few handshakes are under way one is begun at once, else the caller proves its address by a token
/// first (RFC 9000 §8.1.2), of which nothing is kept here. Above the limits of [Handshakes] a proven caller gets no
/// answer and asks again by itself. Whoever has not finished in time, or then says nothing, is dropped.
@ChannelHandler.Sharable
final class QuicDoor extends ChannelInboundHandlerAdapter implements QuicTokenHandler {
    /// So many handshakes are begun before addresses have to be proven.
    static final int UNPROVEN = 4;

    private static final String MAC = "HmacSHA256";
    private static final int MAC_BYTES = 32;
    private static final int SECRET_BYTES = 32;
    private static final int MAX_ID_BYTES = 20;
    private static final long TOKEN_SECONDS = 60;
    private static final AttributeKey<InetAddress> HANDSHAKE_FROM = AttributeKey.valueOf("renkei.handshake-from");
    private static final AttributeKey<Boolean> SPOKE = AttributeKey.valueOf("renkei.spoke");

    private final Duration patience;
    private final Handshakes handshakes = new Handshakes();
    private final Mac mac;

    /// @param patience for the handshake, and once more for the first word
    QuicDoor(Duration patience) {
        this.patience = patience;
        try {
            var secret = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(secret);
            mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A connection has said something.
    static void spoke(QuicChannel channel) {
        channel.attr(SPOKE).set(true);
    }

    static boolean hasSpoken(QuicChannel channel) {
        return channel.attr(SPOKE).get() != null;
    }

    /// Handshakes under way.
    int count() {
        return handshakes.count();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        var channel = (QuicChannel) context.channel();
        if (!(channel.remoteSocketAddress() instanceof InetSocketAddress from)
                || !handshakes.begin(from.getAddress())) {
            channel.close();
            return;
        }
        channel.attr(HANDSHAKE_FROM).set(from.getAddress());
        channel.closeFuture().addListener(closed -> over(channel));
        after(context, () -> channel.attr(HANDSHAKE_FROM).get() == null);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        var channel = (QuicChannel) context.channel();
        over(channel);
        after(context, () -> hasSpoken(channel));
        context.fireChannelActive();
    }

    private interface Holds {
        boolean now();
    }

    private void after(ChannelHandlerContext context, Holds done) {
        context.executor()
                .schedule(
                        () -> {
                            if (!done.now()) {
                                context.channel().close();
                            }
                        },
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void over(QuicChannel channel) {
        var from = channel.attr(HANDSHAKE_FROM).getAndSet(null);
        if (from != null) {
            handshakes.end(from);
        }
    }

    /// @return true when the caller is to come again with what was written
    @Override
    public boolean writeToken(ByteBuf out, ByteBuf id, InetSocketAddress from) {
        if (handshakes.count() < UNPROVEN && !handshakes.isFull(from.getAddress())) {
            return false;
        }
        var bytes = new byte[id.readableBytes()];
        id.getBytes(id.readerIndex(), bytes);
        var time = System.nanoTime();
        out.writeLong(time).writeBytes(proof(time, from, bytes)).writeBytes(bytes);
        return true;
    }

    /// @return where in the token the connection's first id begins; -1 for a caller that is not answered
    @Override
    public int validateToken(ByteBuf token, InetSocketAddress from) {
        var head = Long.BYTES + MAC_BYTES;
        var size = token.readableBytes();
        if (size <= head || size > maxTokenLength() || handshakes.isFull(from.getAddress())) {
            return -1;
        }
        var bytes = new byte[size];
        token.getBytes(token.readerIndex(), bytes);
        var parts = ByteBuffer.wrap(bytes);
        var time = parts.getLong();
        var shown = new byte[MAC_BYTES];
        parts.get(shown);
        var id = new byte[size - head];
        parts.get(id);
        var age = System.nanoTime() - time;
        return age >= 0
                        && age < TimeUnit.SECONDS.toNanos(TOKEN_SECONDS)
                        && MessageDigest.isEqual(shown, proof(time, from, id))
                ? head
                : -1;
    }

    @Override
    public int maxTokenLength() {
        return Long.BYTES + MAC_BYTES + MAX_ID_BYTES;
    }

    private byte[] proof(long time, InetSocketAddress from, byte[] id) {
        mac.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(time)
                .putInt(from.getPort())
                .flip());
        mac.update(from.getAddress().getAddress());
        return mac.doFinal(id);
    }
}
