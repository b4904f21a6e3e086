package org.renkei.tak;

import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocket;
import org.renkei.kernel.cot.CotCutter;
import org.renkei.kernel.cot.CotEvent;
import org.renkei.kernel.cot.CotRead;
import org.renkei.kernel.cot.CotReader;
import org.renkei.kernel.cot.CotXml;
import org.renkei.testing.Machine;

/// A TAK client over real TLS.
final class TakPeer implements AutoCloseable {
    private final SSLSocket socket;
    private final List<CotEvent> events = new CopyOnWriteArrayList<>();
    private final List<byte[]> pieces = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    /// @param reads whether it takes what it is given
    TakPeer(Machine machine, int port, boolean reads) throws IOException {
        socket = (SSLSocket) machine.context().getSocketFactory().createSocket("127.0.0.1", port);
        socket.startHandshake();
        if (reads) {
            Thread.ofVirtual().start(this::read);
        }
    }

    private void read() {
        var cutter = new CotCutter(piece -> {
            pieces.add(piece);
            if (CotReader.read(piece) instanceof CotRead.Heard(CotEvent event)) {
                events.add(event);
            }
        });
        var bytes = new byte[4096];
        try {
            for (var count = socket.getInputStream().read(bytes);
                    count >= 0;
                    count = socket.getInputStream().read(bytes)) {
                cutter.cut(bytes, 0, count);
            }
        } catch (IOException gone) {
            // It was cut off.
        }
        ended = true;
    }

    void send(CotEvent event) throws IOException {
        send(CotXml.bytes(event));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// Everything that came, newest last.
    List<CotEvent> events() {
        return events;
    }

    List<byte[]> pieces() {
        return pieces;
    }

    boolean isEnded() {
        return ended;
    }

    CotEvent awaits(String what, Predicate<CotEvent> wanted) {
        eventually(what, () -> events.stream().anyMatch(wanted));
        return events.stream().filter(wanted).findFirst().orElseThrow();
    }

    CotEvent awaits(String callsign) {
        return awaits(callsign, event -> event.detail().callsign().orElse("").equals(callsign));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
