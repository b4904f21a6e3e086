package org.renkei.feeds.receiver;

import java.io.IOException;
import java.io.InputStream;

/// Cuts a stream of bytes into what a decoder reads one by one, to its end.
interface Cutting {
    void cut(InputStream in, LineSource.Intake intake) throws IOException, InterruptedException;
}
