package org.renkei.review;

import java.util.Comparator;
import java.util.List;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;

/// What an officer says about one release.
public record Word(boolean releases, List<JsonPointer> cuts, String reason) {
    public Word {
        cuts = cuts.stream()
                .distinct()
                .sorted(Comparator.comparing(JsonPointer::toString))
                .toList();
    }

    List<String> places() {
        return cuts.stream().map(JsonPointer::toString).toList();
    }

    /// Who releases says the same as those before, and is another person.
    void requireAgreement(List<Items.Voice> before, String officer) {
        if (!releases) {
            return;
        }
        for (var voice : before) {
            if (voice.person().equals(officer)) {
                throw new Problem(
                        Category.CONFLICT,
                        "you have said so already: a second officer must say the same",
                        "すでにあなたが判断しました。別の担当官の同じ判断が必要です");
            }
            if (!voice.cuts().equals(places())) {
                throw new Problem(
                        Category.CONFLICT,
                        voice.person() + " would release it without " + voice.cuts() + ", not without " + places()
                                + ": agree on the same cuts, or withhold",
                        voice.person() + " の除外箇所 " + voice.cuts() + " と異なります（" + places() + "）。同じにするか、不開示としてください");
            }
        }
    }
}
