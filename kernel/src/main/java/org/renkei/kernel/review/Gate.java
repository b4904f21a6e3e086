package org.renkei.kernel.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.Otherwise;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.Redaction;

/// Where a decision by the rules meets policy and rulings, a pure function: what comes out never gives the party more
/// than the decision did.
public final class Gate {
    private Gate() {}

    /// What comes out.
    public sealed interface Passage {
        Decision decision();

        /// Nobody is asked. `by` says what held something back, null for nothing.
        record Open(Decision decision, @Nullable Held by) implements Passage {}

        /// Officers are asked; until they rule, nothing leaves.
        record Waiting(Decision decision, Question question) implements Passage {}
    }

    /// What held something back without asking: a rule of the policy, or a ruling.
    public sealed interface Held {
        record ByRule(PolicyRule rule) implements Held {}

        record ByRuling(Ruling ruling) implements Held {}
    }

    /// What officers are asked.
    ///
    /// @param rules the rules that ask, by their names
    /// @param persons how many must agree
    /// @param hours until it is escalated
    public record Question(List<String> rules, List<Cause> causes, int persons, int hours) {
        static final int HOURS = 24;
        static final Question FOR_CONSENT = new Question(List.of(), List.of(Cause.CONSENT), 1, 3 * HOURS);

        public Question {
            rules = List.copyOf(rules);
            causes = List.copyOf(causes);
        }
    }

    /// @param decision by labels and agreements
    /// @param marking of the record now
    /// @param ruling the newest about this record and party, null when there is none
    /// @param holds whether the party holds the record in this marking already: then policy asks nothing anew
    public static Passage pass(
            Decision decision,
            ReleasePolicy policy,
            Circumstances circumstances,
            Hash marking,
            @Nullable Ruling ruling,
            boolean holds) {
        if (decision instanceof Decision.NeedsReview) {
            return new Passage.Waiting(decision, Question.FOR_CONSENT);
        }
        if (!decision.leaves()) {
            return new Passage.Open(decision, null);
        }
        var rules = policy.matching(circumstances);
        for (var rule : rules) {
            if (rule.act() == PolicyRule.Act.WITHHOLD) {
                return new Passage.Open(withheld(decision), new Held.ByRule(rule));
            }
        }
        if (ruling != null && !ruling.released()) {
            return new Passage.Open(withheld(decision), new Held.ByRuling(ruling));
        }
        if (ruling != null && ruling.marking().equals(marking)) {
            return ruling.cuts().isEmpty()
                    ? new Passage.Open(decision, null)
                    : new Passage.Open(cut(decision, ruling), new Held.ByRuling(ruling));
        }
        var wasCut = ruling != null && !ruling.cuts().isEmpty();
        if (rules.isEmpty() && !wasCut || holds && !wasCut) {
            return new Passage.Open(decision, null);
        }
        return new Passage.Waiting(
                new Decision.NeedsReview(decision.party(), decision.asOf(), decision.reasons()),
                question(rules, wasCut));
    }

    private static Question question(List<PolicyRule> rules, boolean wasCut) {
        var causes = new ArrayList<Cause>();
        rules.stream().map(PolicyRule::cause).distinct().forEach(causes::add);
        if (wasCut) {
            causes.add(Cause.RULED_OTHERWISE);
        }
        return new Question(
                rules.stream().map(PolicyRule::id).toList(),
                causes,
                rules.stream().mapToInt(PolicyRule::persons).max().orElse(1),
                rules.stream().mapToInt(PolicyRule::hours).min().orElse(Question.HOURS));
    }

    private static Decision withheld(Decision decision) {
        return new Decision.Withheld(decision.party(), decision.asOf(), decision.reasons());
    }

    /// The decision with more cuts. Nothing that the rules cut comes back.
    public static Decision cut(Decision decision, Ruling ruling) {
        var redactions = new ArrayList<Redaction>();
        ruling.cuts().forEach(at -> redactions.add(new Redaction(at, Otherwise.REMOVE)));
        return switch (decision) {
            case Decision.Released(var party, var asOf, var reasons) ->
                new Decision.Redacted(party, asOf, reasons, redactions, false);
            case Decision.Redacted(var party, var asOf, var reasons, var before, var onlyPortions) -> {
                before.stream().filter(one -> !ruling.cuts().contains(one.at())).forEach(redactions::add);
                yield new Decision.Redacted(party, asOf, reasons, redactions, onlyPortions);
            }
            case Decision.Withheld withheld -> withheld;
            case Decision.NeedsReview waiting -> waiting;
        };
    }
}
