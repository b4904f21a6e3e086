package org.renkei.picture;

import java.util.Optional;
import java.util.OptionalDouble;
import org.renkei.kernel.track.TrackForm;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.kernel.track.TrackUpdate;
import org.renkei.kernel.track.lane.LaneTrack;
import org.renkei.kernel.track.lane.TrackAbout;

/// The form of a track that a partner may see, as it goes over the lane.
final class LaneForms {
    private static final double METRES = 1_000;

    private LaneForms() {}

    static LaneTrack of(TrackForm form, long now) {
        return switch (form) {
            case TrackForm.Full full -> whole(full, now);
            case TrackForm.Coarse coarse -> coarse(coarse);
        };
    }

    private static LaneTrack whole(TrackForm.Full form, long now) {
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
                        fitting(particulars.type())));
    }

    private static LaneTrack coarse(TrackForm.Coarse form) {
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
                TrackAbout.coarse(form.label(), form.cellKm()));
    }

    private static Optional<String> fitting(Optional<String> text) {
        return text.map(all ->
                        all.length() <= TrackAbout.LONGEST_TEXT ? all : all.substring(0, TrackAbout.LONGEST_TEXT))
                .filter(all -> !all.isBlank());
    }
}
