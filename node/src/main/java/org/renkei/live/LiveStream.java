package org.renkei.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.renkei.federation.LinkChanged;
import org.renkei.federation.LinkViews;
import org.renkei.identity.Caller;
import org.renkei.party.AgreementChanged;
import org.renkei.party.PartyRegister;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordsChanged;
import org.renkei.sight.Sights;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells every open screen what has changed, after it is committed. A screen that cannot keep up is let go;
/// it comes back and reads the lists anew.
@Service
class LiveStream {
    private static final int MAX_BEHIND = 2_000;
    private static final int MOST_AT_ONCE = 200;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long LINK_PAUSE_MILLIS = 250;

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final LinkViews links;
    private final Sights sights;
    private final PartyRegister register;

    LiveStream(LinkViews links, Sights sights, PartyRegister register) {
        this.register = register;
        this.links = links;
        this.sights = sights;
    }

    /// Opens a stream of what the caller sees; link states come in that language. It ends soon after its
    /// listener may no longer listen.
    SseEmitter open(Locale language, Caller caller, BooleanSupplier mayListen) {
        var listener = new Listener(language, caller, mayListen);
        listeners.add(listener);
        Thread.ofVirtual().name("live").start(listener);
        return listener.emitter;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(RecordsChanged changed) {
        if (!listeners.isEmpty()) {
            changed.changes().forEach(change -> tell(new Changed(change)));
        }
    }

    private static Map<String, Object> data(RecordChanged changed) {
        return Map.of(
                "id", changed.id(),
                "revision", changed.revision(),
                "origin", changed.origin(),
                "kind", changed.kind(),
                "change", changed.change().name().toLowerCase(Locale.ROOT));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(AgreementChanged changed) {
        tell(new Agreed(changed.id()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(LinkChanged changed) {
        tell(new Linked(changed.party()));
    }

    private void tell(Event event) {
        listeners.forEach(listener -> listener.offer(event));
    }

    /// Something to tell.
    private sealed interface Event {}

    private record Changed(RecordChanged change) implements Event {}

    private record Agreed(String agreement) implements Event {}

    /// Of several that wait only the newest state matters.
    private record Linked(String party) implements Event {}

    /// One open stream with its own queue and thread.
    private final class Listener implements Runnable {
        private final SseEmitter emitter = new SseEmitter(0L);
        private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>(MAX_BEHIND);
        private final Set<String> waiting = ConcurrentHashMap.newKeySet();
        private final Locale language;
        private final Caller caller;
        private final BooleanSupplier mayListen;
        private long askedAt = System.nanoTime();
        private volatile boolean open = true;

        Listener(Locale language, Caller caller, BooleanSupplier mayListen) {
            this.language = language;
            this.caller = caller;
            this.mayListen = mayListen;
            emitter.onCompletion(this::close);
            emitter.onError(failure -> close());
            emitter.onTimeout(this::close);
        }

        void offer(Event event) {
            if (event instanceof Linked(var party) && !waiting.add(party)) {
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
            } catch (IOException | RuntimeException e) {
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
            switch (event) {
                case Changed(var change) -> tellChanges(change);
                case Agreed(var agreement) -> tellAgreement(agreement);
                case Linked(var party) -> tellLink(party);
            }
        }

        /// As many as wait in a row are looked at together. What the caller does not see is not told, by no
        /// word.
        private void tellChanges(RecordChanged first) throws IOException {
            var changes = new ArrayList<RecordChanged>(List.of(first));
            while (changes.size() < MOST_AT_ONCE && queue.peek() instanceof Changed(var next)) {
                queue.remove();
                changes.add(next);
            }
            for (var change : sights.changes(caller, changes)) {
                send("record", data(change));
            }
        }

        private void tellAgreement(String agreement) throws IOException {
            if (register.concerns(register.getAgreement(agreement), caller)) {
                send("agreement", Map.of("id", agreement));
            }
        }

        private void tellLink(String party) throws IOException, InterruptedException {
            Thread.sleep(LINK_PAUSE_MILLIS);
            waiting.remove(party);
            var link = links.findLink(party, caller, language);
            if (link.isPresent()) {
                send("link", link.get());
            }
        }

        private void send(String name, Object data) throws IOException {
            emitter.send(SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON));
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
