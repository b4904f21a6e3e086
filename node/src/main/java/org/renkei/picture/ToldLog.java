package org.renkei.picture;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.track.Ground;
import org.renkei.kernel.track.HistoryPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// What partners told and waits to be written into the history, each position in the very form in which
/// it came, and only on grounds that stand. When a partner says that another thing is allowed on one,
/// all that rested on it is turned into what is allowed now, or deleted.
@Component
class ToldLog {
    private static final Logger LOG = LoggerFactory.getLogger(ToldLog.class);
    private static final int MOST = 200_000;

    private final ToldHistory history;
    private final ToldTurns turns;
    private final Clock clock;
    private final Map<NodeId, Map<String, Ground>> allowed = new HashMap<>();
    private final Map<NodeId, Map<String, Ground>> toTurn = new HashMap<>();
    private final Map<UUID, Long> newest = new HashMap<>();
    private List<PartnerTrack> waiting = new ArrayList<>();
    private long dropped;

    ToldLog(ToldHistory history, ToldTurns turns, Clock clock) {
        this.history = history;
        this.turns = turns;
        this.clock = clock;
    }

    /// From now on nothing of that node is kept but what these allow.
    synchronized void allowed(NodeId origin, Set<Ground> grounds) {
        var byWord = grounds.stream().collect(Collectors.toUnmodifiableMap(Ground::word, Function.identity()));
        allowed.put(origin, byWord);
        toTurn.put(origin, byWord);
        waiting.removeIf(track -> track.origin().equals(origin)
                && !byWord.keySet().containsAll(track.track().about().grounds()));
    }

    /// A position that came; one that says nothing new is passed over.
    synchronized void told(PartnerTrack track) {
        var at = track.seenAt();
        var before = newest.get(track.id());
        if (!stands(track) || before != null && before >= at) {
            return;
        }
        if (waiting.size() >= MOST) {
            dropped++;
            return;
        }
        newest.put(track.id(), at);
        waiting.add(track);
    }

    /// What is not among the tracks of now any more need not be remembered.
    synchronized void sweep(Set<UUID> known) {
        newest.keySet().retainAll(known);
    }

    /// Writes what waits, then turns all that rests on a ground that allows another thing now. What
    /// cannot be turned now is turned in the next round; what cannot be written is lost, and it is said
    /// how much.
    void write(LocalDate oldest, LocalDate latest) {
        try {
            writeWaiting(oldest, latest);
        } finally {
            turn();
        }
    }

    private void writeWaiting(LocalDate oldest, LocalDate latest) {
        var batch = takeOut();
        if (batch.isEmpty()) {
            return;
        }
        try {
            history.write(batch, oldest, latest);
        } catch (DataAccessException | TransactionException e) {
            history.isOther();
            lost(batch.size());
            throw e;
        }
    }

    private void turn() {
        for (var one : toBeTurned().entrySet()) {
            var turned = turns.turn(one.getKey(), one.getValue(), clock.instant());
            if (turned.gone() + turned.other() > 0) {
                history.isOther();
                LOG.info(
                        "of the history that {} told, {} tracks are deleted and {} kept under other terms, as it lets us",
                        one.getKey(),
                        turned.gone(),
                        turned.other());
            }
            done(one.getKey(), one.getValue());
        }
    }

    private synchronized Map<NodeId, Map<String, Ground>> toBeTurned() {
        return Map.copyOf(toTurn);
    }

    private synchronized void done(NodeId origin, Map<String, Ground> grounds) {
        toTurn.remove(origin, grounds);
    }

    private synchronized List<PartnerTrack> takeOut() {
        if (dropped > 0) {
            LOG.warn("{} positions of partners' tracks were not written: the database does not keep up", dropped);
            dropped = 0;
        }
        var batch = waiting;
        waiting = new ArrayList<>();
        return batch;
    }

    private synchronized void lost(int count) {
        dropped += count;
    }

    private boolean stands(PartnerTrack track) {
        var grounds = track.track().about().grounds();
        var byWord = allowed.getOrDefault(track.origin(), Map.of());
        return !grounds.isEmpty()
                && grounds.stream().allMatch(word -> {
                    var ground = byWord.get(word);
                    return ground != null && ground.stands();
                });
    }

    /// A position in the history.
    static HistoryPoint point(PartnerTrack track) {
        var update = track.track().update();
        return new HistoryPoint(
                track.seenAt(),
                update.latitude(),
                update.longitude(),
                update.accuracyMetres(),
                update.course(),
                update.speed(),
                update.altitude());
    }
}
