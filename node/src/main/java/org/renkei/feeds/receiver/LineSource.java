package org.renkei.feeds.receiver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

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

        /// A whole document; it has been dealt with when this returns.
        default void document(String name, byte[] content) throws SourceFault, InterruptedException {
            line(new String(content, StandardCharsets.ISO_8859_1));
        }

        /// Something that is not even read.
        default void refused(String reason, String line) {}

        /// Part of what the source offers cannot be had at the moment; the rest goes on.
        default void fault(SourceFault fault) {}
    }
}
