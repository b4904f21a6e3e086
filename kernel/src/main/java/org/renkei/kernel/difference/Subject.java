package org.renkei.kernel.difference;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.renkei.kernel.label.Label;

/// Of what nations speak at one desk: a place, a need, a thread of a case, an order.
///
/// @param key among all subjects of all desks
/// @param kind `place`, `need`, `offer`, `move`, `case`, `phase` or `order`
/// @param opens by which its screen shows it; empty where the screen has no page of it
/// @param label of what it is called
/// @param said each record once, newest first
public record Subject(
        String key,
        String kind,
        String english,
        String japanese,
        String opens,
        Label label,
        List<Piece> said,
        List<Contradiction> contradictions) {
    public Subject {
        said = Piece.newestFirst(said);
        contradictions = List.copyOf(contradictions);
    }

    /// With more that was said of it.
    Subject and(Collection<Piece> more) {
        var all = Stream.of(said, more).flatMap(Collection::stream).toList();
        return new Subject(key, kind, english, japanese, opens, label, all, contradictions);
    }

    /// About what these two contradict each other, each once.
    public List<String> contradictions(String one, String other) {
        return contradictions.isEmpty()
                ? List.of()
                : contradictions.stream()
                        .filter(each -> each.isBetween(one, other))
                        .map(Contradiction::about)
                        .distinct()
                        .toList();
    }
}
