package org.renkei.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.picture.Following.Changes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// All open maps that see the same: what changes for them is decided and written once each second. A
/// map that keeps up is given what the others are given; one that does not, or that wants only a part,
/// is given the newest of each track that has changed since it was last told, so nothing waits for it.
final class TrackAudience implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(TrackAudience.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long ROUND_MILLIS = 200;
    /// Rounds for which it is known what went in them.
    private static final long REMEMBERED = 300;
    private static final int MOST_AT_ONCE = 1_000;

    private final Following following;
    private final Caller as;
    private final JsonMapper json;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition toldMore = lock.newCondition();
    private final Map<UUID, Item> items = new LinkedHashMap<>();
    private final Map<UUID, Gone> gone = new LinkedHashMap<>();
    private List<byte[]> newest = List.of();
    private String asOf = "";
    private long at;
    private long round;
    private int listeners;
    private boolean over;

    /// A track as it is told, and the round in which it changed.
    private record Item(TrackView view, byte[] text, long round) {}

    /// The round in which it went.
    private record Gone(long round, boolean ended) {}

    /// Who sees the same as whom.
    ///
    /// @param nation as whose liaison or own person; empty for the service account, which sees everything
    record Key(String nation, String level, Set<String> caveats, boolean cleared) {
        static Key of(Caller caller) {
            var person = caller.person();
            if (person == null) {
                return new Key("", "", Set.of(), caller.cleared());
            }
            var clearance = person.clearance();
            return new Key(
                    person.nation(),
                    clearance.level().name(),
                    clearance.caveats().stream().collect(Collectors.toUnmodifiableSet()),
                    caller.cleared());
        }
    }

    /// What one map is told next.
    ///
    /// @param round up to which it is told everything then
    /// @param messages in JSON; none when nothing has changed
    record Next(long round, List<byte[]> messages) {}

    /// @param as any of those who see the same
    TrackAudience(Following following, Caller as, JsonMapper json) {
        this.following = following;
        this.as = as;
        this.json = json;
    }

    void join() {
        lock.lock();
        try {
            listeners++;
        } finally {
            lock.unlock();
        }
    }

    /// @return whether nobody is left: then it ends soon
    boolean leave() {
        lock.lock();
        try {
            listeners--;
            over |= listeners == 0;
            return listeners == 0;
        } finally {
            lock.unlock();
        }
    }

    /// How many tracks there are to be seen.
    int size() {
        lock.lock();
        try {
            return items.size();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for something that was not told before, a second at most.
    ///
    /// @param told the round up to which the map was told; less than 0 for nothing yet
    /// @param window what of it the map wants, null for all
    /// @return empty when there is nothing to be seen any more
    Optional<Next> next(long told, @Nullable TrackWindow window) throws InterruptedException {
        lock.lock();
        try {
            var left = TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
            while (!over && left > 0 && (round == 0 || told == round)) {
                left = toldMore.awaitNanos(left);
            }
            if (over) {
                return Optional.empty();
            }
            if (round == 0 || told == round) {
                return Optional.of(new Next(told, List.of()));
            }
            var keepsUp = window == null && told == round - 1 && told > 0;
            return Optional.of(new Next(round, keepsUp ? newest : since(told, window)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try (following) {
            while (!isOver()) {
                var began = System.nanoTime();
                var changes = following.look(as).orElse(null);
                if (changes == null) {
                    return;
                }
                take(changes);
                var spent = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                Thread.sleep(Math.max(ROUND_MILLIS / 4, ROUND_MILLIS - spent));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("what maps are told cannot be decided; their streams end and are asked for again", e);
        } finally {
            end();
        }
    }

    private boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            over = true;
            toldMore.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The first round is one, even when there is nothing: a map is told that it knows everything.
    private void take(Changes changes) {
        var fresh = new LinkedHashMap<UUID, Item>();
        changes.changed()
                .forEach(view -> fresh.put(view.id(), new Item(view, json.writeValueAsBytes(view), round + 1)));
        lock.lock();
        try {
            if (round > 0 && fresh.isEmpty() && changes.gone().isEmpty()) {
                return;
            }
            round++;
            asOf = Instant.ofEpochMilli(changes.at()).toString();
            at = changes.at();
            changes.gone().forEach(id -> {
                items.remove(id);
                gone.put(id, new Gone(round, changes.ended().contains(id)));
            });
            items.putAll(fresh);
            gone.keySet().removeAll(fresh.keySet());
            gone.values().removeIf(one -> one.round() <= round - REMEMBERED);
            newest = messages(false, fresh.values().stream().map(Item::text).toList(), changes.gone(), changes.ended());
            toldMore.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<byte[]> since(long told, @Nullable TrackWindow window) {
        var whole = told < round - REMEMBERED || told <= 0;
        var texts = new ArrayList<byte[]>();
        var left = new ArrayList<UUID>();
        var ended = new ArrayList<UUID>();
        if (whole && window != null) {
            window.clear();
        }
        for (var item : items.values()) {
            if (!whole && item.round() <= told) {
                continue;
            }
            if (window == null || window.shows(item.view(), at)) {
                texts.add(item.text());
            } else if (window.lets(item.view().id())) {
                left.add(item.view().id());
            }
        }
        if (!whole) {
            gone.forEach((id, one) -> {
                if (one.round() > told && (window == null || window.lets(id))) {
                    left.add(id);
                    if (one.ended()) {
                        ended.add(id);
                    }
                }
            });
        }
        return window != null && !whole && texts.isEmpty() && left.isEmpty()
                ? List.of()
                : messages(whole, texts, left, ended);
    }

    /// One message at least. Only the first begins anew, and only the first says what is gone.
    private List<byte[]> messages(
            boolean whole, Collection<byte[]> tracks, Collection<UUID> left, Collection<UUID> ended) {
        var messages = new ArrayList<byte[]>();
        ByteArrayOutputStream message = null;
        var count = 0;
        for (var track : tracks) {
            if (message == null) {
                message = begun(whole && messages.isEmpty());
            } else {
                message.write(',');
            }
            message.writeBytes(track);
            if (++count % MOST_AT_ONCE == 0) {
                messages.add(messages.isEmpty() ? closed(message, left, ended) : closed(message, List.of(), List.of()));
                message = null;
            }
        }
        if (message != null || messages.isEmpty()) {
            var last = message == null ? begun(whole) : message;
            messages.add(messages.isEmpty() ? closed(last, left, ended) : closed(last, List.of(), List.of()));
        }
        return messages;
    }

    private ByteArrayOutputStream begun(boolean whole) {
        var message = new ByteArrayOutputStream();
        message.writeBytes(("{\"asOf\":\"" + asOf + "\",\"whole\":" + whole + ",\"tracks\":[").getBytes(US_ASCII));
        return message;
    }

    private byte[] closed(ByteArrayOutputStream message, Collection<UUID> left, Collection<UUID> ended) {
        message.writeBytes("],\"gone\":".getBytes(US_ASCII));
        message.writeBytes(json.writeValueAsBytes(left));
        message.writeBytes(",\"ended\":".getBytes(US_ASCII));
        message.writeBytes(json.writeValueAsBytes(ended));
        message.write('}');
        return message.toByteArray();
    }
}
