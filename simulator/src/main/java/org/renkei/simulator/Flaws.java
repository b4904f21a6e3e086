package org.renkei.simulator;

import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Decision;

/// Which fault, if any, is planted in the hosts of a history.
record Flaws(@Nullable Mutant mutant) {
    boolean have(Mutant one) {
        return mutant == one;
    }

    /// What a host with the fault makes of a decision.
    Decision cut(Decision decision) {
        return have(Mutant.REDACTION_FORGOTTEN)
                        && decision instanceof Decision.Redacted redacted
                        && !redacted.onlyPortions()
                ? new Decision.Redacted(
                        redacted.party(),
                        redacted.asOf(),
                        redacted.reasons(),
                        redacted.redactions().subList(1, redacted.redactions().size()),
                        false)
                : decision;
    }

    /// What a host with the fault makes of a form.
    SharedRecord relabelled(SharedRecord form) {
        if (!have(Mutant.LABEL_LOST) || !form.redacted()) {
            return form;
        }
        return new SharedRecord(
                form.id(),
                form.origin(),
                form.kind(),
                form.revision(),
                form.author(),
                form.time(),
                form.precedence(),
                Label.of(Classification.UNCLASSIFIED, Releasability.PUBLIC),
                form.portions(),
                form.references(),
                form.body(),
                true,
                form.until(),
                form.unknown());
    }
}
