package org.renkei.federation;

import java.util.ArrayDeque;

/// How fast a partner confirms, over the last half minute.
final class Confirmations {
    private static final long SPAN_MILLIS = 30_000;

    private record Seen(long size, long at) {}

    private final ArrayDeque<Seen> seen = new ArrayDeque<>();

    synchronized void add(long size, long now) {
        if (!seen.isEmpty() && size < seen.getLast().size()) {
            seen.clear();
        }
        seen.addLast(new Seen(size, now));
        forget(now);
    }

    /// Entries a second; 0 when too little was seen.
    synchronized double perSecond(long now) {
        forget(now);
        if (seen.size() < 2) {
            return 0;
        }
        var first = seen.getFirst();
        return (seen.getLast().size() - first.size()) * 1_000.0 / Math.max(1, now - first.at());
    }

    private void forget(long now) {
        while (seen.size() > 1 && seen.getFirst().at() < now - SPAN_MILLIS) {
            seen.removeFirst();
        }
    }
}
