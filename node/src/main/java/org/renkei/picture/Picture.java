package org.renkei.picture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.Track;
import org.renkei.kernel.track.TrackBook;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.kernel.track.TrackNote;
import org.springframework.stereotype.Service;

/// What moves, as this node knows it now. Feeds put in what they see and say who may see it; nothing that is shown
/// comes from here without [TrackSights].
@Service
public class Picture {
    private final ReentrantLock lock = new ReentrantLock();
    private final TrackBook book = new TrackBook();
    private final TrackLog log;
    private final List<Consumer<Set<TrackIdentity>>> watchers = new CopyOnWriteArrayList<>();
    private volatile Map<String, FeedRule> rules = Map.of();

    Picture(TrackLog log) {
        this.log = log;
    }

    /// Takes what a feed has seen. Never waits for the database.
    public void take(Sighting sighting) {
        var changed = new LinkedHashSet<TrackIdentity>();
        locked(() -> {
            var taken = book.take(sighting);
            if (taken.historic()) {
                log.seen(sighting);
            } else if (taken.moved()) {
                log.said(sighting);
            }
            if (taken.moved()) {
                changed.addAll(taken.track().identities());
            }
            note(taken.notes(), changed);
            return taken;
        });
        tell(changed);
    }

    /// Says who may see what of each feed, in place of what was said before. Tracks of a feed that is not among them
    /// are seen by nobody.
    public void govern(Map<String, FeedRule> byFeed) {
        rules = Map.copyOf(byFeed);
    }

    Map<String, FeedRule> rules() {
        return rules;
    }

    /// The tracks of now; those that have ended not long ago are among them.
    List<Track> tracks() {
        return locked(book::tracks);
    }

    Optional<Track> find(TrackIdentity identity) {
        return locked(() -> book.find(identity));
    }

    /// Has somebody told which tracks change, by one identity of each at least.
    Runnable watch(Consumer<Set<TrackIdentity>> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /// Looks who has fallen silent.
    void sweep(long now) {
        var changed = new LinkedHashSet<TrackIdentity>();
        locked(() -> {
            note(book.sweep(now), changed);
            return changed;
        });
        tell(changed);
    }

    /// Takes up what was known before the node was started.
    void restore(List<Sighting> past, List<TrackNote.Joined> joined) {
        locked(() -> {
            past.forEach(book::take);
            joined.forEach(one -> book.join(one.identity(), one.other(), one.at()));
            return past.size();
        });
    }

    private void note(List<TrackNote> notes, Set<TrackIdentity> changed) {
        for (var note : notes) {
            log.noted(note);
            changed.add(note.identity());
            switch (note) {
                case TrackNote.Joined joined -> changed.add(joined.other());
                case TrackNote.Parted parted -> changed.add(parted.other());
                case TrackNote.Jumped jumped -> {}
                case TrackNote.Restarted restarted -> {}
                case TrackNote.Lost lost -> {}
                case TrackNote.Ended ended -> {}
            }
        }
    }

    private void tell(Set<TrackIdentity> changed) {
        if (!changed.isEmpty()) {
            watchers.forEach(watcher -> watcher.accept(changed));
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
