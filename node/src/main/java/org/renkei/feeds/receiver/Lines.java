package org.renkei.feeds.receiver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lines of bytes, whatever ends them. What is longer than any line of a receiver is cut off there, so that a stream
/// without line ends fills no memory.
final class Lines {
    /// Cuts a stream by lines.
    static final Cutting CUTTING = (in, intake) -> {
        var lines = new Lines(in);
        for (var line = lines.next(); line != null; line = lines.next()) {
            intake.line(line);
        }
    };

    static final int LONGEST = 4_096;

    private final InputStream in;
    private final byte[] line = new byte[LONGEST];

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /// The next line that is not empty, or null at the end.
    @Nullable
    String next() throws IOException {
        var length = 0;
        for (var value = in.read(); value >= 0; value = in.read()) {
            if (value == '\n' || value == '\r') {
                if (length > 0) {
                    return text(length);
                }
            } else if (length < LONGEST) {
                line[length++] = (byte) value;
            }
        }
        return length > 0 ? text(length) : null;
    }

    private String text(int length) {
        return new String(line, 0, length, StandardCharsets.ISO_8859_1);
    }
}
