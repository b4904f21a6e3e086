package org.renkei.glossary;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.renkei.kernel.glossary.Entry;
import org.renkei.kernel.glossary.Glossary;
import org.renkei.kernel.glossary.Term;
import org.renkei.kernel.label.Label;

/// The glossary as the API shows it.
public record GlossaryView(List<EntryView> entries) {
    /// One pair of words. Either word is empty where it was left out.
    ///
    /// @param terms who says it, by nation
    /// @param differing entries that share one of both words, and that other nations use
    public record EntryView(UUID id, String en, String ja, List<TermView> terms, List<UUID> differing) {
        static EntryView of(Entry entry, Map<UUID, Label> labels, String self) {
            var first = entry.terms().getFirst();
            return new EntryView(
                    entry.id(),
                    first.en(),
                    first.ja(),
                    entry.terms().stream()
                            .map(term -> TermView.of(term, labels, self))
                            .toList(),
                    entry.differing());
        }
    }

    /// @param reading of the Japanese word, in kana
    public record TermView(
            UUID record,
            String party,
            boolean own,
            Instant at,
            String reading,
            String abbreviation,
            String definitionEn,
            String definitionJa,
            String source,
            String label) {
        static TermView of(Term term, Map<UUID, Label> labels, String self) {
            return new TermView(
                    term.record(),
                    term.party(),
                    term.party().equals(self),
                    term.time().instant(),
                    term.reading(),
                    term.abbreviation(),
                    term.definitionEn(),
                    term.definitionJa(),
                    term.source(),
                    Objects.requireNonNull(labels.get(term.record())).text());
        }
    }

    static GlossaryView of(Glossary glossary, Map<UUID, Label> labels, String self) {
        return new GlossaryView(glossary.entries().stream()
                .map(entry -> EntryView.of(entry, labels, self))
                .toList());
    }
}
