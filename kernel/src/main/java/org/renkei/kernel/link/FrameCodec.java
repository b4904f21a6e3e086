package org.renkei.kernel.link;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.ledger.Hash;

/// Frames on the wire: four bytes of length, most significant first, then a CBOR array `[type, fields …]`. Types of a
/// newer version are passed over, so that an older node still understands the rest.
public final class FrameCodec {
    /// A longer frame is refused before anything of it is kept.
    public static final int MAX_FRAME = 8 * 1024 * 1024;

    private static final int HEADER = 4;
    private static final int HELLO = 1;
    private static final int BATCH = 2;
    private static final int ACK = 3;
    private static final int PING = 4;
    private static final int PONG = 5;
    private static final int GOODBYE = 6;

    private byte[] pending = new byte[0];

    public static byte[] encode(LinkFrame frame) {
        var content = Cbor.encode(
                switch (frame) {
                    case LinkFrame.Hello(var versions, var node, var to, var size, var root) ->
                        array(
                                HELLO,
                                new CborArray(versions.stream()
                                        .<CborValue>map(CborInt::new)
                                        .toList()),
                                new CborText(node),
                                new CborText(to),
                                new CborInt(size),
                                new CborBytes(root.bytes()));
                    case LinkFrame.Batch(var from, var entries, var checkpoint) ->
                        array(
                                BATCH,
                                new CborInt(from),
                                new CborArray(entries.stream()
                                        .<CborValue>map(CborBytes::new)
                                        .toList()),
                                new CborText(checkpoint));
                    case LinkFrame.Ack(var size, var root) ->
                        array(ACK, new CborInt(size), new CborBytes(root.bytes()));
                    case LinkFrame.Ping(var token) -> array(PING, new CborInt(token));
                    case LinkFrame.Pong(var token) -> array(PONG, new CborInt(token));
                    case LinkFrame.Goodbye(var problem) -> array(GOODBYE, new CborText(problem));
                });
        return ByteBuffer.allocate(HEADER + content.length)
                .putInt(content.length)
                .put(content)
                .array();
    }

    /// Takes what has arrived and answers every frame that is now complete.
    ///
    /// @throws IllegalArgumentException (or a subclass, or a CBOR exception) when the bytes are no session
    public List<LinkFrame> read(byte[] chunk) {
        var all = ByteBuffer.wrap(joined(pending, chunk));
        var frames = new ArrayList<LinkFrame>();
        while (all.remaining() >= HEADER) {
            var length = all.getInt(all.position());
            if (length < 0 || length > MAX_FRAME) {
                throw new IllegalArgumentException("a frame of " + length + " bytes");
            }
            if (all.remaining() < HEADER + length) {
                break;
            }
            var content = new byte[length];
            all.position(all.position() + HEADER).get(content);
            decode(content).ifPresent(frames::add);
        }
        pending = new byte[all.remaining()];
        all.get(pending);
        return frames;
    }

    private static Optional<LinkFrame> decode(byte[] content) {
        if (!(Cbor.decode(content) instanceof CborArray(var fields))
                || fields.isEmpty()
                || !(fields.getFirst() instanceof CborInt(var type))) {
            throw new IllegalArgumentException("a frame is an array that begins with its type");
        }
        return Optional.ofNullable(
                switch (type > GOODBYE || type < 0 ? 0 : (int) type) {
                    case HELLO ->
                        new LinkFrame.Hello(
                                items(fields, 1).stream()
                                        .map(version -> (int) integer(version))
                                        .toList(),
                                text(fields, 2),
                                text(fields, 3),
                                integer(field(fields, 4)),
                                hash(fields, 5));
                    case BATCH ->
                        new LinkFrame.Batch(
                                integer(field(fields, 1)),
                                items(fields, 2).stream().map(FrameCodec::bytes).toList(),
                                text(fields, 3));
                    case ACK -> new LinkFrame.Ack(integer(field(fields, 1)), hash(fields, 2));
                    case PING -> new LinkFrame.Ping(integer(field(fields, 1)));
                    case PONG -> new LinkFrame.Pong(integer(field(fields, 1)));
                    case GOODBYE -> new LinkFrame.Goodbye(text(fields, 1));
                    default -> null;
                });
    }

    private static CborArray array(int type, CborValue... fields) {
        var values = new ArrayList<CborValue>();
        values.add(new CborInt(type));
        values.addAll(List.of(fields));
        return new CborArray(values);
    }

    private static CborValue field(List<CborValue> fields, int index) {
        if (index >= fields.size()) {
            throw new IllegalArgumentException("a frame lacks field " + index);
        }
        return fields.get(index);
    }

    private static long integer(CborValue value) {
        if (value instanceof CborInt(var number) && number >= 0) {
            return number;
        }
        throw new IllegalArgumentException("a number from 0 is expected in a frame");
    }

    private static byte[] bytes(CborValue value) {
        if (value instanceof CborBytes bytes) {
            return bytes.value();
        }
        throw new IllegalArgumentException("bytes are expected in a frame");
    }

    private static String text(List<CborValue> fields, int index) {
        if (field(fields, index) instanceof CborText(var text)) {
            return text;
        }
        throw new IllegalArgumentException("text is expected in field " + index + " of a frame");
    }

    private static List<CborValue> items(List<CborValue> fields, int index) {
        if (field(fields, index) instanceof CborArray(var items)) {
            return items;
        }
        throw new IllegalArgumentException("an array is expected in field " + index + " of a frame");
    }

    private static Hash hash(List<CborValue> fields, int index) {
        return Hash.of(bytes(field(fields, index)));
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        var all = new byte[head.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}
