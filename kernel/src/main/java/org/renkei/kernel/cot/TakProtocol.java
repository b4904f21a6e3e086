package org.renkei.kernel.cot;

import java.util.ArrayList;

/// The TAK protocol, version 1: an event as a message of protocol buffers (`TakMessage`). In a stream `BF`, its length
/// and the message; in a datagram `BF 01 BF` and the message.
public final class TakProtocol {
    public static final int VERSION = 1;

    private TakProtocol() {}

    /// For a stream.
    public static byte[] frame(CotEvent event) {
        var message = message(event);
        var head = new ProtoOut().varint(message.length).bytes();
        var frame = new byte[1 + head.length + message.length];
        frame[0] = (byte) CotCutter.FRAME;
        System.arraycopy(head, 0, frame, 1, head.length);
        System.arraycopy(message, 0, frame, 1 + head.length, message.length);
        return frame;
    }

    /// For a datagram.
    public static byte[] datagram(CotEvent event) {
        var message = message(event);
        var bytes = new byte[3 + message.length];
        bytes[0] = (byte) CotCutter.FRAME;
        bytes[1] = VERSION;
        bytes[2] = (byte) CotCutter.FRAME;
        System.arraycopy(message, 0, bytes, 3, message.length);
        return bytes;
    }

    private static byte[] message(CotEvent event) {
        var point = event.point();
        var inner = new ProtoOut()
                .string(1, event.type())
                .string(5, event.uid())
                .number(6, event.time())
                .number(7, event.start())
                .number(8, event.stale())
                .string(9, event.how())
                .real(10, point.latitude())
                .real(11, point.longitude())
                .real(12, CotPoint.written(point.hae()))
                .real(13, CotPoint.written(point.ce()))
                .real(14, CotPoint.written(point.le()))
                .message(15, TakDetail.write(event.detail()));
        return new ProtoOut().message(2, inner).bytes();
    }

    /// @throws Refused
    static CotRead read(byte[] bytes) {
        var from = isDatagram(bytes) ? 3 : streamHead(bytes);
        var in = new ProtoIn(bytes, from, bytes.length);
        CotEvent event = null;
        TakControl control = null;
        for (var field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> control = control(in.message());
                case 2 -> event = event(in.message());
                default -> in.pass();
            }
        }
        if (event != null) {
            return new CotRead.Heard(event);
        }
        if (control == null) {
            throw Refused.because(CotRefusal.FIELD);
        }
        return new CotRead.Control(control);
    }

    /// A frame of a stream that begins so would be of one byte.
    private static boolean isDatagram(byte[] bytes) {
        return bytes.length > 3 && bytes[1] == VERSION && (bytes[2] & 0xFF) == CotCutter.FRAME;
    }

    private static int streamHead(byte[] bytes) {
        var wanted = 0L;
        for (var i = 1; i < Math.min(bytes.length, 6); i++) {
            wanted |= (long) (bytes[i] & 0x7F) << 7 * (i - 1);
            if (bytes[i] >= 0) {
                if (wanted > CotCutter.LONGEST) {
                    throw Refused.because(CotRefusal.TOO_LONG);
                }
                if (wanted != bytes.length - i - 1) {
                    throw ProtoIn.broken();
                }
                return i + 1;
            }
        }
        throw ProtoIn.broken();
    }

    private static TakControl control(ProtoIn in) {
        // What is left out is version 1.
        var least = 0L;
        var most = 0L;
        var uid = "";
        for (var field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> least = in.number();
                case 2 -> most = in.number();
                case 3 -> uid = in.string();
                default -> in.pass();
            }
        }
        return new TakControl(version(least), version(most), uid);
    }

    private static int version(long said) {
        return said == 0 ? VERSION : (int) Math.clamp(said, 1, Integer.MAX_VALUE);
    }

    private static CotEvent event(ProtoIn in) {
        var words = new String[16];
        var times = new long[9];
        var point = new double[15];
        var details = new ArrayList<CotElement>();
        for (var field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1, 5, 9 -> words[field] = in.string();
                case 6, 7, 8 -> times[field] = in.number();
                case 10, 11, 12, 13, 14 -> point[field] = in.real();
                case 15 -> details.addAll(TakDetail.read(in.message()));
                default -> in.pass();
            }
        }
        var type = words[1] == null ? "" : words[1];
        var uid = words[5] == null ? "" : words[5];
        var how = words[9] == null ? "" : words[9];
        if (uid.isBlank() || type.isBlank()) {
            throw Refused.because(CotRefusal.FIELD);
        }
        var start = times[7] == 0 ? times[6] : times[7];
        if (!CotEvent.isUid(uid)
                || !CotEvent.isWord(type)
                || !how.isEmpty() && !CotEvent.isWord(how)
                || !CotEvent.isTime(times[6])
                || !CotEvent.isTime(start)
                || !CotEvent.isTime(times[8])) {
            throw Refused.because(CotRefusal.VALUE);
        }
        var place = CotPoint.of(point[10], point[11], point[12], point[13], point[14]);
        return new CotEvent(uid, type, how, times[6], start, times[8], place, new CotDetail(details));
    }
}
