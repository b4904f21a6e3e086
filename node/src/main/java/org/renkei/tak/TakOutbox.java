package org.renkei.tak;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cot.CotEvent;

/// What waits to be written to one client: answers to it, and the tracks of its view. A client that cannot keep up is
/// left the newest of each track; what that replaced is counted.
final class TakOutbox {
    private static final int MOST_BATCHES = 8;
    private static final int MOST_ANSWERS = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final ArrayDeque<Answer> answers = new ArrayDeque<>();
    private final ArrayDeque<TakBatch> batches = new ArrayDeque<>();
    private long dropped;

    /// What is to be written next.
    sealed interface Next {}

    /// @param thenProtobuf whether the TAK protocol is spoken from here on
    record Answer(CotEvent event, boolean thenProtobuf) implements Next {}

    record Tracks(TakBatch batch) implements Next {}

    void answer(CotEvent event, boolean thenProtobuf) {
        lock.lock();
        try {
            if (answers.size() < MOST_ANSWERS) {
                answers.add(new Answer(event, thenProtobuf));
                something.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    void offer(TakBatch batch) {
        lock.lock();
        try {
            batches.add(batch);
            if (batches.size() > MOST_BATCHES) {
                var waiting = new ArrayList<>(batches);
                var newest = TakBatch.newest(waiting);
                dropped += waiting.stream().mapToInt(TakBatch::size).sum() - newest.size();
                batches.clear();
                batches.add(newest);
            }
            something.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Answers first; null when nothing came for so long.
    @Nullable
    Next take(long millis) throws InterruptedException {
        lock.lock();
        try {
            var left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (answers.isEmpty() && batches.isEmpty()) {
                if (left <= 0) {
                    return null;
                }
                left = something.awaitNanos(left);
            }
            var answer = answers.poll();
            return answer != null ? answer : new Tracks(batches.remove());
        } finally {
            lock.unlock();
        }
    }

    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }
}
