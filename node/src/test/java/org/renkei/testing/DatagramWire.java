package org.renkei.testing;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Carries datagrams between callers and a node, each caller by a port of its own.
public final class DatagramWire implements AutoCloseable {
    private static final int LONGEST = 2_048;

    private final DatagramSocket outer;
    private final InetSocketAddress node;
    private final long delayMillis;
    private final Map<SocketAddress, Way> ways = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private volatile int answers;

    /// A wire that takes no time.
    public DatagramWire(int port, int nodePort) throws IOException {
        this(port, nodePort, 0);
    }

    /// @param port where callers call
    /// @param delayMillis how long a datagram is on its way, in either direction
    public DatagramWire(int port, int nodePort, long delayMillis) throws IOException {
        this.delayMillis = delayMillis;
        outer = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        node = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), nodePort);
        Thread.ofPlatform()
                .daemon()
                .start(() -> forward(
                        outer,
                        packet -> ways.computeIfAbsent(packet.getSocketAddress(), Way::new)
                                .send(packet)));
    }

    /// So many datagrams of the node reach each caller that comes from now on.
    public void answers(int count) {
        answers = count;
    }

    public int callers() {
        return ways.size();
    }

    @Override
    public void close() {
        outer.close();
        ways.values().forEach(way -> way.inner.close());
        later.shutdownNow();
    }

    private interface Taker {
        void take(DatagramPacket packet) throws IOException;
    }

    private static void forward(DatagramSocket socket, Taker taker) {
        var packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        while (!socket.isClosed()) {
            try {
                packet.setLength(LONGEST);
                socket.receive(packet);
                taker.take(packet);
            } catch (IOException | RejectedExecutionException e) {
                return;
            }
        }
    }

    private void pass(DatagramSocket from, DatagramPacket packet, SocketAddress to) throws IOException {
        if (delayMillis == 0) {
            from.send(new DatagramPacket(packet.getData(), packet.getLength(), to));
            return;
        }
        var copy = new DatagramPacket(Arrays.copyOf(packet.getData(), packet.getLength()), packet.getLength(), to);
        later.schedule(
                () -> {
                    from.send(copy);
                    return null;
                },
                delayMillis,
                TimeUnit.MILLISECONDS);
    }

    private final class Way {
        private final DatagramSocket inner;
        private int left = answers;

        Way(SocketAddress caller) {
            try {
                inner = new DatagramSocket(new InetSocketAddress(node.getAddress(), 0));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> forward(inner, packet -> {
                        if (left > 0) {
                            left--;
                            pass(outer, packet, caller);
                        }
                    }));
        }

        void send(DatagramPacket packet) throws IOException {
            pass(inner, packet, node);
        }
    }
}
