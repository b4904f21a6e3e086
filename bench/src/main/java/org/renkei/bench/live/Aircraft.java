package org.renkei.bench.live;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Aircraft that fly straight on, each with a new position every second, as BaseStation lines to whoever connects. A
/// line
/// bears the millisecond in which it was made; the lines of a second are spread over it.
final class Aircraft implements AutoCloseable {
    private static final int PARTS = 100;
    private static final int FIRST = 0x840000;
    private static final double METRES = 111_320;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy/MM/dd,HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final int count;
    private final ServerSocket server;
    private final AtomicLong sent = new AtomicLong();

    Aircraft(int count) throws IOException {
        this.count = count;
        this.server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("aircraft").start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /// Lines up to now.
    long sent() {
        return sent.get();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept();
                    var out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16)) {
                for (var part = System.currentTimeMillis() * PARTS / 1000; ; part++) {
                    var due = part * 1000 / PARTS;
                    var early = due - System.currentTimeMillis();
                    if (early > 0) {
                        Thread.sleep(early);
                    }
                    fly((int) Math.floorMod(part, PARTS), out);
                    out.flush();
                }
            } catch (IOException gone) {
                // The node calls again.
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void fly(int part, BufferedOutputStream out) throws IOException {
        var now = System.currentTimeMillis();
        var time = TIME.format(Instant.ofEpochMilli(now));
        for (var number = part; number < count; number += PARTS) {
            out.write(line(number, now, time).getBytes(StandardCharsets.US_ASCII));
            sent.incrementAndGet();
        }
    }

    /// MSG,3 of the BaseStation protocol.
    static String line(int number, long now, String time) {
        var course = Math.toRadians(number * 37 % 360);
        var way = (120 + number % 130) * (now % 3_600_000 / 1e3);
        var latitude = 22 + number % 140 / 7.0 + way * Math.cos(course) / METRES;
        var longitude = 120 + number / 140 / 3.0 + way * Math.sin(course) / METRES / Math.cos(Math.toRadians(latitude));
        return "MSG,3,1,1," + Integer.toHexString(FIRST + number).toUpperCase(Locale.ROOT) + ",1," + time + "," + time
                + ",," + (10_000 + number % 280 * 100) + ",,," + degrees(latitude) + "," + degrees(longitude)
                + ",,,0,0,0,0\r\n";
    }

    /// Five digits, as receivers give them.
    private static double degrees(double value) {
        return Math.round(value * 1e5) / 1e5;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
