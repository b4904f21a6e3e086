package org.renkei.kernel.cot;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Reads one piece of a stream as [CotCutter] cuts it, or one datagram: an event as XML or as a frame of the TAK
/// protocol.
public final class CotReader {
    private CotReader() {}

    public static CotRead read(byte[] piece) {
        try {
            if (piece.length > CotCutter.LONGEST) {
                throw Refused.because(CotRefusal.TOO_LONG);
            }
            if (piece.length > 0 && (piece[0] & 0xFF) == CotCutter.FRAME) {
                return TakProtocol.read(piece);
            }
            return new CotRead.Heard(CotXml.event(CotXmlParser.document(text(piece))));
        } catch (Refused refused) {
            return new CotRead.Refused(refused.reason);
        }
    }

    private static String text(byte[] piece) {
        var from = 0;
        while (from < piece.length && piece[from] <= ' ' && piece[from] >= 0) {
            from++;
        }
        if (from == piece.length || piece[from] != '<') {
            throw Refused.because(CotRefusal.GARBAGE);
        }
        return utf8(piece, from, piece.length);
    }

    /// @throws Refused where it is none
    static String utf8(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.because(CotRefusal.XML);
        }
    }
}
