package org.renkei.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.renkei.settings.FreePort;

/// A stretch of wire between two nodes that can be cut: passes bytes from a port of its own to another. Cutting
/// ends every connection and refuses new ones, as a broken cable does.
final class Relay implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final InetSocketAddress to;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket server;

    Relay(int toPort) throws IOException {
        this.to = new InetSocketAddress(InetAddress.getLoopbackAddress(), toPort);
        this.server = new ServerSocket(FreePort.find(), 16, InetAddress.getLoopbackAddress());
        this.port = server.getLocalPort();
        listen(server);
    }

    int port() {
        return port;
    }

    synchronized void cut() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
        open.clear();
    }

    synchronized void restore() throws IOException {
        var again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
        server = again;
        listen(again);
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void listen(ServerSocket socket) {
        Thread.ofVirtual().name("relay").start(() -> {
            try {
                while (!socket.isClosed()) {
                    join(socket.accept());
                }
            } catch (IOException e) {
                // The wire was cut.
            }
        });
    }

    private void join(Socket near) throws IOException {
        open.add(near);
        var far = new Socket();
        try {
            far.connect(to);
        } catch (IOException e) {
            near.close();
            return;
        }
        open.add(far);
        Thread.ofVirtual().start(() -> pass(near, far));
        Thread.ofVirtual().start(() -> pass(far, near));
    }

    private void pass(Socket from, Socket into) {
        var buffer = new byte[BUFFER];
        try (from;
                into) {
            for (var count = from.getInputStream().read(buffer);
                    count >= 0;
                    count = from.getInputStream().read(buffer)) {
                into.getOutputStream().write(buffer, 0, count);
            }
        } catch (IOException e) {
            // One of the two ends is gone; closing both tells the other.
        }
        open.remove(from);
        open.remove(into);
    }
}
