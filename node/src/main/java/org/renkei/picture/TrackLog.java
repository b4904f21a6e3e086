package org.renkei.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renkei.kernel.track.HistoryPoint;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.kernel.track.TrackNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What waits to be written into the history. When the database does not keep up, points are left out, and it is
/// said how many.
@Component
class TrackLog {
    private static final Logger LOG = LoggerFactory.getLogger(TrackLog.class);
    private static final int MOST = 500_000;

    private final Map<Key, About> known = new HashMap<>();
    private Batch waiting = new Batch();
    private long dropped;

    /// One feed's word on one identity.
    record Key(String feed, TrackIdentity identity) {}

    /// What is known of a source besides where it is.
    record About(TrackDomain domain, Particulars particulars) {
        About updatedBy(About later) {
            return new About(
                    later.domain == TrackDomain.UNKNOWN ? domain : later.domain,
                    particulars.updatedBy(later.particulars));
        }
    }

    record Point(Key source, HistoryPoint point) {}

    /// What was put in since the last time it was taken out.
    static final class Batch {
        final Map<Key, About> sources = new LinkedHashMap<>();
        final List<Point> points = new ArrayList<>();
        final List<TrackNote> notes = new ArrayList<>();

        boolean isEmpty() {
            return sources.isEmpty() && points.isEmpty() && notes.isEmpty();
        }
    }

    synchronized void seen(Sighting sighting) {
        said(sighting);
        if (waiting.points.size() >= MOST) {
            dropped++;
            return;
        }
        waiting.points.add(new Point(key(sighting), HistoryPoint.of(sighting)));
    }

    /// Only what is new is written.
    synchronized void said(Sighting sighting) {
        var key = key(sighting);
        var before = known.get(key);
        var said = new About(sighting.domain(), sighting.particulars());
        var now = before == null ? said : before.updatedBy(said);
        if (!now.equals(before)) {
            known.put(key, now);
            waiting.sources.put(key, now);
        }
    }

    /// What was taken out could not be written: everything is new again.
    synchronized void lost(Batch batch) {
        dropped += batch.points.size();
        known.clear();
    }

    synchronized void noted(TrackNote note) {
        switch (note) {
            case TrackNote.Joined joined -> waiting.notes.add(joined);
            case TrackNote.Parted parted -> waiting.notes.add(parted);
            case TrackNote.Ended ended -> waiting.notes.add(ended);
            case TrackNote.Jumped jumped -> {}
            case TrackNote.Restarted restarted -> {}
            case TrackNote.Lost lost -> {}
        }
    }

    synchronized Batch takeOut() {
        if (dropped > 0) {
            LOG.warn("{} points of tracks were not written: the database does not keep up", dropped);
            dropped = 0;
        }
        var batch = waiting;
        waiting = new Batch();
        return batch;
    }

    private static Key key(Sighting sighting) {
        return new Key(sighting.feed(), sighting.identity());
    }
}
