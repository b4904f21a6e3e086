package org.renkei.bench.live;

import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cot.CotCutter;
import org.renkei.kernel.cot.CotDetail;
import org.renkei.kernel.cot.CotEvent;
import org.renkei.kernel.cot.CotMessages;
import org.renkei.kernel.cot.CotPoint;
import org.renkei.kernel.cot.CotRead;
import org.renkei.kernel.cot.CotReader;
import org.renkei.kernel.cot.CotXml;
import org.renkei.kernel.cot.TakProtocol;

/// A TAK client that reports its own position and is given those of all others, in the TAK protocol once both agree.
/// Every
/// client takes in all it is given; a close one reads each event, the others count the frames.
final class CotClient implements AutoCloseable {
    private static final double STEP = 0.00002;
    private static final long STALE = 60_000;

    private final int number;
    private final SSLSocket socket;
    private final @Nullable Waits waits;
    private final AtomicLong got = new AtomicLong();
    private final AtomicBoolean framed = new AtomicBoolean();
    private volatile boolean ended;

    /// @param waits takes how old each position is on its arrival; null for one that only counts
    CotClient(int number, Device device, int port, @Nullable Waits waits) throws IOException {
        this.number = number;
        this.waits = waits;
        this.socket = (SSLSocket) device.context().getSocketFactory().createSocket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.startHandshake();
        Thread.ofVirtual().name("cot-client").start(this::read);
    }

    /// Asks for the TAK protocol, as devices do when it is offered.
    void agree() throws IOException {
        write(CotXml.bytes(CotMessages.request("bench-" + number, TakProtocol.VERSION, System.currentTimeMillis())));
    }

    boolean isAgreed() {
        return framed.get();
    }

    /// Positions of others that came.
    long got() {
        return got.get();
    }

    boolean isEnded() {
        return ended;
    }

    void report(long round) throws IOException {
        var now = System.currentTimeMillis();
        var point = new CotPoint(
                35 + number % 40 * 0.01 + round * STEP,
                139 + number / 40 * 0.01,
                OptionalDouble.empty(),
                OptionalDouble.of(5),
                OptionalDouble.empty());
        write(TakProtocol.frame(new CotEvent(
                "BENCH-" + number,
                "a-f-G-U-C",
                "m-g",
                now,
                now,
                now + STALE,
                point,
                CotDetail.of(CotDetail.contact("BENCH " + number), CotDetail.track(0, 2.2)))));
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    private void read() {
        var cutter = new CotCutter(this::take);
        var frames = new Frames();
        var bytes = new byte[1 << 15];
        try {
            var in = socket.getInputStream();
            for (var count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (framed.get() && waits == null) {
                    got.addAndGet(frames.count(bytes, count));
                } else {
                    cutter.cut(bytes, 0, count);
                }
            }
        } catch (IOException gone) {
            // Closed here, or cut off there.
        }
        ended = true;
    }

    /// Until both sides have agreed, and afterwards by a close one alone.
    private void take(byte[] piece) {
        if (!(CotReader.read(piece) instanceof CotRead.Heard(CotEvent event))) {
            return;
        }
        if (CotMessages.answered(event).isPresent()) {
            framed.set(true);
        } else if (event.type().startsWith("a-")) {
            got.incrementAndGet();
            if (waits != null) {
                waits.add(System.currentTimeMillis() - event.time());
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
