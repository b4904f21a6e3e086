package org.renkei.feeds.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.renkei.kernel.cot.CotCutter;

/// Events and frames of Cursor on Target in the place of lines, one character for each of their bytes.
final class CotPieces {
    static final Cutting CUTTING = CotPieces::cut;

    /// A datagram that is read as a whole.
    static final Cutting WHOLE = (in, intake) -> intake.line(line(in.readAllBytes()));

    private CotPieces() {}

    private static void cut(InputStream in, LineSource.Intake intake) throws IOException, InterruptedException {
        var pieces = new ArrayDeque<byte[]>();
        var cutter = new CotCutter(pieces::add);
        var bytes = new byte[16 * 1024];
        for (var count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            cutter.cut(bytes, 0, count);
            give(pieces, intake);
        }
        cutter.end();
        give(pieces, intake);
    }

    private static void give(ArrayDeque<byte[]> pieces, LineSource.Intake intake) throws InterruptedException {
        for (var piece = pieces.poll(); piece != null; piece = pieces.poll()) {
            intake.line(line(piece));
        }
    }

    static String line(byte[] piece) {
        return new String(piece, StandardCharsets.ISO_8859_1);
    }

    static byte[] piece(String line) {
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }
}
