package org.renkei.kernel.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.Portion;

/// Decides what a party gets: `decide(label, portions, party, date)`, a pure function of its arguments and the
/// rulebook.
///
/// The record's own label and every portion's label are decided one by one. All permitted: released. The
/// record's label permitted: released without, or with coarser, portions that are not. Only portions permitted:
/// those that are fields of the body itself go, and nothing else. A label that cannot be read, an unknown
/// policy or party, and eyes-only forbid everything, whatever a portion says.
public final class ReleaseDecision {
    private final Rulebook rulebook;

    public ReleaseDecision(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /// @param originator party whose thing it is
    /// @param consenting nations that have consented to this very release
    public Decision decide(
            @Nullable Label label,
            List<Portion> portions,
            String originator,
            CompiledRecipient to,
            LocalDate day,
            Set<String> consenting) {
        var epochDay = (int) day.toEpochDay();
        var whole = rulebook.failures(rulebook.compile(label, originator), to, epochDay, consenting);
        var reasons = new ArrayList<Reason>();
        addReasons(reasons, whole, null, label, to, day);
        var withheld = new ArrayList<Redaction>();
        var permitted = 0;
        for (var portion : portions) {
            var failures = rulebook.failures(rulebook.compile(portion.label(), originator), to, epochDay, consenting);
            addReasons(reasons, failures, portion.at(), portion.label(), to, day);
            if (failures == 0) {
                permitted += portion.at().isTopLevel() ? 1 : 0;
            } else {
                withheld.add(new Redaction(portion.at(), portion.otherwise()));
            }
        }
        reasons.sort(Comparator.comparing(Reason::met));
        return outcome(to.recipient().name(), day, reasons, whole, withheld, permitted);
    }

    private static Decision outcome(
            String party, LocalDate day, List<Reason> reasons, int whole, List<Redaction> withheld, int permitted) {
        if (whole == 0) {
            return withheld.isEmpty()
                    ? new Decision.Released(party, day, reasons)
                    : new Decision.Redacted(party, day, reasons, withheld, false);
        }
        if (permitted > 0 && (whole & ~ReleaseRule.PER_PORTION) == 0) {
            return new Decision.Redacted(party, day, reasons, withheld, true);
        }
        return (whole & ~ReleaseRule.CONSENT) == 0
                ? new Decision.NeedsReview(party, day, reasons)
                : new Decision.Withheld(party, day, reasons);
    }

    private static void addReasons(
            List<Reason> reasons,
            int failures,
            @Nullable JsonPointer portion,
            @Nullable Label label,
            CompiledRecipient to,
            LocalDate day) {
        var agreement = to.agreementOn((int) day.toEpochDay());
        for (var rule : ReleaseRule.values()) {
            var byAgreement = rule == ReleaseRule.AGREEMENT_IN_FORCE || rule == ReleaseRule.AGREEMENT_CEILING;
            reasons.add(new Reason(
                    rule,
                    !rule.isIn(failures),
                    portion,
                    label,
                    to.recipient(),
                    to.national,
                    byAgreement ? agreement : null,
                    day));
        }
    }
}
