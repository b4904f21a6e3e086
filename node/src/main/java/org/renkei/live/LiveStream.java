package org.renkei.live;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.federation.LinkChanged;
import org.renkei.federation.LinkDesk;
import org.renkei.party.AgreementChanged;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordsChanged;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells every open screen what has changed, after it is committed. A screen that cannot keep up is let go; it comes
/// back
/// and reads the lists anew.
@Service
class LiveStream {
    private static final int MAX_BEHIND = 2_000;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long LINK_PAUSE_MILLIS = 250;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final LinkDesk links;

    LiveStream(LinkDesk links) {
        this.links = links;
    }

    /// Opens a stream; link states come in that language. It ends soon after its listener may no longer listen.
    SseEmitter open(Locale language, BooleanSupplier mayListen) {
        var listener = new Listener(language, mayListen);
        listeners.add(listener);
        Thread.ofVirtual().name("live").start(listener);
        return listener.emitter;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(RecordsChanged changed) {
        if (!listeners.isEmpty()) {
            changed.changes().forEach(this::on);
        }
    }

    private void on(RecordChanged changed) {
        var data = Map.of(
                "id", changed.id(),
                "revision", changed.revision(),
                "origin", changed.origin(),
                "kind", changed.kind(),
                "change", changed.change().name().toLowerCase(Locale.ROOT));
        tell(new Event("record", null, language -> data));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(AgreementChanged changed) {
        tell(new Event("agreement", null, language -> Map.of("id", changed.id())));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(LinkChanged changed) {
        tell(new Event(
                "link",
                changed.party(),
                language -> links.findLink(changed.party(), language).orElse(null)));
    }

    private void tell(Event event) {
        listeners.forEach(listener -> listener.offer(event));
    }

    /// Something to tell. Of several waiting events with the same key only the newest state matters.
    private record Event(String name, @Nullable String key, Function<Locale, @Nullable Object> data) {}

    /// One open stream with its own queue and thread.
    private final class Listener implements Runnable {
        private final SseEmitter emitter = new SseEmitter(0L);
        private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>(MAX_BEHIND);
        private final Set<String> waiting = ConcurrentHashMap.newKeySet();
        private final Locale language;
        private final BooleanSupplier mayListen;
        private long askedAt = System.nanoTime();
        private volatile boolean open = true;

        Listener(Locale language, BooleanSupplier mayListen) {
            this.language = language;
            this.mayListen = mayListen;
            emitter.onCompletion(this::close);
            emitter.onError(failure -> close());
            emitter.onTimeout(this::close);
        }

        void offer(Event event) {
            var key = event.key();
            if (key != null && !waiting.add(key)) {
                return;
            }
            if (!queue.offer(event)) {
                close();
            }
        }

        @Override
        public void run() {
            try {
                emitter.send(SseEmitter.event().comment("open"));
                while (open) {
                    tellNext();
                }
            } catch (IOException | IllegalStateException e) {
                close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            listeners.remove(this);
            emitter.complete();
        }

        private void tellNext() throws IOException, InterruptedException {
            var event = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            if (!stillMayListen()) {
                close();
                return;
            }
            if (event == null) {
                emitter.send(SseEmitter.event().comment("still here"));
                return;
            }
            if (event.key() != null) {
                Thread.sleep(LINK_PAUSE_MILLIS);
                waiting.remove(event.key());
            }
            var data = event.data().apply(language);
            if (data != null) {
                emitter.send(SseEmitter.event().name(event.name()).data(data, MediaType.APPLICATION_JSON));
            }
        }

        /// Asks at most once a second.
        private boolean stillMayListen() {
            var now = System.nanoTime();
            if (now - askedAt < TimeUnit.SECONDS.toNanos(1)) {
                return true;
            }
            askedAt = now;
            return mayListen.getAsBoolean();
        }

        private void close() {
            open = false;
            listeners.remove(this);
        }
    }
}
