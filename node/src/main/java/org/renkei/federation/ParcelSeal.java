package org.renkei.federation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborText;
import org.renkei.keys.Partners;
import org.renkei.keys.Sealing;
import org.renkei.keys.Unsealing;

/// The layers of a parcel. Each is sealed to one node on the way and tells it the next one and nothing else; the
/// innermost is for the node at the end. Padded, so that its length says little.
final class ParcelSeal {
    private static final byte[] CONTEXT = "RENKEI PARCEL 1\n".getBytes(US_ASCII);
    private static final int[] SIZES = {8 * 1024, 24 * 1024, 64 * 1024};
    private static final int COARSE = 256 * 1024;
    private static final int LENGTH = Integer.BYTES;

    private ParcelSeal() {}

    /// One layer opened: a parcel for the next node, or, with an empty name, what is for this one.
    record Layer(String next, byte[] content) {
        boolean isForUs() {
            return next.isEmpty();
        }
    }

    /// Seals a content to the last of the nodes, and that again to each before it.
    static byte[] wrap(List<Partners.Partner> way, byte[] content) {
        var last = way.size() - 1;
        var wrapped = seal(way.get(last), new Layer("", content), true);
        for (var hop = last - 1; hop >= 0; hop--) {
            wrapped = seal(way.get(hop), new Layer(way.get(hop + 1).node().toString(), wrapped), false);
        }
        return wrapped;
    }

    private static byte[] seal(Partners.Partner to, Layer layer, boolean padded) {
        var text = Cbor.encode(new CborArray(List.of(new CborText(layer.next()), new CborBytes(layer.content()))));
        var plain = ByteBuffer.allocate(padded ? size(LENGTH + text.length) : LENGTH + text.length)
                .putInt(text.length)
                .put(text)
                .array();
        var sealed = new ByteArrayOutputStream();
        try {
            Sealing.seal(to.card().sealing(), CONTEXT, new ByteArrayInputStream(plain), sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealed.toByteArray();
    }

    /// @throws IOException when it is not sealed to this node, was changed, or is no parcel
    static Layer open(Unsealing key, byte[] parcel) throws IOException {
        var plain = new ByteArrayOutputStream();
        try {
            key.open(CONTEXT, new ByteArrayInputStream(parcel), plain);
            var bytes = ByteBuffer.wrap(plain.toByteArray());
            var text = new byte[Math.clamp(bytes.getInt(), 0, bytes.remaining())];
            bytes.get(text);
            if (Cbor.decode(text) instanceof CborArray(var parts)
                    && parts.size() == 2
                    && parts.get(0) instanceof CborText(var next)
                    && parts.get(1) instanceof CborBytes content) {
                return new Layer(next, content.value());
            }
        } catch (RuntimeException e) {
            throw new IOException("it is no parcel: " + e.getMessage(), e);
        }
        throw new IOException("it is no parcel");
    }

    /// Few lengths occur, so that a length says little.
    private static int size(int length) {
        for (var size : SIZES) {
            if (length <= size) {
                return size;
            }
        }
        return (length + COARSE - 1) / COARSE * COARSE;
    }
}
