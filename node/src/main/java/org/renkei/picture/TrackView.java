package org.renkei.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackForm;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.kernel.track.TrackLimits;
import org.renkei.kernel.track.TrackSource;
import org.renkei.kernel.track.TrackState;

/// A track as one caller sees it.
///
/// @param coarse whether the place is the middle of a grid cell some time ago
/// @param accuracyMetres one standard deviation; null in the coarse form
/// @param cellKm height of the cell; null in the whole form
/// @param feeds those that it is made of; none in the coarse form and in tracks of a partner
/// @param origin the node that tells of it
/// @param receivedAt when this came here; null in the coarse form of an own track
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrackView(
        UUID id,
        boolean coarse,
        String domain,
        String state,
        String label,
        double latitude,
        double longitude,
        Instant seenAt,
        @Nullable Double accuracyMetres,
        @Nullable Double cellKm,
        @Nullable Double course,
        @Nullable Double speed,
        @Nullable Double heading,
        @Nullable Double altitude,
        @Nullable String name,
        @Nullable String callsign,
        @Nullable String type,
        List<String> identities,
        List<String> feeds,
        String origin,
        @Nullable Instant receivedAt) {

    static TrackView of(TrackForm form, NodeId self, long now) {
        return switch (form) {
            case TrackForm.Full full -> whole(full, self, now);
            case TrackForm.Coarse coarse -> coarse(coarse, self);
        };
    }

    private static TrackView whole(TrackForm.Full form, NodeId self, long now) {
        var track = form.track();
        var best = track.best(now);
        var state = best == null ? null : best.state();
        if (best == null || state == null) {
            throw new IllegalArgumentException("a form without a place");
        }
        var particulars = track.particulars();
        return new TrackView(
                form.id(),
                false,
                word(form.domain()),
                word(track.stateAt(now)),
                form.label().text(),
                rounded(state.latitude(), 6),
                rounded(state.longitude(), 6),
                Instant.ofEpochMilli(state.at()),
                rounded(state.accuracyMetres(), 1),
                null,
                rounded(state.course()),
                rounded(state.speed(), 1),
                rounded(best.motion().heading()),
                rounded(best.motion().altitude()),
                particulars.name().orElse(null),
                particulars.callsign().orElse(null),
                particulars.type().orElse(null),
                track.identities().stream().map(TrackIdentity::toString).toList(),
                track.sources().stream().map(TrackSource::feed).distinct().toList(),
                self.toString(),
                Instant.ofEpochMilli(best.receivedAt()));
    }

    private static TrackView coarse(TrackForm.Coarse form, NodeId self) {
        return new TrackView(
                form.id(),
                true,
                word(form.domain()),
                "live",
                form.label().text(),
                rounded(form.place().latitude(), 4),
                rounded(form.place().longitude(), 4),
                Instant.ofEpochMilli(form.place().at()),
                null,
                rounded(form.cellKm(), 1),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                self.toString(),
                null);
    }

    /// A track of a partner, as it told it.
    static TrackView of(PartnerTrack track, long now) {
        return told(track, track.stateAt(now));
    }

    /// A track of a partner as it was known at that time.
    static TrackView past(PartnerTrack track, long then) {
        return told(track, track.stateThen(then));
    }

    private static TrackView told(PartnerTrack track, TrackState state) {
        var update = track.track().update();
        var about = track.track().about();
        var coarse = update.coarse();
        var digits = coarse ? 4 : 5;
        return new TrackView(
                track.id(),
                coarse,
                word(update.domain()),
                word(state),
                about.label().text(),
                rounded(update.latitude(), digits),
                rounded(update.longitude(), digits),
                Instant.ofEpochMilli(track.seenAt()),
                coarse ? null : rounded(update.accuracyMetres(), 1),
                about.cellKm().isPresent() ? rounded(about.cellKm().getAsDouble(), 1) : null,
                rounded(update.course()),
                rounded(update.speed()),
                null,
                rounded(update.altitude()),
                about.name().orElse(null),
                about.callsign().orElse(null),
                about.type().orElse(null),
                about.identities(),
                List.of(),
                track.origin().toString(),
                Instant.ofEpochMilli(track.receivedAt()));
    }

    /// Whether a name or an identity holds that text, which is in lower case.
    boolean says(String text) {
        return Stream.concat(Stream.of(name, callsign).flatMap(Stream::ofNullable), identities.stream())
                .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(text));
    }

    /// Whether its position is too old to be shown any longer, by nothing but what is seen of it.
    boolean isOver(long now) {
        var limits = TrackLimits.of(TrackDomain.valueOf(domain.toUpperCase(Locale.ROOT)));
        return !coarse && limits.stateAfter(now - seenAt.toEpochMilli()) == TrackState.ENDED;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static double rounded(double value, int digits) {
        var scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }

    static @Nullable Double rounded(OptionalDouble value) {
        return value.isPresent() ? rounded(value.getAsDouble(), 1) : null;
    }
}
