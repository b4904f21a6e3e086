package org.renkei.feeds.receiver;

import java.io.IOException;

/// Gives the lines of one feed, or the pieces that take their place, until it ends, breaks or its thread is
/// interrupted.
interface LineSource {
    /// Returns when there is nothing more to come; a connection that the other side closes is a fault.
    void run(Intake intake) throws IOException, SourceFault, InterruptedException;

    /// Takes what a source gives.
    interface Intake {
        /// The source is there; lines may follow.
        void open();

        void line(String line) throws InterruptedException;
    }
}
