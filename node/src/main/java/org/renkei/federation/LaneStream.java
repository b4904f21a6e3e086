package org.renkei.federation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Both directions of one lane, already encrypted and authenticated.
record LaneStream(InputStream in, OutputStream out, Closeable ends) implements Closeable {
    @Override
    public void close() throws IOException {
        ends.close();
    }
}
