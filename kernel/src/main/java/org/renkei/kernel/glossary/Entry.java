package org.renkei.kernel.glossary;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// One pair of words and who says it: by nation, the newest of each first.
///
/// @param differing entries that share one of both words, which some nation uses instead: what one says is not what the
///     other hears
public record Entry(List<Term> terms, List<UUID> differing) {
    public Entry {
        terms = List.copyOf(terms);
        differing = List.copyOf(differing);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("an entry has a term");
        }
    }

    /// That of its first term.
    public UUID id() {
        return terms.getFirst().record();
    }

    Term first() {
        return terms.getFirst();
    }

    /// Each of both is said by a nation that does not say the other.
    boolean differsFrom(Entry other) {
        var here = terms.stream().map(Term::party).collect(Collectors.toSet());
        var there = other.terms.stream().map(Term::party).collect(Collectors.toSet());
        return !here.containsAll(there) && !there.containsAll(here);
    }
}
