package org.renkei.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.release.Reason;
import org.renkei.kernel.release.ReasonText;

/// All reasons of one decision in words, in both languages, and the digest under which they are kept and audited.
record Explanation(List<Line> lines) {

    /// One rule: code, whether it is met, its words, and what would change it.
    record Line(
            String code,
            boolean met,
            @Nullable String portion,
            @Nullable String agreement,
            String en,
            String ja,
            @Nullable String remedyEn,
            @Nullable String remedyJa) {

        String text(Locale language) {
            return isJapanese(language) ? ja : en;
        }

        @Nullable
        String remedy(Locale language) {
            return isJapanese(language) ? remedyJa : remedyEn;
        }

        private static boolean isJapanese(Locale language) {
            return language.getLanguage().equals("ja");
        }
    }

    Explanation {
        lines = List.copyOf(lines);
    }

    static Explanation of(List<Reason> reasons) {
        var lines = new ArrayList<Line>();
        for (var reason : reasons) {
            var agreement = reason.agreement();
            lines.add(new Line(
                    reason.rule().code(),
                    reason.met(),
                    reason.portion() == null ? null : reason.portion().toString(),
                    agreement == null ? null : agreement.id(),
                    ReasonText.of(reason, Locale.ENGLISH),
                    ReasonText.of(reason, Locale.JAPANESE),
                    reason.met() ? null : ReasonText.remedy(reason, Locale.ENGLISH),
                    reason.met() ? null : ReasonText.remedy(reason, Locale.JAPANESE)));
        }
        return new Explanation(lines);
    }

    /// The same with what policy and officers added, which stands first.
    Explanation with(List<Gatekeeper.Note> notes) {
        var all = new ArrayList<Line>();
        notes.forEach(note -> all.add(
                new Line(note.code(), note.met(), null, null, note.en(), note.ja(), note.remedyEn(), note.remedyJa())));
        all.addAll(lines);
        return new Explanation(all);
    }

    static Hash digest(String json) {
        return Hash.ofContent(json.getBytes(StandardCharsets.UTF_8));
    }
}
