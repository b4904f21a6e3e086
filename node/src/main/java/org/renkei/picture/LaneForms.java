package org.renkei.picture;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.renkei.kernel.track.TrackForm;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.kernel.track.TrackUpdate;
import org.renkei.kernel.track.lane.LaneTrack;
import org.renkei.kernel.track.lane.TrackAbout;

/// The form of a track that a partner may see, as it goes over the lane.
final class LaneForms {
    private static final double METRES = 1_000;

    private LaneForms() {}

    /// @param grounds on which the partner may hold it
    static LaneTrack of(TrackForm form, Set<String> grounds, long now) {
        return switch (form) {
            case TrackForm.Full full -> whole(full, grounds, now);
            case TrackForm.Coarse coarse -> coarse(coarse, grounds);
        };
    }

    private static LaneTrack whole(TrackForm.Full form, Set<String> grounds, long now) {
        var track = form.track();
        var best = track.best(now);
        var state = best == null ? null : best.state();
        if (best == null || state == null) {
            throw new IllegalArgumentException("a form without a place");
        }
        var particulars = track.particulars();
        var moves = state.course().isPresent();
        return new LaneTrack(
                new TrackUpdate(
                        form.id(),
                        form.domain(),
                        false,
                        Math.max(0, state.at()),
                        state.latitude(),
                        state.longitude(),
                        state.accuracyMetres(),
                        state.course(),
                        moves ? OptionalDouble.of(state.speed()) : OptionalDouble.empty(),
                        best.motion().altitude()),
                new TrackAbout(
                        form.label(),
                        OptionalDouble.empty(),
                        track.identities().stream()
                                .map(TrackIdentity::toString)
                                .limit(TrackAbout.MOST_IDENTITIES)
                                .toList(),
                        fitting(particulars.name()),
                        fitting(particulars.callsign()),
                        fitting(particulars.type()),
                        grounds));
    }

    private static LaneTrack coarse(TrackForm.Coarse form, Set<String> grounds) {
        return new LaneTrack(
                new TrackUpdate(
                        form.id(),
                        form.domain(),
                        true,
                        Math.max(0, form.place().at()),
                        form.place().latitude(),
                        form.place().longitude(),
                        form.cellKm() * METRES / 2,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()),
                TrackAbout.coarse(form.label(), form.cellKm(), grounds));
    }

    private static Optional<String> fitting(Optional<String> text) {
        return text.map(all ->
                        all.length() <= TrackAbout.LONGEST_TEXT ? all : all.substring(0, TrackAbout.LONGEST_TEXT))
                .filter(all -> !all.isBlank());
    }
}
