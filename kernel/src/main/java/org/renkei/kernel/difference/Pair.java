package org.renkei.kernel.difference;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What two nations said of one subject, each newest first. What has no counterpart stands alone.
public record Pair(String subject, List<Piece> ours, List<Piece> theirs) {
    private static final Comparator<Piece> NEWEST_FIRST = Comparator.comparing(Piece::at)
            .reversed()
            .thenComparing(one -> one.record().toString());

    public Pair {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
        if (ours.isEmpty() && theirs.isEmpty()) {
            throw new IllegalArgumentException("nobody said anything of " + subject);
        }
    }

    /// One for each subject of which at least one of the two said something, in the order of the subjects.
    /// What third nations said is left out and shifts nothing; a record that is given twice stands once.
    public static List<Pair> of(Collection<Piece> pieces, String own, String partner) {
        var bySubject = pieces.stream()
                .filter(one -> one.party().equals(own) || one.party().equals(partner))
                .filter(first())
                .sorted(NEWEST_FIRST)
                .collect(Collectors.groupingBy(Piece::subject, TreeMap::new, Collectors.toList()));
        return bySubject.entrySet().stream()
                .map(one -> new Pair(one.getKey(), by(own, one.getValue()), by(partner, one.getValue())))
                .toList();
    }

    private static Predicate<Piece> first() {
        var met = new HashSet<Said>();
        return one -> met.add(new Said(one.record(), one.subject()));
    }

    private record Said(UUID record, String subject) {}

    private static List<Piece> by(String party, List<Piece> pieces) {
        return pieces.stream().filter(one -> one.party().equals(party)).toList();
    }

    public Instant newest() {
        return Stream.of(ours, theirs)
                .flatMap(side -> side.stream().limit(1))
                .map(Piece::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
