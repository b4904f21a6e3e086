package org.renkei.sight;

import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.io.InputStream;
import org.renkei.testing.Visitor;

/// What one reader of a live stream was sent so far, byte by byte.
record Heard(InputStream stream, StringBuffer text) implements AutoCloseable {
    /// Opens the stream, and waits until something of it is there.
    static Heard of(Visitor reader, String path) {
        var heard = new Heard(reader.open(path), new StringBuffer());
        Thread.ofVirtual().start(heard::listen);
        eventually("the stream is open", () -> !heard.text.isEmpty());
        return heard;
    }

    private void listen() {
        try {
            for (var next = stream.read(); next >= 0; next = stream.read()) {
                text.append((char) next);
            }
        } catch (IOException e) {
            text.append("closed");
        }
    }

    boolean has(String part) {
        return text.indexOf(part) >= 0;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
