package org.renkei.kernel.watch;

import java.util.List;
import java.util.stream.Collectors;
import org.renkei.kernel.track.TrackIdentity;

/// Something about moving objects that somebody should look at, and what it rests on. It says what was seen, not why.
///
/// One that lasts is given twice: when it is found, and when it is over, under the same [key][#key()].
///
/// @param subjects the objects it is about, in order; the affected aircraft for [FindingKind#INTERFERENCE]
/// @param from epoch milliseconds, when it began
/// @param to epoch milliseconds, as far as it is known
/// @param over whether it has ended, or was a matter of a moment
/// @param where id of the watched area, or name of the GARS cell; empty for the other kinds
/// @param evidence the sightings it rests on, oldest first, at least one
/// @param figures what was measured, beside the limits
public record Finding(
        FindingKind kind,
        List<TrackIdentity> subjects,
        long from,
        long to,
        boolean over,
        String where,
        List<Evidence> evidence,
        List<Figure> figures) {
    public Finding {
        subjects = subjects.stream().sorted().distinct().toList();
        evidence = List.copyOf(evidence);
        figures = List.copyOf(figures);
        if (subjects.isEmpty() || evidence.isEmpty() || to < from) {
            throw new IllegalArgumentException("a finding says what it is about and what it rests on: " + kind);
        }
    }

    /// The same for the same finding, whatever more becomes known of it.
    public String key() {
        var who = kind == FindingKind.INTERFERENCE
                ? ""
                : subjects.stream().map(TrackIdentity::toString).collect(Collectors.joining("+"));
        return kind.code() + "/" + who + "/" + where + "/" + from;
    }

    /// Degrees, where the newest evidence lies.
    public double latitude() {
        return evidence.getLast().latitude();
    }

    public double longitude() {
        return evidence.getLast().longitude();
    }
}
