package org.renkei.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.identity.Caller;
import org.renkei.kernel.track.TrackState;
import org.springframework.stereotype.Service;

/// What partners told, now and as far as it had come by an earlier time, as one caller may see it: every
/// position under the label under which it came, decided again by the facts of this moment.
@Service
class ToldPicture {
    /// Nothing is shown for longer after its last position came.
    private static final Duration LONGEST = Duration.ofHours(1);

    /// As far as forms that are delayed look back.
    private static final Duration FARTHEST = Duration.ofMinutes(131);

    private static final int DIGITS = 5;
    private static final int DIGITS_OF_CELLS = 4;

    private final PartnerTracks partners;
    private final ToldHistory history;
    private final TrackSights sights;

    ToldPicture(PartnerTracks partners, ToldHistory history, TrackSights sights) {
        this.partners = partners;
        this.history = history;
        this.sights = sights;
    }

    Stream<TrackView> now(Caller caller, long now) {
        var sight = sights.ofReceived(caller);
        return partners.tracks().stream()
                .filter(track -> sight.mayHold(track) && track.stateAt(now) != TrackState.ENDED)
                .map(track -> TrackView.of(track, now));
    }

    Optional<TrackView> find(Caller caller, UUID id, long now) {
        return partners.find(id).filter(sights.ofReceived(caller)::mayHold).map(track -> TrackView.of(track, now));
    }

    /// The newest of each track that there was at that time.
    Stream<TrackView> at(Caller caller, Instant then) {
        var sight = sights.ofReceived(caller);
        var newest = new HashMap<UUID, PartnerTrack>();
        history.newest(then.minus(FARTHEST), then).stream()
                .filter(track -> sight.mayHold(track) && isShown(track, then))
                .forEach(track -> newest.put(track.id(), track));
        return newest.values().stream().map(track -> TrackView.past(track, then.toEpochMilli()));
    }

    Optional<TrackView> findAt(Caller caller, UUID id, Instant then) {
        var sight = sights.ofReceived(caller);
        return history.positions(id, then.minus(FARTHEST), then).reversed().stream()
                .filter(track -> sight.mayHold(track) && isShown(track, then))
                .findFirst()
                .map(track -> TrackView.past(track, then.toEpochMilli()));
    }

    private static boolean isShown(PartnerTrack track, Instant then) {
        return track.receivedAt() >= then.minus(LONGEST).toEpochMilli()
                && track.stateThen(then.toEpochMilli()) != TrackState.ENDED;
    }

    /// Where it was, oldest first.
    List<TrackDetail.Place> places(Caller caller, UUID id, Instant from, Instant until) {
        var sight = sights.ofReceived(caller);
        return history.positions(id, from, until).stream()
                .filter(sight::mayHold)
                .map(ToldPicture::place)
                .toList();
    }

    private static TrackDetail.Place place(PartnerTrack track) {
        var update = track.track().update();
        var digits = update.coarse() ? DIGITS_OF_CELLS : DIGITS;
        return new TrackDetail.Place(
                Instant.ofEpochMilli(track.seenAt()),
                TrackView.rounded(update.latitude(), digits),
                TrackView.rounded(update.longitude(), digits),
                null,
                TrackView.rounded(update.course()),
                TrackView.rounded(update.speed()));
    }
}
