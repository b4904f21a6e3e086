package org.renkei.federation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.renkei.fuzz.Inputs.bytes;
import static org.renkei.fuzz.Inputs.framed;
import static org.renkei.fuzz.Inputs.hex;
import static org.renkei.fuzz.Inputs.joined;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.FrameReader;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.NodeKeys;
import org.renkei.keys.Sealing;

/// The parsers of links, media and parcels, with samples for each. Keys are made anew, so that what is sealed differs
/// from run to run; what is inside does not.
public final class FederationParsers {
    private static final NodeId SELF = NodeId.parse("USA/yokota");
    private static final byte[] PARCEL = "RENKEI PARCEL 1\n".getBytes(US_ASCII);
    private static final int PACKED = 1 << 31;

    private final ZstdCompressions compressions = new ZstdCompressions();
    private final NodeKeys keys;

    public FederationParsers() {
        try {
            keys = NodeKeys.open(Files.createTempDirectory("renkei-keys").resolve("keys"), SELF);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bytes of one lane on which frames may be compressed.
    public void frames(byte[] input) {
        try (var reader = new FrameReader(compressions.open(Lane.BULK))) {
            reader.read(input);
        }
    }

    public List<byte[]> packedFrames() {
        try (var writer = new FrameWriter(compressions.open(Lane.BULK))) {
            var ping = writer.encode(new LinkFrame.Ping(7), true);
            var ack = writer.encode(new LinkFrame.Ack(3, Hash.ofContent(new byte[3])), true);
            return List.of(
                    joined(ping, ack),
                    ping,
                    bomb(new byte[64 << 20]),
                    bomb(joined(hex("8209" + "9a007fff00"), new byte[0x7fff00])),
                    bomb(joined(hex("8209" + "9a00100000"), new byte[0x100000])),
                    framed(PACKED | 4, hex("28b52ffd")));
        }
    }

    private static byte[] bomb(byte[] plain) {
        var packed = Zstd.compress(plain, 19);
        return framed(packed.length | PACKED, packed);
    }

    /// A medium from its first byte to what it holds.
    public void medium(byte[] input) throws IOException {
        var in = new ByteArrayInputStream(input);
        var header = MediumHeader.read(in);
        keys.sealing().open(header.bytes(), in, OutputStream.nullOutputStream());
    }

    public List<byte[]> media() {
        var header = new MediumHeader(SELF).bytes();
        return List.of(
                joined(header, sealed(header, bytes("what a medium holds"))),
                joined(header, sealed(header, new byte[200_000])),
                bytes("RENKEI MEDIUM 1\nto: "),
                header);
    }

    /// A parcel as it comes.
    public void parcel(byte[] input) throws IOException {
        ParcelSeal.open(keys.sealing(), input);
    }

    public List<byte[]> parcels() {
        return List.of(sealed(PARCEL, layers().getFirst()), sealed(PARCEL, layers().getLast()));
    }

    /// What one who may seal to this node put into a parcel.
    public void layer(byte[] input) throws IOException {
        ParcelSeal.open(keys.sealing(), sealed(PARCEL, input));
    }

    public List<byte[]> layers() {
        return List.of(
                layer("JPN/ichigaya", bytes("sealed for the next")),
                layer("", contents().getFirst()));
    }

    private static byte[] layer(String next, byte[] content) {
        var text = Cbor.encode(new CborArray(List.of(new CborText(next), new CborBytes(content))));
        return ByteBuffer.allocate(4 + text.length)
                .putInt(text.length)
                .put(text)
                .array();
    }

    /// The innermost layer.
    public void content(byte[] input) {
        ParcelContent.decode(input);
    }

    public List<byte[]> contents() {
        return List.of(
                new ParcelContent(NodeId.parse("JPN/ichigaya"), hex("000000038204ff"), "a\n1\nb\n\n— c d\n").encode());
    }

    private byte[] sealed(byte[] context, byte[] plain) {
        var out = new ByteArrayOutputStream();
        try {
            Sealing.seal(keys.sealing().publicKey(), context, new ByteArrayInputStream(plain), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
