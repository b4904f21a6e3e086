package org.renkei.kernel.difference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What two nations said of one subject, each newest first. What has no counterpart stands alone.
public record Pair(String subject, List<Piece> ours, List<Piece> theirs) {
    public Pair {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
        if (ours.isEmpty() && theirs.isEmpty()) {
            throw new IllegalArgumentException("nobody said anything of " + subject);
        }
    }

    /// One for each subject of which at least one of the two said something. What third nations said is left out
    /// and shifts nothing; a record that is given twice for a subject stands once.
    ///
    /// @param subjects each key once
    /// @param others of these subjects, or of some that do not stand any more
    public static List<Pair> of(Collection<Subject> subjects, Collection<Piece> others, String own, String partner) {
        var more = others.stream().collect(Collectors.groupingBy(Piece::subject, TreeMap::new, Collectors.toList()));
        var pairs = new ArrayList<Pair>(subjects.size() + more.size());
        for (var subject : subjects) {
            var added = more.remove(subject.key());
            var said = added == null ? subject : subject.and(added);
            pair(subject.key(), said.said(), own, partner).ifPresent(pairs::add);
        }
        more.forEach(
                (key, said) -> pair(key, Piece.newestFirst(said), own, partner).ifPresent(pairs::add));
        return pairs;
    }

    private static Optional<Pair> pair(String subject, List<Piece> said, String own, String partner) {
        var ours = by(own, said);
        var theirs = by(partner, said);
        return ours.isEmpty() && theirs.isEmpty() ? Optional.empty() : Optional.of(new Pair(subject, ours, theirs));
    }

    private static List<Piece> by(String party, List<Piece> said) {
        var of = new ArrayList<Piece>(said.size());
        for (var one : said) {
            if (one.party().equals(party)) {
                of.add(one);
            }
        }
        return of;
    }

    /// When the newer of both sides' newest was said.
    public Instant newest() {
        var first = ours.isEmpty() ? theirs : ours;
        var second = theirs.isEmpty() ? ours : theirs;
        var one = first.getFirst().at();
        var other = second.getFirst().at();
        return one.isAfter(other) ? one : other;
    }
}
