package org.renkei.kernel.track.lane;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.renkei.kernel.label.Label;

/// What is told of a track once, and again when it changes.
///
/// @param label of what is shown, as addressed to the receiver
/// @param cellKm height of the cell of a coarse form; empty for a whole one
/// @param identities `scheme:value`, at most [#MOST_IDENTITIES]
/// @param grounds what the release rests on, in words that say nothing to the receiver; when one of them
/// stands no longer, nothing told on it is kept. None where the sender does not tell them: then nothing is
/// kept at all
public record TrackAbout(
        Label label,
        OptionalDouble cellKm,
        List<String> identities,
        Optional<String> name,
        Optional<String> callsign,
        Optional<String> type,
        Set<String> grounds) {
    public static final int MOST_IDENTITIES = 16;
    public static final int LONGEST_TEXT = 160;

    public TrackAbout {
        identities = List.copyOf(identities);
        grounds = Set.copyOf(grounds);
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
    public static TrackAbout coarse(Label label, double cellKm, Set<String> grounds) {
        return new TrackAbout(
                label,
                OptionalDouble.of(cellKm),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                grounds);
    }

    private static Stream<String> texts(
            List<String> identities, Optional<String> name, Optional<String> callsign, Optional<String> type) {
        return Stream.concat(
                identities.stream(), Stream.of(name, callsign, type).flatMap(Optional::stream));
    }
}
