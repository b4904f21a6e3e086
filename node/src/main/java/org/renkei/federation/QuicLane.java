package org.renkei.federation;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.quic.QuicStreamChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLException;

/// A QUIC stream as blocking streams. Nothing is read from the connection before somebody asks for it, so a slow
/// reader holds up its sender and nobody else.
final class QuicLane extends ChannelInboundHandlerAdapter {
    private static final byte[] END = new byte[0];

    private final QuicStreamChannel channel;
    private final LinkedBlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
    private volatile String why = "the connection was closed";

    private QuicLane(QuicStreamChannel channel) {
        this.channel = channel;
    }

    /// Must be called on the channel's event loop, before anything is read.
    static LaneStream over(QuicStreamChannel channel) {
        var lane = new QuicLane(channel);
        channel.config().setAutoRead(false);
        channel.pipeline().addLast(lane);
        return new LaneStream(lane.new In(), lane.new Out(), () -> channel.close());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var buffer = (ByteBuf) message;
        try {
            var bytes = new byte[buffer.readableBytes()];
            buffer.readBytes(bytes);
            if (bytes.length > 0) {
                arrived.add(bytes);
            }
        } finally {
            buffer.release();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (arrived.isEmpty()) {
            context.read();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            arrived.add(END);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        arrived.add(END);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        why = String.valueOf(cause.getMessage());
        arrived.add(END);
        context.close();
    }

    private final class In extends InputStream {
        private byte[] current = new byte[0];
        private int at;
        private boolean ended;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            while (at == current.length) {
                if (ended) {
                    return end();
                }
                current = next();
                at = 0;
                ended = current == END;
            }
            var count = Math.min(length, current.length - at);
            System.arraycopy(current, at, into, offset, count);
            at += count;
            return count;
        }

        private int end() throws IOException {
            var closed = channel.parent().attr(QuicTransport.CLOSED).get();
            if (closed != null && closed.contains("fatal alert")) {
                throw new SSLException(closed);
            }
            return -1;
        }

        private byte[] next() throws IOException {
            try {
                var waiting = arrived.poll();
                if (waiting != null) {
                    return waiting;
                }
                channel.read();
                return arrived.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
    }

    private final class Out extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        /// Returns when the connection has taken the bytes: it takes what its congestion window allows.
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var written = channel.writeAndFlush(Unpooled.copiedBuffer(bytes, offset, length));
            try {
                written.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
            if (!written.isSuccess()) {
                throw new IOException(why, written.cause());
            }
        }
    }
}
