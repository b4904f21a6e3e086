package org.renkei.search.extraction;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Text as it is written in a file: UTF-8, or UTF-16 by its mark, or else Shift_JIS as offices in Japan
/// save it.
public final class PlainText {
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private PlainText() {}

    public static String read(byte[] file) {
        if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE
                || file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            return new String(file, StandardCharsets.UTF_16);
        }
        // The last character may have been cut in two; up to three bytes of it are left out.
        for (var cut = 0; cut < 4 && cut <= file.length; cut++) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(file, 0, file.length - cut))
                        .toString();
            } catch (CharacterCodingException e) {
                // Then with a byte less, or it is written in another way.
            }
        }
        return new String(file, WINDOWS_31J);
    }
}
