package org.renkei.translation;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.renkei.kernel.glossary.Entry;
import org.renkei.kernel.glossary.Glossary;
import org.renkei.kernel.glossary.Term;

/// Words of a text that nations have agreed on: what a pair of them is called stays as it is. Where nations
/// use other words for the same, neither is given along.
record AgreedWords(List<Pair> pairs) {
    /// More would be a dictionary.
    static final int MOST = 40;

    AgreedWords {
        pairs = List.copyOf(pairs);
    }

    /// @param terms the records that say it
    record Pair(String en, String ja, List<UUID> terms) {
        Pair {
            terms = List.copyOf(terms);
        }
    }

    /// Those that stand in the text, the longest first.
    static AgreedWords in(String text, List<Term> terms) {
        var plain = plain(text);
        return new AgreedWords(Glossary.of(terms).entries().stream()
                .filter(entry -> entry.differing().isEmpty())
                .map(AgreedWords::pair)
                .filter(pair -> !pair.en().isEmpty() && !pair.ja().isEmpty())
                .filter(pair -> plain.contains(plain(pair.ja())) || says(plain, plain(pair.en())))
                .sorted(Comparator.comparing(
                                (Pair pair) -> -pair.ja().length() - pair.en().length())
                        .thenComparing(Pair::en))
                .limit(MOST)
                .toList());
    }

    private static Pair pair(Entry entry) {
        var first = entry.terms().getFirst();
        return new Pair(
                first.en(), first.ja(), entry.terms().stream().map(Term::record).toList());
    }

    /// As a word of its own, also in the plural.
    private static boolean says(String text, String word) {
        return Pattern.compile("(?<![a-z0-9])" + Pattern.quote(word) + "(?:e?s)?(?![a-z0-9])")
                .matcher(text)
                .find();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
