package org.renkei.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.track.HistoryPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// What partners told and waits to be written into the history, each position in the very form in which it
/// came, and only on grounds that stand. When a partner says that one stands no longer, all that rested on
/// it is deleted.
@Component
class ToldLog {
    private static final Logger LOG = LoggerFactory.getLogger(ToldLog.class);
    private static final int MOST = 200_000;

    private final ToldHistory history;
    private final Map<NodeId, Set<String>> standing = new HashMap<>();
    private final Map<NodeId, Set<String>> toForget = new HashMap<>();
    private final Map<UUID, Long> newest = new HashMap<>();
    private List<PartnerTrack> waiting = new ArrayList<>();
    private long dropped;

    ToldLog(ToldHistory history) {
        this.history = history;
    }

    /// From now on nothing else of that node is kept.
    synchronized void standing(NodeId origin, Set<String> grounds) {
        standing.put(origin, grounds);
        toForget.put(origin, grounds);
        waiting.removeIf(track -> track.origin().equals(origin) && !stands(track));
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

    /// Deletes what does not stand any longer, then writes what waits. What cannot be deleted now is
    /// deleted in the next round; what cannot be written is lost, and it is said how much.
    void write(LocalDate oldest, LocalDate latest) {
        for (var one : forgotten().entrySet()) {
            var count = history.forget(one.getKey(), one.getValue());
            if (count > 0) {
                LOG.info("{} tracks of {} are out of the history: it lets us keep them no longer", count, one.getKey());
            }
            done(one.getKey(), one.getValue());
        }
        var batch = takeOut();
        if (batch.isEmpty()) {
            return;
        }
        try {
            history.write(batch, oldest, latest);
        } catch (DataAccessException | TransactionException e) {
            history.notWritten();
            lost(batch.size());
            throw e;
        }
    }

    private synchronized Map<NodeId, Set<String>> forgotten() {
        return Map.copyOf(toForget);
    }

    private synchronized void done(NodeId origin, Set<String> grounds) {
        toForget.remove(origin, grounds);
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
        return !grounds.isEmpty()
                && standing.getOrDefault(track.origin(), Set.of()).containsAll(grounds);
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
