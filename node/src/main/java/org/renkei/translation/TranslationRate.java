package org.renkei.translation;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/// How often one person may ask, and how many wait for an answer at once, so that nobody pours a store of
/// records out by this way and the node's threads wait for no service.
@Component
class TranslationRate {
    static final int AT_ONCE = 20;
    static final int A_MINUTE = 20;
    static final int WAITING = 4;

    private final Map<String, Bucket> callers = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(WAITING);

    /// @param caller known here, so that there are no more counters than people
    boolean admits(String caller) {
        return callers.computeIfAbsent(caller, name -> bucket()).tryConsume(1);
    }

    /// To be given back by [#leave].
    boolean enter() {
        return waiting.tryAcquire();
    }

    void leave() {
        waiting.release();
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
                .build();
    }
}
