package org.renkei.tak;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.cot.CotCutter;
import org.renkei.kernel.cot.CotEvent;
import org.renkei.kernel.cot.CotMessages;
import org.renkei.kernel.cot.CotRead;
import org.renkei.kernel.cot.CotReader;
import org.renkei.kernel.cot.CotType;
import org.renkei.kernel.cot.CotXml;
import org.renkei.kernel.cot.TakProtocol;

/// One client: a thread that reads it and one that writes to it. Neither holds up anybody else.
final class TakClient {
    private static final long QUIET_MILLIS = 30_000;
    private static final int MOST_A_SECOND = 50;
    private static final int MOST_OWN = 1_000;

    private final UUID id = UUID.randomUUID();
    private final Socket raw;
    private final Socket socket;
    private final String from;
    private final Instant since;
    private final TakEntry entry;
    private final Clock clock;
    private final TakOutbox outbox = new TakOutbox();
    private final TakFigures figures = new TakFigures();
    private final Set<String> own;
    private volatile Caller caller;
    private volatile TakRights rights;
    private volatile boolean protobuf;
    private volatile long writingSince;
    private volatile @Nullable String end;
    private long second;
    private int inSecond;

    /// @param raw under the TLS of `socket`: closing it never waits
    TakClient(Socket raw, Socket socket, Caller caller, TakRights rights, TakEntry entry, Clock clock) {
        this.raw = raw;
        this.socket = socket;
        this.from = TakListener.address(raw);
        this.since = clock.instant();
        this.caller = caller;
        this.rights = rights;
        this.entry = entry;
        this.own = entry.own(caller.means());
        this.clock = clock;
    }

    UUID id() {
        return id;
    }

    String from() {
        return from;
    }

    Instant since() {
        return since;
    }

    Caller caller() {
        return caller;
    }

    TakRights rights() {
        return rights;
    }

    boolean speaksProtobuf() {
        return protobuf;
    }

    TakFigures figures() {
        return figures;
    }

    TakOutbox outbox() {
        return outbox;
    }

    /// What the account may do now.
    void becomes(Caller now, TakRights may) {
        caller = now;
        rights = may;
    }

    /// Why it was cut off by this node; null when the client itself went.
    @Nullable
    String end() {
        return end;
    }

    /// For how long one write has been waiting for the client, in milliseconds.
    long stuck(long now) {
        var begun = writingSince;
        return begun == 0 ? 0 : now - begun;
    }

    void cut(String reason) {
        end = reason;
        close();
    }

    private void close() {
        try {
            raw.close();
        } catch (IOException gone) {
            // It is gone.
        }
    }

    /// Returns when the connection has ended.
    void run() {
        var writer = Thread.ofVirtual().name("tak-writer").start(this::write);
        try {
            read();
        } catch (IOException gone) {
            // The client went, or was cut off.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            close();
            writer.interrupt();
        }
    }

    private void write() {
        outbox.answer(CotMessages.offer("renkei", clock.millis()), false);
        try (var out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024)) {
            while (!raw.isClosed()) {
                var next = outbox.take(QUIET_MILLIS);
                writingSince = clock.millis();
                write(out, next);
                out.flush();
                writingSince = 0;
            }
        } catch (IOException gone) {
            close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(OutputStream out, TakOutbox.@Nullable Next next) throws IOException {
        switch (next) {
            case null -> out.write(bytes(CotMessages.ping("renkei", clock.millis())));
            case TakOutbox.Answer(CotEvent event, boolean thenProtobuf) -> {
                out.write(bytes(event));
                protobuf |= thenProtobuf;
            }
            case TakOutbox.Tracks(TakBatch batch) -> figures.out(batch.write(out, protobuf, own), clock.millis());
        }
    }

    private byte[] bytes(CotEvent event) {
        return protobuf ? TakProtocol.frame(event) : CotXml.bytes(event);
    }

    private void read() throws IOException, InterruptedException {
        var pieces = new ArrayDeque<byte[]>();
        var cutter = new CotCutter(pieces::add);
        var bytes = new byte[8 * 1024];
        var in = socket.getInputStream();
        for (var count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            cutter.cut(bytes, 0, count);
            for (var piece = pieces.poll(); piece != null; piece = pieces.poll()) {
                take(piece);
            }
        }
    }

    private void take(byte[] piece) throws InterruptedException {
        if (!isWithinRate()) {
            figures.refused(TakRefusal.TOO_MANY);
            return;
        }
        switch (CotReader.read(piece)) {
            case CotRead.Heard(CotEvent event) -> heard(event);
            case CotRead.Control ignored -> {}
            case CotRead.Refused ignored -> figures.refused(TakRefusal.UNREADABLE);
        }
    }

    private boolean isWithinRate() {
        var now = clock.millis() / 1000;
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        return inSecond <= MOST_A_SECOND;
    }

    private void heard(CotEvent event) throws InterruptedException {
        var now = clock.millis();
        figures.in(now);
        if (event.type().equals(CotType.PING)) {
            outbox.answer(CotMessages.pong(now), false);
            return;
        }
        var version = CotMessages.requested(event);
        if (version.isPresent()) {
            var granted = version.get().equals(String.valueOf(TakProtocol.VERSION));
            outbox.answer(CotMessages.answer("renkei", granted, now), granted);
            return;
        }
        if (event.type().startsWith("t-")) {
            return;
        }
        if (!rights.send()) {
            figures.refused(TakRefusal.NOT_ALLOWED);
            return;
        }
        // Before it is taken: it must not come back to its sender.
        var fresh = own.size() < MOST_OWN && own.add(event.uid());
        var refusal = entry.take(event, caller.getName(), now);
        if (refusal != null) {
            figures.refused(refusal);
            if (fresh) {
                own.remove(event.uid());
            }
        }
    }
}
