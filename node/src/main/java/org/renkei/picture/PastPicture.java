package org.renkei.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.renkei.kernel.track.FeedRule;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.Track;
import org.renkei.kernel.track.TrackBook;
import org.renkei.kernel.track.TrackRelease;
import org.springframework.stereotype.Service;

/// The picture as it was, made from the history: for each source its newest position before that time. What is made
/// coarse is taken as of the step that was shown then.
@Service
class PastPicture {
    /// Nothing is shown for longer after its last position.
    private static final Duration LONGEST = Duration.ofHours(1);

    private final TrackHistory history;

    PastPicture(TrackHistory history) {
        this.history = history;
    }

    /// Only what those feeds say that the recipient may see in some form.
    List<Track> at(Instant at, Map<String, FeedRule> rules, TrackRelease release) {
        var whole = new ArrayList<String>();
        var sightings = new ArrayList<Sighting>();
        for (var feed : rules.keySet()) {
            var coarsening = release.coarsening(feed);
            if (coarsening != null) {
                var step = Instant.ofEpochMilli(coarsening.asOf(at.toEpochMilli()));
                sightings.addAll(history.newest(List.of(feed), step.minus(LONGEST), step.minusMillis(1)));
            } else if (release.grade(feed) == TrackRelease.Grade.FULL) {
                whole.add(feed);
            }
        }
        sightings.addAll(history.newest(whole, at.minus(LONGEST), at));
        var book = new TrackBook();
        sightings.forEach(book::take);
        history.joined(at).forEach(one -> book.join(one.identity(), one.other(), one.at()));
        return book.tracks();
    }
}
