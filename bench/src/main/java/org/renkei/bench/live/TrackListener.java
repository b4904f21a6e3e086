package org.renkei.bench.live;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One open map: reads the stream of tracks of a node as a browser does. A close one looks at the time of each track
/// that
/// is told; the others only read, so that reading does not take the machine from the node.
final class TrackListener implements AutoCloseable {
    private static final byte[] SEEN = "\"seenAt\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_TIME = 32;

    private final Socket socket;
    private final @Nullable Waits waits;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong told = new AtomicLong();
    private volatile boolean ended;

    /// @param waits takes how old each position is on its arrival; null for one that only reads
    TrackListener(BenchNode node, @Nullable Waits waits) throws IOException {
        this.waits = waits;
        this.socket = new Socket("127.0.0.1", node.port());
        socket.setReceiveBufferSize(1 << 18);
        socket.getOutputStream().write("""
                        GET /api/v1/tracks/stream HTTP/1.1\r
                        Host: 127.0.0.1\r
                        Authorization: Bearer %s\r
                        Accept: text/event-stream\r
                        \r
                        """.formatted(node.token()).getBytes(StandardCharsets.US_ASCII));
        Thread.ofVirtual().name("listener").start(this::read);
    }

    long bytes() {
        return bytes.get();
    }

    /// Tracks that were told, those told again among them; 0 of one that only reads.
    long told() {
        return told.get();
    }

    boolean isEnded() {
        return ended;
    }

    private void read() {
        try (var in = new BufferedInputStream(socket.getInputStream(), 1 << 16)) {
            var content = new Chunks(in);
            for (var line = content.line(); !line.isEmpty(); line = content.line()) {
                if (line.startsWith("HTTP/1.1 ") && !line.startsWith("HTTP/1.1 200")) {
                    throw new IOException(line);
                }
            }
            var piece = new byte[1 << 17];
            var kept = 0;
            for (var count = content.read(piece, kept, piece.length - kept);
                    count >= 0;
                    count = content.read(piece, kept, piece.length - kept)) {
                bytes.addAndGet(count);
                kept = waits == null ? 0 : look(piece, kept + count, waits);
            }
        } catch (IOException gone) {
            // Closed here, or there.
        }
        ended = true;
    }

    /// @return how many bytes of the end are kept for the next piece, at its beginning
    private int look(byte[] piece, int length, Waits into) {
        var now = System.currentTimeMillis();
        var from = 0;
        for (var i = 0; i + SEEN.length + LONGEST_TIME <= length; i++) {
            if (piece[i] == '"' && piece[i + 1] == 's' && isSeen(piece, i)) {
                var end = i + SEEN.length;
                while (piece[end] != '"' && end < length - 1) {
                    end++;
                }
                var time = new String(piece, i + SEEN.length, end - i - SEEN.length, StandardCharsets.US_ASCII);
                into.add(now - Instant.parse(time).toEpochMilli());
                told.incrementAndGet();
                from = end;
                i = end;
            }
        }
        var rest = Math.min(length - from, SEEN.length + LONGEST_TIME - 1);
        System.arraycopy(piece, length - rest, piece, 0, rest);
        return rest;
    }

    private static boolean isSeen(byte[] piece, int at) {
        for (var i = 0; i < SEEN.length; i++) {
            if (piece[at + i] != SEEN[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
