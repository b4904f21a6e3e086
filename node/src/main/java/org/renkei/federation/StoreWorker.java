package org.renkei.federation;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.renkei.kernel.link.LinkEffect;

/// Performs what needs the store, one piece of work after the other, on a thread of its own.
final class StoreWorker {
    private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Consumer<Supplier<List<LinkEffect>>> answers;
    private final Consumer<RuntimeException> failed;
    private final Thread thread;
    private volatile boolean finishing;

    /// A piece of work; what it answers is then run by the thread that owns the session.
    interface Work {
        Supplier<List<LinkEffect>> perform();
    }

    /// @param failed told why the worker has ended, when it could not go on
    StoreWorker(String name, Consumer<Supplier<List<LinkEffect>>> answers, Consumer<RuntimeException> failed) {
        this.answers = answers;
        this.failed = failed;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    void submit(Work work) {
        queue.add(work);
    }

    /// Waits for what is under way; what has not begun is dropped.
    void finish() throws InterruptedException {
        finishing = true;
        queue.add(() -> List::of);
        thread.join();
    }

    private void run() {
        try {
            while (!finishing) {
                var work = queue.take();
                if (!finishing) {
                    answers.accept(work.perform());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }
}
