package org.renkei.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Opens what was sealed to this node.
public interface Unsealing {
    /// As [Sealing#open].
    void open(byte[] context, InputStream sealed, OutputStream plain) throws IOException;
}
