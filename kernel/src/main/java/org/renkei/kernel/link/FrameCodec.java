package org.renkei.kernel.link;

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

/// The content of a frame: a CBOR array `[type, fields …]`. Types of a newer version are passed over, and so are
/// fields beyond those known, so that an older node still understands the rest.
final class FrameCodec {
    private static final int HELLO = 1;
    private static final int BATCH = 2;
    private static final int ACK = 3;
    private static final int PING = 4;
    private static final int PONG = 5;
    private static final int GOODBYE = 6;
    private static final int COLUMNS = 7;
    private static final int ADVANCE = 8;
    private static final int ADVANCE_ACK = 9;
    private static final int RECEIPT = 10;
    private static final int JOIN = 11;
    private static final int RECOVER = 12;
    private static final int RECOVERED = 13;
    private static final int WANT = 14;
    private static final int CHUNK = 15;
    private static final int LACKING = 16;
    private static final int RECOVERED_AHEAD = 17;
    private static final int AUDITED = 18;
    private static final int COSIGNED = 19;
    private static final int PARCEL = 20;
    private static final int PARCEL_ACK = 21;
    private static final int KEY_KNOWN = 22;
    private static final int MAX_SUCCESSIONS = 64;
    private static final int TRACED = 23;
    private static final int JOIN_TRACKS = 24;
    private static final int TRACKS = 25;

    private FrameCodec() {}

    static byte[] encode(LinkFrame frame) {
        return Cbor.encode(
                switch (frame) {
                    case LinkFrame.Hello hello -> hello(hello);
                    case LinkFrame.Batch(var from, var entries, var checkpoint) ->
                        array(BATCH, new CborInt(from), byteStrings(entries), new CborText(checkpoint));
                    case LinkFrame.Ack(var size, var root) ->
                        array(ACK, new CborInt(size), new CborBytes(root.bytes()));
                    case LinkFrame.Ping(var token) -> array(PING, new CborInt(token));
                    case LinkFrame.Pong(var token) -> array(PONG, new CborInt(token));
                    case LinkFrame.Goodbye(var problem) -> array(GOODBYE, new CborText(problem));
                    case LinkFrame.Columns(var from, var columns, var signatures) ->
                        array(COLUMNS, new CborInt(from), new CborBytes(columns), lines(signatures));
                    case LinkFrame.Advance(var entries) ->
                        array(
                                ADVANCE,
                                new CborArray(entries.stream()
                                        .<CborValue>map(one -> byteStrings(List.of(one.entry(), one.seal())))
                                        .toList()));
                    case LinkFrame.AdvanceAck(var positions) ->
                        array(
                                ADVANCE_ACK,
                                new CborArray(positions.stream()
                                        .<CborValue>map(CborInt::new)
                                        .toList()));
                    case LinkFrame.Receipt(var bytes) -> array(RECEIPT, new CborInt(bytes));
                    case LinkFrame.Join(var token) -> array(JOIN, new CborBytes(token));
                    case LinkFrame.Recover(var from) -> array(RECOVER, new CborInt(from));
                    case LinkFrame.Recovered(var from, var columns, var signatures) ->
                        array(RECOVERED, new CborInt(from), new CborBytes(columns), lines(signatures));
                    case LinkFrame.Want(var digest, var from, var upTo) ->
                        array(WANT, new CborBytes(digest.bytes()), new CborInt(from), new CborInt(upTo));
                    case LinkFrame.Chunk(var digest, var from, var total, var bytes) ->
                        array(
                                CHUNK,
                                new CborBytes(digest.bytes()),
                                new CborInt(from),
                                new CborInt(total),
                                new CborBytes(bytes));
                    case LinkFrame.Lacking(var digest, var code) ->
                        array(LACKING, new CborBytes(digest.bytes()), new CborText(code));
                    case LinkFrame.RecoveredAhead(var entries) ->
                        array(
                                RECOVERED_AHEAD,
                                new CborArray(entries.stream()
                                        .<CborValue>map(FrameCodec::ahead)
                                        .toList()));
                    case LinkFrame.Audited(var checkpoint, var from, var restored, var proof, var padding) ->
                        array(
                                AUDITED,
                                new CborText(checkpoint),
                                new CborInt(from),
                                new CborInt(restored),
                                byteStrings(proof.stream().map(Hash::bytes).toList()),
                                new CborBytes(padding));
                    case LinkFrame.Cosigned(var code, var checkpoint, var padding) ->
                        array(COSIGNED, new CborText(code), new CborText(checkpoint), new CborBytes(padding));
                    case LinkFrame.Traced(var upTo, var context) ->
                        array(TRACED, new CborInt(upTo), new CborText(context));
                    case LinkFrame.Parcel(var id, var urgent, var bytes) ->
                        array(PARCEL, new CborBytes(id), new CborInt(urgent ? 1 : 0), new CborBytes(bytes));
                    case LinkFrame.ParcelAck(var id, var code) ->
                        array(PARCEL_ACK, new CborBytes(id), new CborText(code));
                    case LinkFrame.KeyKnown(var key) -> array(KEY_KNOWN, new CborBytes(key));
                    case LinkFrame.JoinTracks(var token) -> array(JOIN_TRACKS, new CborBytes(token));
                    case LinkFrame.Tracks(var number, var heard, var updates, var told) ->
                        array(
                                TRACKS,
                                new CborInt(number),
                                new CborInt(heard),
                                byteStrings(updates),
                                new CborBytes(told));
                });
    }

    private static CborArray hello(LinkFrame.Hello hello) {
        var fields = new ArrayList<CborValue>(List.of(
                new CborInt(HELLO),
                new CborArray(
                        hello.versions().stream().<CborValue>map(CborInt::new).toList()),
                new CborText(hello.node()),
                new CborText(hello.to()),
                new CborInt(hello.heldSize()),
                new CborBytes(hello.heldRoot().bytes())));
        if (hello.token().length > 0) {
            fields.add(new CborText(hello.compression()));
            fields.add(new CborBytes(hello.token()));
            fields.add(new CborInt(hello.ahead()));
        }
        if (hello.token().length > 0
                && (hello.known().length > 0 || !hello.successions().isEmpty())) {
            fields.add(byteStrings(hello.successions()));
            fields.add(new CborBytes(hello.known()));
        }
        return new CborArray(fields);
    }

    private static CborArray ahead(LinkFrame.Ahead one) {
        return new CborArray(List.of(
                new CborInt(one.position()),
                new CborBytes(one.leaf().bytes()),
                new CborBytes(one.entry()),
                new CborBytes(one.seal())));
    }

    private static CborArray byteStrings(List<byte[]> items) {
        return new CborArray(items.stream().<CborValue>map(CborBytes::new).toList());
    }

    private static CborArray lines(SignatureLines signatures) {
        return new CborArray(signatures.lines().stream()
                .<CborValue>map(
                        line -> new CborArray(List.of(new CborText(line.name()), new CborBytes(line.signature()))))
                .toList());
    }

    /// Empty for a frame of a type that this version does not know.
    ///
    /// @throws IllegalArgumentException (or a subclass, or a CBOR exception) when the bytes are no frame
    static Optional<LinkFrame> decode(byte[] content) {
        if (!(Cbor.decode(content) instanceof CborArray(var fields))
                || fields.isEmpty()
                || !(fields.getFirst() instanceof CborInt(var type))) {
            throw new IllegalArgumentException("a frame is an array that begins with its type");
        }
        return Optional.ofNullable(
                switch (type > TRACKS || type < 0 ? 0 : (int) type) {
                    case HELLO ->
                        new LinkFrame.Hello(
                                items(fields, 1).stream()
                                        .map(version -> (int) integer(version))
                                        .toList(),
                                text(fields, 2),
                                text(fields, 3),
                                integer(field(fields, 4)),
                                hash(fields, 5),
                                fields.size() > 7 ? text(fields, 6) : "",
                                fields.size() > 7 ? bytes(field(fields, 7)) : new byte[0],
                                fields.size() > 8 ? integer(field(fields, 8)) : 0,
                                fields.size() > 10 ? successions(fields) : List.of(),
                                fields.size() > 10 ? bytes(field(fields, 10)) : new byte[0]);
                    case BATCH ->
                        new LinkFrame.Batch(
                                integer(field(fields, 1)),
                                items(fields, 2).stream().map(FrameCodec::bytes).toList(),
                                text(fields, 3));
                    case ACK -> new LinkFrame.Ack(integer(field(fields, 1)), hash(fields, 2));
                    case PING -> new LinkFrame.Ping(integer(field(fields, 1)));
                    case PONG -> new LinkFrame.Pong(integer(field(fields, 1)));
                    case GOODBYE -> new LinkFrame.Goodbye(text(fields, 1));
                    case COLUMNS ->
                        new LinkFrame.Columns(
                                integer(field(fields, 1)), bytes(field(fields, 2)), lines(items(fields, 3)));
                    case ADVANCE ->
                        new LinkFrame.Advance(items(fields, 1).stream()
                                .map(FrameCodec::sealed)
                                .toList());
                    case ADVANCE_ACK ->
                        new LinkFrame.AdvanceAck(items(fields, 1).stream()
                                .map(FrameCodec::integer)
                                .toList());
                    case RECEIPT -> new LinkFrame.Receipt(integer(field(fields, 1)));
                    case JOIN -> new LinkFrame.Join(bytes(field(fields, 1)));
                    case RECOVER -> new LinkFrame.Recover(integer(field(fields, 1)));
                    case RECOVERED ->
                        new LinkFrame.Recovered(
                                integer(field(fields, 1)), bytes(field(fields, 2)), lines(items(fields, 3)));
                    case WANT ->
                        new LinkFrame.Want(hash(fields, 1), integer(field(fields, 2)), integer(field(fields, 3)));
                    case CHUNK ->
                        new LinkFrame.Chunk(
                                hash(fields, 1),
                                integer(field(fields, 2)),
                                integer(field(fields, 3)),
                                bytes(field(fields, 4)));
                    case LACKING -> new LinkFrame.Lacking(hash(fields, 1), text(fields, 2));
                    case RECOVERED_AHEAD ->
                        new LinkFrame.RecoveredAhead(
                                items(fields, 1).stream().map(FrameCodec::ahead).toList());
                    case AUDITED ->
                        new LinkFrame.Audited(
                                text(fields, 1),
                                integer(field(fields, 2)),
                                integer(field(fields, 3)),
                                items(fields, 4).stream()
                                        .map(hash -> Hash.of(bytes(hash)))
                                        .toList(),
                                bytes(field(fields, 5)));
                    case COSIGNED -> new LinkFrame.Cosigned(text(fields, 1), text(fields, 2), bytes(field(fields, 3)));
                    case TRACED -> new LinkFrame.Traced(integer(field(fields, 1)), text(fields, 2));
                    case PARCEL ->
                        new LinkFrame.Parcel(
                                bytes(field(fields, 1)), integer(field(fields, 2)) != 0, bytes(field(fields, 3)));
                    case PARCEL_ACK -> new LinkFrame.ParcelAck(bytes(field(fields, 1)), text(fields, 2));
                    case KEY_KNOWN -> new LinkFrame.KeyKnown(bytes(field(fields, 1)));
                    case JOIN_TRACKS -> new LinkFrame.JoinTracks(bytes(field(fields, 1)));
                    case TRACKS ->
                        new LinkFrame.Tracks(
                                integer(field(fields, 1)),
                                integer(field(fields, 2)),
                                items(fields, 3).stream().map(FrameCodec::bytes).toList(),
                                bytes(field(fields, 4)));
                    default -> null;
                });
    }

    private static CborArray array(int type, CborValue... fields) {
        var values = new ArrayList<CborValue>();
        values.add(new CborInt(type));
        values.addAll(List.of(fields));
        return new CborArray(values);
    }

    private static SignatureLines lines(List<CborValue> items) {
        var lines = new ArrayList<SignatureLines.Line>();
        for (var item : items) {
            if (!(item instanceof CborArray(var parts))
                    || parts.size() != 2
                    || !(parts.get(0) instanceof CborText(var name))
                    || !(parts.get(1) instanceof CborBytes signature)) {
                throw new IllegalArgumentException("a signature is [name, bytes]");
            }
            lines.add(new SignatureLines.Line(name, signature.value()));
        }
        return new SignatureLines(lines);
    }

    private static List<byte[]> successions(List<CborValue> fields) {
        var items = items(fields, 9);
        if (items.size() > MAX_SUCCESSIONS) {
            throw new IllegalArgumentException("more than " + MAX_SUCCESSIONS + " successions");
        }
        return items.stream().map(FrameCodec::bytes).toList();
    }

    private static LinkFrame.Sealed sealed(CborValue item) {
        var parts = parts(item, 2);
        return new LinkFrame.Sealed(bytes(parts.get(0)), bytes(parts.get(1)));
    }

    private static LinkFrame.Ahead ahead(CborValue item) {
        var parts = parts(item, 4);
        return new LinkFrame.Ahead(integer(parts.get(0)), hash(parts, 1), bytes(parts.get(2)), bytes(parts.get(3)));
    }

    private static List<CborValue> parts(CborValue item, int count) {
        if (item instanceof CborArray(var parts) && parts.size() == count) {
            return parts;
        }
        throw new IllegalArgumentException("an item of " + count + " parts is expected in a frame");
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
}
