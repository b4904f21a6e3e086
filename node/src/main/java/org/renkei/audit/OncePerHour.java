package org.renkei.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps the log readable where something is read again at every change of an open page: one event an hour
/// for each key. What was noted is forgotten when the node stops or there are very many keys; then an event
/// comes sooner.
public final class OncePerHour {
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int MOST = 20_000;

    private final Clock clock;
    private final Map<Object, Instant> noted = new ConcurrentHashMap<>();

    public OncePerHour(Clock clock) {
        this.clock = clock;
    }

    /// @param key who did what, with equality
    public boolean isDue(Object key) {
        var before = noted.get(key);
        return before == null || !before.plus(AGAIN).isAfter(clock.instant());
    }

    /// To be said after the event was appended.
    public void noted(Object key) {
        if (noted.size() >= MOST) {
            noted.clear();
        }
        noted.put(key, clock.instant());
    }
}
