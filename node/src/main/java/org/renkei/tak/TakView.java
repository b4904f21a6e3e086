package org.renkei.tak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;
import org.renkei.identity.Caller;
import org.renkei.picture.Following;
import org.renkei.picture.TrackView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All clients who see the same: what changes for them is decided and encoded once. A client that joins is given
/// everything first.
final class TakView {
    private static final Logger LOG = LoggerFactory.getLogger(TakView.class);
    private static final long PAUSE_MILLIS = 50;
    private static final int ROUNDS_A_SECOND = 20;

    private final Following following;
    private final Set<TakClient> clients = new CopyOnWriteArraySet<>();
    private final Map<UUID, TakItem> items = new LinkedHashMap<>();
    private final Map<UUID, TrackView> coarse = new LinkedHashMap<>();
    private volatile Caller as;
    private volatile boolean open = true;

    /// Those who see the same.
    ///
    /// @param nation as whose liaison or own person
    record Key(String nation, String level, Set<String> caveats, boolean cleared) {
        static Key of(Caller caller) {
            var person = caller.person();
            if (person == null) {
                throw new IllegalArgumentException("a certificate belongs to a person");
            }
            var clearance = person.clearance();
            return new Key(
                    person.nation(),
                    clearance.level().name(),
                    clearance.caveats().stream().collect(Collectors.toUnmodifiableSet()),
                    caller.cleared());
        }
    }

    TakView(Following following, Caller as) {
        this.following = following;
        this.as = as;
    }

    void start() {
        Thread.ofVirtual().name("tak-view").start(this::run);
    }

    /// @param caller of the client as of now: it stands for all
    synchronized void join(TakClient client, Caller caller) {
        as = caller;
        if (!items.isEmpty()) {
            client.outbox().offer(new TakBatch(List.copyOf(items.values())));
        }
        clients.add(client);
    }

    /// Takes away from the client what it was given here.
    synchronized void leave(TakClient client, long now) {
        if (clients.remove(client) && !items.isEmpty()) {
            client.outbox()
                    .offer(new TakBatch(items.keySet().stream()
                            .map(id -> TakEvents.gone(id, now))
                            .toList()));
        }
    }

    boolean isEmpty() {
        return clients.isEmpty();
    }

    void close() {
        open = false;
    }

    private void run() {
        try (following) {
            for (var pauses = 0; open; pauses++) {
                // Also when nothing moves: what may be seen may have changed.
                if (following.isDue() || pauses % ROUNDS_A_SECOND == 0) {
                    round();
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("what TAK clients are given cannot be decided; they are cut off", e);
            clients.forEach(client -> client.cut("node-failed"));
        }
    }

    private synchronized void round() {
        var changes = following.look(as).orElse(null);
        var batch = new ArrayList<TakItem>();
        if (changes == null) {
            items.clear();
            clients.forEach(client -> client.cut("sees-nothing"));
            return;
        }
        var now = changes.at();
        changes.changed().forEach(view -> put(view, now, batch));
        for (var view : List.copyOf(coarse.values())) {
            var item = items.get(view.id());
            if (item != null && item.event().stale() - now < TakEvents.COARSE_MILLIS / 2) {
                put(view, now, batch);
            }
        }
        for (var id : changes.gone()) {
            coarse.remove(id);
            if (items.remove(id) != null) {
                batch.add(TakEvents.gone(id, now));
            }
        }
        if (!batch.isEmpty()) {
            var shared = new TakBatch(batch);
            clients.forEach(client -> client.outbox().offer(shared));
        }
    }

    private void put(TrackView view, long now, List<TakItem> batch) {
        var item = TakEvents.of(view, now);
        items.put(view.id(), item);
        batch.add(item);
        if (view.coarse()) {
            coarse.put(view.id(), view);
        } else {
            coarse.remove(view.id());
        }
    }
}
