package org.renkei.bench.live;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// The content of an answer in chunks (RFC 9112 §7.1), without what is between them.
final class Chunks {
    private final InputStream in;
    private int left;

    Chunks(InputStream in) {
        this.in = in;
    }

    /// As [InputStream#read]; less than 0 after the last chunk.
    int read(byte[] bytes, int from, int most) throws IOException {
        if (left == 0) {
            left = size();
            if (left == 0) {
                return -1;
            }
        }
        var count = in.read(bytes, from, Math.min(left, most));
        if (count < 0) {
            throw new EOFException();
        }
        left -= count;
        if (left == 0) {
            line();
        }
        return count;
    }

    private int size() throws IOException {
        return Integer.parseInt(line().replaceAll(";.*", "").strip(), 16);
    }

    /// Up to the end of the line, which is left out.
    String line() throws IOException {
        var text = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            text.append((char) c);
        }
        return text.toString().stripTrailing();
    }
}
