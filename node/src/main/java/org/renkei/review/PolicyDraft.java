package org.renkei.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.review.Cause;
import org.renkei.kernel.review.PolicyRule;
import org.renkei.kernel.review.ReleasePolicy;

/// A release policy in plain values, as forms, YAML and the database have it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyDraft(LocalDate from, int many, int manyHours, List<Rule> rules) {
    /// One rule in plain values.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(
            String id,
            String act,
            String cause,
            List<String> parties,
            List<String> kinds,
            @Nullable String atLeast,
            int persons,
            int hours) {

        static Rule of(PolicyRule rule) {
            var atLeast = rule.atLeast();
            return new Rule(
                    rule.id(),
                    rule.act().name().toLowerCase(Locale.ROOT),
                    rule.cause().code(),
                    rule.parties().stream().sorted().toList(),
                    rule.kinds().stream().sorted().toList(),
                    atLeast == null ? null : atLeast.name(),
                    rule.persons(),
                    rule.hours());
        }

        /// @throws IllegalArgumentException saying what is wrong
        PolicyRule rule() {
            return new PolicyRule(
                    id,
                    switch (act) {
                        case "review" -> PolicyRule.Act.REVIEW;
                        case "withhold" -> PolicyRule.Act.WITHHOLD;
                        default ->
                            throw new IllegalArgumentException(
                                    "rule " + id + ": 'review' or 'withhold', not '" + act + "'");
                    },
                    Cause.parse(cause),
                    Set.copyOf(parties),
                    Set.copyOf(kinds),
                    atLeast == null ? null : classification(atLeast),
                    persons,
                    hours);
        }

        private static Classification classification(String text) {
            try {
                return Classification.parse(text);
            } catch (LabelException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    }

    static PolicyDraft of(ReleasePolicy policy) {
        return new PolicyDraft(
                policy.from(),
                policy.many(),
                policy.manyHours(),
                policy.rules().stream().map(Rule::of).toList());
    }
}
