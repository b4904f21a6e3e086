package org.renkei.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.ReasonText;
import tools.jackson.databind.JsonNode;

/// A decision as the API shows it to the origin's officers: the internal grade, with the outward one beside it.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionView(
        String party,
        String decision,
        boolean linked,
        List<ReasonView> reasons,
        List<String> removed,
        List<String> coarsened,
        @Nullable String outward,
        LocalDate asOf,
        @Nullable JsonNode form,
        @Nullable Long ledgerPosition,
        @Nullable String releasedAt,
        @Nullable String confirmedAt) {
    private static final Set<String> WHOLE = Set.of("released", "needs-review");

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReasonView(
            String code,
            boolean met,
            String text,
            @Nullable String portion,
            @Nullable String agreement,
            @Nullable String remedy) {}

    /// Whether it gets there as it is, at once or after an officer has looked.
    public boolean arrivesWhole() {
        return linked && WHOLE.contains(decision);
    }

    static DecisionView of(Verdict verdict, boolean linked, Locale language) {
        return of(verdict.decision(), verdict.reasons(), linked, language);
    }

    static DecisionView of(Decision decision, boolean linked, Locale language) {
        return of(decision, Explanation.of(decision.reasons()), linked, language);
    }

    private static DecisionView of(Decision decision, Explanation reasons, boolean linked, Locale language) {
        var summary = DecisionSummary.of(decision);
        return new DecisionView(
                decision.party(),
                summary.outcome(),
                linked,
                reasons(reasons, language),
                summary.removed(),
                summary.coarsened(),
                decision.leaves() ? null : ReasonText.outward(language),
                summary.asOf(),
                null,
                null,
                null,
                null);
    }

    static DecisionView of(Decisions.Kept kept, boolean confirmed, @Nullable String confirmedAt, Locale language) {
        var leaves = kept.outcome().equals("released") || kept.outcome().equals("redacted");
        return new DecisionView(
                kept.party(),
                kept.outcome(),
                true,
                reasons(kept.explanation(), language),
                kept.removed(),
                kept.coarsened(),
                leaves ? null : ReasonText.outward(language),
                kept.asOf(),
                null,
                kept.position(),
                kept.decidedAt().toString(),
                confirmed ? confirmedAt : null);
    }

    DecisionView withForm(@Nullable JsonNode body) {
        return new DecisionView(
                party,
                decision,
                linked,
                reasons,
                removed,
                coarsened,
                outward,
                asOf,
                body,
                ledgerPosition,
                releasedAt,
                confirmedAt);
    }

    DecisionView at(@Nullable Long position, String time) {
        return new DecisionView(
                party, decision, linked, reasons, removed, coarsened, outward, asOf, form, position, time, null);
    }

    private static List<ReasonView> reasons(Explanation explanation, Locale language) {
        return explanation.lines().stream()
                .map(line -> new ReasonView(
                        line.code(),
                        line.met(),
                        line.text(language),
                        line.portion(),
                        line.agreement(),
                        line.remedy(language)))
                .toList();
    }
}
