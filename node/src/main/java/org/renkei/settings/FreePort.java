package org.renkei.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Finds ports on loopback for what this machine keeps to itself. They lie below the range from which systems take the
/// near end of outgoing connections, so that none of these occupies the port before it is listened on.
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final int TRIES = 200;

    private FreePort() {}

    /// A port on which nobody listens now.
    public static int find() throws IOException {
        for (var i = 0; i < TRIES; i++) {
            var port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port between " + FIRST + " and " + END);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
