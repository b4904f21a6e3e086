package org.renkei.federation;

import java.io.Closeable;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes what is done with; that it could not be closed in good order changes nothing any more.
final class Quietly {
    private static final Logger LOG = LoggerFactory.getLogger(Quietly.class);

    private Quietly() {}

    static void close(Closeable done) {
        try {
            done.close();
        } catch (IOException e) {
            LOG.debug("closing: {}", e.getMessage());
        }
    }
}
