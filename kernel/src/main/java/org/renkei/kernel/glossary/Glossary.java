package org.renkei.kernel.glossary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that is seen of terms, in the order of their English words. The order of arrival changes nothing.
public record Glossary(List<Entry> entries) {
    private static final Comparator<Term> IN_ENTRY = Comparator.comparing(Term::party)
            .thenComparing(Term.BY_AGE.reversed())
            .thenComparing(one -> one.record().toString());
    private static final Comparator<Entry> IN_GLOSSARY = Comparator.comparing(
                    (Entry one) -> one.first().plain().en())
            .thenComparing(one -> one.first().plain().ja());

    public Glossary {
        entries = List.copyOf(entries);
    }

    /// @param terms in any order, each once or more often, also in older forms
    public static Glossary of(Collection<Term> terms) {
        Map<UUID, Term> newest = new HashMap<>();
        terms.forEach(one -> newest.merge(one.record(), one, (a, b) -> Term.BY_AGE.compare(a, b) >= 0 ? a : b));
        var alone = newest.values().stream().collect(Collectors.groupingBy(Term::plain)).values().stream()
                .map(pair -> new Entry(pair.stream().sorted(IN_ENTRY).toList(), List.of()))
                .sorted(IN_GLOSSARY)
                .toList();
        return new Glossary(compared(alone));
    }

    private static List<Entry> compared(List<Entry> entries) {
        var byWord = new TreeMap<String, List<Entry>>();
        entries.forEach(one -> words(one)
                .forEach(word ->
                        byWord.computeIfAbsent(word, any -> new ArrayList<>()).add(one)));
        return entries.stream()
                .map(one -> new Entry(
                        one.terms(),
                        words(one)
                                .flatMap(word -> byWord.getOrDefault(word, List.of()).stream())
                                .filter(one::differsFrom)
                                .map(Entry::id)
                                .distinct()
                                .toList()))
                .toList();
    }

    /// A word that was left out is no word to share.
    private static Stream<String> words(Entry entry) {
        var plain = entry.first().plain();
        return plain.en().isEmpty() || plain.ja().isEmpty()
                ? Stream.empty()
                : Stream.of("en " + plain.en(), "ja " + plain.ja());
    }
}
