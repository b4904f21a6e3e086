package org.renkei.federation;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Waits for what a caller says first, which tells what its connection is for. Of each partner only a few may be silent
/// at once: they take threads and sockets that others need.
final class FirstFrames {
    /// More lanes than any session has, and some that broke off without a word.
    static final int MOST_SILENT = 8;

    private static final int PATIENCE_MILLIS = 60_000;

    private final Map<String, Integer> silent = new HashMap<>();

    /// @throws IOException when nothing comes in a minute, or too many of that partner are silent already
    LaneReader.Arrival await(Connection connection, LaneReader lane) throws IOException {
        var partner = connection.partner().key();
        if (!begin(partner)) {
            throw new IOException(MOST_SILENT + " other connections of it have not said a word yet");
        }
        try {
            connection.patience(PATIENCE_MILLIS);
            var first = lane.first();
            connection.patience(0);
            return first;
        } finally {
            end(partner);
        }
    }

    private synchronized boolean begin(String partner) {
        return silent.getOrDefault(partner, 0) < MOST_SILENT && silent.merge(partner, 1, Integer::sum) > 0;
    }

    private synchronized void end(String partner) {
        silent.computeIfPresent(partner, (key, count) -> count == 1 ? null : count - 1);
    }
}
