package org.renkei.kernel.difference;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.renkei.kernel.label.Label;

/// One thing that one nation said of one subject.
///
/// @param subject what makes it stand beside what another nation said: follows from the record alone
/// @param at when it was said, by the clock of its writer
/// @param kind of the record
/// @param code what is said, as its kind names it: a status, an act, a decision
/// @param english a few words of it, in the language of its writer where it was written in one alone
/// @param label over all its portions
public record Piece(
        UUID record,
        String party,
        String subject,
        Instant at,
        String kind,
        String code,
        String english,
        String japanese,
        Label label) {
    private static final Comparator<Piece> NEWEST_FIRST = Comparator.comparing(Piece::at)
            .reversed()
            .thenComparing(one -> one.record().toString());

    /// Each record once.
    static List<Piece> newestFirst(Collection<Piece> said) {
        var met = new HashSet<UUID>();
        return said.stream()
                .filter(one -> met.add(one.record()))
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
