package org.renkei.federation;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.quic.BoringSSLContextOption;
import io.netty.handler.codec.quic.Quic;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicClientCodecBuilder;
import io.netty.handler.codec.quic.QuicCodecBuilder;
import io.netty.handler.codec.quic.QuicCongestionControlAlgorithm;
import io.netty.handler.codec.quic.QuicConnectionCloseEvent;
import io.netty.handler.codec.quic.QuicServerCodecBuilder;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamPriority;
import io.netty.handler.codec.quic.QuicStreamType;
import io.netty.handler.ssl.ClientAuth;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.renkei.keys.Partners;
import org.renkei.settings.NodeSettings.Endpoint;

/// QUIC for links: the same pinned certificates as over TCP, BBR whatever the machine's TCP is set to, and a hybrid
/// key agreement that a quantum computer will not open later.
final class QuicTransport implements AutoCloseable {
    /// Offered alone, so that it is known which one was taken.
    static final String KEY_AGREEMENT = "X25519MLKEM768";

    private static final String PROTOCOL = "renkei";
    private static final long WINDOW = 16L * 1024 * 1024;
    private static final int PACKET = 1_400;
    /// In one connection.
    static final int MOST_LANES = 4;

    /// Of the lanes in one connection the first is that of bulk, and goes last.
    private static final QuicStreamPriority SOONER = new QuicStreamPriority(1, false);

    /// Each packet bears one; this is as much as RFC 9000 asks of the first.
    private static final int ID_BYTES = 8;
    private static final int CLOSING_MILLIS = 5_000;
    private static final int FAREWELL_MILLIS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    static final AttributeKey<String> CLOSED = AttributeKey.valueOf("renkei.closed");

    private static final AttributeKey<Boolean> REFUSED = AttributeKey.valueOf("renkei.refused");

    private final LinkTls tls;
    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    private final ChannelGroup sockets = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final QuicDoor door;

    QuicTransport(LinkTls tls) {
        this(tls, PATIENCE);
    }

    /// @param patience with whoever calls here
    QuicTransport(LinkTls tls, Duration patience) {
        this.tls = tls;
        this.door = new QuicDoor(patience);
    }

    /// Handshakes of callers that are under way.
    int handshakes() {
        return door.count();
    }

    /// Whether this platform has the native part.
    static boolean isAvailable() {
        return Quic.isAvailable();
    }

    /// Listens until [#close]. A connection is handed over once it has said something.
    ///
    /// @param refused told of connections that no card names
    void listen(Endpoint endpoint, Consumer<Connection> accepted, BiConsumer<SocketAddress, IOException> refused)
            throws IOException {
        var context = QuicSslContextBuilder.forServer(tls.ownKey(), null)
                .trustManager(tls.pinned())
                .clientAuth(ClientAuth.REQUIRE)
                .option(BoringSSLContextOption.GROUPS, new String[] {KEY_AGREEMENT})
                .applicationProtocols(PROTOCOL)
                .build();
        var codec = tuned(new QuicServerCodecBuilder().sslContext(context))
                .initialMaxStreamsBidirectional(MOST_LANES)
                .tokenHandler(door)
                .handler(new ChannelInitializer<QuicChannel>() {
                    @Override
                    protected void initChannel(QuicChannel channel) {
                        channel.pipeline().addLast(door, new Refusals(tls, refused));
                    }
                })
                .streamHandler(new ChannelInitializer<QuicStreamChannel>() {
                    @Override
                    protected void initChannel(QuicStreamChannel channel) throws SSLException {
                        streamArrived(channel, accepted);
                    }
                })
                .build();
        bind(codec, new InetSocketAddress(endpoint.host(), endpoint.port()));
    }

    /// @throws IOException also when nobody answers within the time
    QuicConnection dial(Partners.Partner partner, int patienceMillis) throws IOException {
        var address = partner.address();
        var context = QuicSslContextBuilder.forClient()
                .keyManager(tls.ownKey(), null)
                .trustManager(tls.pinned())
                .option(BoringSSLContextOption.GROUPS, new String[] {KEY_AGREEMENT})
                .applicationProtocols(PROTOCOL)
                .build();
        var codec = tuned(new QuicClientCodecBuilder().sslContext(context)).build();
        var socket = bind(codec, new InetSocketAddress(0));
        try {
            Promise<QuicChannel> connecting = threads.next().newPromise();
            socket.pipeline().addFirst(new HandshakeEnd(connecting));
            QuicChannel.newBootstrap(socket)
                    .handler(new Closings(connecting))
                    .streamHandler(new ChannelInboundHandlerAdapter())
                    .remoteAddress(new InetSocketAddress(address.host(), address.port()))
                    .connect(connecting);
            var channel = await(connecting, patienceMillis);
            channel.closeFuture().addListener(closed -> socket.close());
            var met = partnerOf(channel);
            if (!met.node().equals(partner.node())) {
                channel.close();
                throw new SSLException("the node at " + address + " is " + met.node() + ", not " + partner.node());
            }
            return new QuicConnection(channel, met, open(channel), true);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Waits until its sockets are closed: a node that starts again listens at the same place. On a long line the
    /// farewell of QUIC takes seconds; it is said, and not waited for.
    @Override
    public void close() {
        sockets.close().awaitUninterruptibly(FAREWELL_MILLIS);
        sockets.forEach(
                socket -> socket.eventLoop().execute(() -> socket.unsafe().closeForcibly()));
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(CLOSING_MILLIS);
    }

    private static <B extends QuicCodecBuilder<B>> B tuned(B builder) {
        return builder.congestionControlAlgorithm(QuicCongestionControlAlgorithm.BBR)
                .maxIdleTimeout(0, TimeUnit.MILLISECONDS)
                .maxSendUdpPayloadSize(PACKET)
                .maxRecvUdpPayloadSize(PACKET)
                .initialMaxData(WINDOW)
                .initialMaxStreamDataBidirectionalLocal(WINDOW)
                .initialMaxStreamDataBidirectionalRemote(WINDOW)
                .localConnectionIdLength(ID_BYTES)
                .activeMigration(true);
    }

    private void streamArrived(QuicStreamChannel channel, Consumer<Connection> accepted) throws SSLException {
        var connection = channel.parent();
        var alone = isFirst(channel);
        if (!alone && !QuicDoor.hasSpoken(connection)) {
            // A further lane without the one that its connection ends with.
            connection.close();
            return;
        }
        QuicDoor.spoke(connection);
        var lane = QuicLane.over(channel);
        prefer(channel);
        accepted.accept(new QuicConnection(connection, partnerOf(connection), lane, alone));
    }

    private static boolean isFirst(QuicStreamChannel channel) {
        return channel.streamId() == 0;
    }

    private static void prefer(QuicStreamChannel channel) {
        if (!isFirst(channel)) {
            channel.updatePriority(SOONER);
        }
    }

    /// One more lane of a connection.
    ///
    /// @throws IOException also when the partner takes no more of them
    static LaneStream open(QuicChannel channel) throws IOException {
        var lanes = new LaneStream[1];
        await(
                channel.createStream(QuicStreamType.BIDIRECTIONAL, new ChannelInitializer<QuicStreamChannel>() {
                    @Override
                    protected void initChannel(QuicStreamChannel made) {
                        lanes[0] = QuicLane.over(made);
                        prefer(made);
                    }
                }),
                10_000);
        return lanes[0];
    }

    private Partners.Partner partnerOf(QuicChannel channel) throws SSLException {
        try {
            var engine = channel.sslEngine();
            if (engine == null) {
                throw new SSLException("the connection was closed");
            }
            var certificates = engine.getSession().getPeerCertificates();
            return tls.partnerOf((X509Certificate) certificates[0])
                    .orElseThrow(() -> new SSLException("the certificate stands in no partner's card"));
        } catch (SSLPeerUnverifiedException e) {
            throw new SSLException("the partner showed no certificate", e);
        }
    }

    private Channel bind(ChannelHandler codec, InetSocketAddress at) throws IOException {
        var bound = new Bootstrap()
                .group(threads)
                .channel(NioDatagramChannel.class)
                .handler(codec)
                .bind(at);
        await(bound, 10_000);
        sockets.add(bound.channel());
        return bound.channel();
    }

    private static <T> T await(Future<T> future, int millis) throws IOException {
        try {
            if (!future.await(millis)) {
                future.cancel(true);
                throw new IOException("no answer within " + millis / 1000 + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        if (!future.isSuccess()) {
            var cause = future.cause();
            throw cause instanceof IOException io ? io : new IOException(String.valueOf(cause.getMessage()), cause);
        }
        return future.getNow();
    }

    /// What the other side said when it closed: an alert of its TLS becomes the reason that readers and callers
    /// get.
    private static final class Closings extends ChannelInboundHandlerAdapter {
        private final Promise<QuicChannel> connecting;

        Closings(Promise<QuicChannel> connecting) {
            this.connecting = connecting;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof QuicConnectionCloseEvent closed) {
                var reason = closed.isTlsError()
                        ? "Received fatal alert: " + QuicConnectionCloseEvent.extractTlsError(closed.error())
                        : "closed by the partner with error " + closed.error();
                context.channel().attr(CLOSED).set(reason);
                connecting.tryFailure(closed.isTlsError() ? new SSLException(reason) : new IOException(reason));
            }
        }
    }

    /// A handshake that fails is told to whoever keeps the log.
    private static final class Refusals extends ChannelInboundHandlerAdapter {
        private final LinkTls tls;
        private final BiConsumer<SocketAddress, IOException> refused;

        Refusals(LinkTls tls, BiConsumer<SocketAddress, IOException> refused) {
            this.tls = tls;
            this.refused = refused;
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (context.channel() instanceof QuicChannel channel
                    && channel.attr(REFUSED).getAndSet(true) == null) {
                var from = channel.remoteSocketAddress();
                var why = cause.getMessage() + " " + tls.lastRefusal();
                refused.accept(from == null ? new InetSocketAddress(0) : from, new IOException(why.strip()));
            }
        }
    }
}
