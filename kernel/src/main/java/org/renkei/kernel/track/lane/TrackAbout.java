package org.renkei.kernel.track.lane;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.renkei.kernel.label.Label;

/// What is told of a track once, and again when it changes.
///
/// @param label of what is shown, as addressed to the receiver
/// @param cellKm height of the cell of a coarse form; empty for a whole one
/// @param identities `scheme:value`, at most [#MOST_IDENTITIES]
public record TrackAbout(
        Label label,
        OptionalDouble cellKm,
        List<String> identities,
        Optional<String> name,
        Optional<String> callsign,
        Optional<String> type) {
    public static final int MOST_IDENTITIES = 16;
    public static final int LONGEST_TEXT = 160;

    public TrackAbout {
        identities = List.copyOf(identities);
        if (identities.size() > MOST_IDENTITIES) {
            throw new IllegalArgumentException("a track of " + identities.size() + " identities");
        }
        if (texts(identities, name, callsign, type).anyMatch(text -> text.length() > LONGEST_TEXT)) {
            throw new IllegalArgumentException("a text of a track is longer than " + LONGEST_TEXT);
        }
        if (cellKm.isPresent() && !(cellKm.getAsDouble() > 0)) {
            throw new IllegalArgumentException("a cell without a size");
        }
    }

    /// A coarse form: where something is, and nothing else.
    public static TrackAbout coarse(Label label, double cellKm) {
        return new TrackAbout(
                label, OptionalDouble.of(cellKm), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Stream<String> texts(
            List<String> identities, Optional<String> name, Optional<String> callsign, Optional<String> type) {
        return Stream.concat(
                identities.stream(), Stream.of(name, callsign, type).flatMap(Optional::stream));
    }
}
