package org.renkei.kernel.link;

import java.nio.ByteBuffer;
import java.util.List;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborText;

/// What one node finds under its seal on a parcel: the next node and the parcel for it, or, with an empty name, what
/// is for itself. Of the way a node learns no more than that.
///
/// @param next name of the next node, empty at the end
/// @param content the parcel for that node, sealed to it, or what is for this one
public record ParcelLayer(String next, byte[] content) {
    private static final int[] SIZES = {8 * 1024, 24 * 1024, 64 * 1024};
    private static final int COARSE = 256 * 1024;
    private static final int LENGTH = Integer.BYTES;

    public boolean isForUs() {
        return next.isEmpty();
    }

    /// What is to be sealed. The innermost layer is padded to one of few lengths, so that its length says little.
    public byte[] encode() {
        var text = Cbor.encode(new CborArray(List.of(new CborText(next), new CborBytes(content))));
        var length = LENGTH + text.length;
        return ByteBuffer.allocate(isForUs() ? padded(length) : length)
                .putInt(text.length)
                .put(text)
                .array();
    }

    /// @throws IllegalArgumentException when it is no layer
    public static ParcelLayer decode(byte[] opened) {
        if (opened.length < LENGTH) {
            throw new IllegalArgumentException("it is no parcel");
        }
        var bytes = ByteBuffer.wrap(opened);
        var text = new byte[Math.clamp(bytes.getInt(), 0, bytes.remaining())];
        bytes.get(text);
        if (Cbor.decode(text) instanceof CborArray(var parts)
                && parts.size() == 2
                && parts.get(0) instanceof CborText(var next)
                && parts.get(1) instanceof CborBytes content) {
            return new ParcelLayer(next, content.value());
        }
        throw new IllegalArgumentException("it is no parcel");
    }

    private static int padded(int length) {
        for (var size : SIZES) {
            if (length <= size) {
                return size;
            }
        }
        return (length + COARSE - 1) / COARSE * COARSE;
    }
}
