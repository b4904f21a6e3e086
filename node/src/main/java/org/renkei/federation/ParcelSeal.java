package org.renkei.federation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.renkei.kernel.link.ParcelLayer;
import org.renkei.keys.Partners;
import org.renkei.keys.Sealing;
import org.renkei.keys.Unsealing;

/// Seals the layers of a parcel, each to one node on the way, and the innermost to the node at the end.
final class ParcelSeal {
    private static final byte[] CONTEXT = "RENKEI PARCEL 1\n".getBytes(US_ASCII);

    private ParcelSeal() {}

    /// Seals a content to the last of the nodes, and that again to each before it.
    static byte[] wrap(List<Partners.Partner> way, byte[] content) {
        var last = way.size() - 1;
        var wrapped = seal(way.get(last), new ParcelLayer("", content));
        for (var hop = last - 1; hop >= 0; hop--) {
            wrapped = seal(way.get(hop), new ParcelLayer(way.get(hop + 1).node().toString(), wrapped));
        }
        return wrapped;
    }

    private static byte[] seal(Partners.Partner to, ParcelLayer layer) {
        var sealed = new ByteArrayOutputStream();
        try {
            Sealing.seal(to.card().sealing(), CONTEXT, new ByteArrayInputStream(layer.encode()), sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sealed.toByteArray();
    }

    /// @throws IOException when it is not sealed to this node, was changed, or is no parcel
    static ParcelLayer open(Unsealing key, byte[] parcel) throws IOException {
        var plain = new ByteArrayOutputStream();
        try {
            key.open(CONTEXT, new ByteArrayInputStream(parcel), plain);
            return ParcelLayer.decode(plain.toByteArray());
        } catch (RuntimeException e) {
            throw new IOException("it is no parcel: " + e.getMessage(), e);
        }
    }
}
