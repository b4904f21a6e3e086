package org.renkei.kernel.glossary;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.record.SharedRecord;

/// What one nation calls one thing, by a record of the kind `term`. What was left out of the record, or is not text,
/// is empty.
///
/// @param reading of the Japanese word, in kana
/// @param abbreviation as it is written, such as `NEO`
/// @param source where it is defined
public record Term(
        UUID record,
        String party,
        HybridTime time,
        String en,
        String ja,
        String reading,
        String abbreviation,
        String definitionEn,
        String definitionJa,
        String source) {
    public static final String KIND = "term";

    private static final Pattern SPACE = Pattern.compile("\\s+");

    static final Comparator<Term> BY_AGE =
            Comparator.comparing(Term::time).thenComparing(Term::en).thenComparing(Term::ja);

    /// @return empty for a record that has neither word, or is no term
    public static Optional<Term> of(SharedRecord record) {
        var body = record.body();
        var title = body.entries().get("title");
        var definition = body.entries().get("definition");
        var term = new Term(
                record.id(),
                record.origin().party(),
                record.time(),
                word(title, "en"),
                word(title, "ja"),
                text(body.entries().get("reading")),
                text(body.entries().get("abbreviation")),
                word(definition, "en"),
                word(definition, "ja"),
                text(body.entries().get("source")));
        return record.kind().equals(KIND) && !(term.en.isEmpty() && term.ja.isEmpty())
                ? Optional.of(term)
                : Optional.empty();
    }

    private static String word(@Nullable CborValue value, String language) {
        return value instanceof CborMap(var both) ? text(both.get(language)) : "";
    }

    private static String text(@Nullable CborValue value) {
        return value instanceof CborText(var text) ? SPACE.matcher(text.strip()).replaceAll(" ") : "";
    }

    /// Both words without case, width and spaces; pairs that differ in no more are the same.
    record Pair(String en, String ja) {}

    Pair plain() {
        return new Pair(plain(en), plain(ja));
    }

    private static String plain(String word) {
        return SPACE.matcher(Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }
}
