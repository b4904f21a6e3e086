package org.renkei.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.TrackSource;

/// One track with all that a caller may know of it.
///
/// @param predicted where it will be if nothing happens; empty in the coarse form and when it is lost
/// @param history oldest first
public record TrackDetail(
        Instant asOf, TrackView track, List<Source> sources, List<Prediction> predicted, List<Place> history) {

    /// What one feed says.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(
            String feed,
            String identity,
            @Nullable Instant seenAt,
            Instant receivedAt,
            @Nullable String name,
            @Nullable String callsign,
            @Nullable String type,
            @Nullable String status,
            @Nullable String imo,
            @Nullable String destination,
            @Nullable Integer length,
            @Nullable Integer beam) {
        static Source of(TrackSource source) {
            Particulars said = source.particulars();
            return new Source(
                    source.feed(),
                    source.identity().toString(),
                    source.state() == null ? null : Instant.ofEpochMilli(source.observedAt()),
                    Instant.ofEpochMilli(source.receivedAt()),
                    said.name().orElse(null),
                    said.callsign().orElse(null),
                    said.type().orElse(null),
                    said.status().orElse(null),
                    said.imo().orElse(null),
                    said.destination().orElse(null),
                    said.length().isPresent() ? said.length().getAsInt() : null,
                    said.beam().isPresent() ? said.beam().getAsInt() : null);
        }
    }

    public record Prediction(Instant at, double latitude, double longitude, double accuracyMetres) {}

    /// @param feed null in the coarse form and in tracks of a partner
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            Instant at,
            double latitude,
            double longitude,
            @Nullable String feed,
            @Nullable Double course,
            @Nullable Double speed) {}
}
