package org.renkei.feeds.receiver;

import java.time.Duration;

/// The pauses before a source is tried again: twice as long each time, up to a minute.
final class Pauses {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Duration first;
    private Duration next;

    Pauses(Duration first) {
        this.first = first;
        this.next = first;
    }

    Duration next() {
        var now = next;
        var twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return now;
    }

    void reset() {
        next = first;
    }
}
