package org.renkei.release;

import java.time.LocalDate;
import java.util.List;
import org.renkei.kernel.record.Otherwise;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.Redaction;

/// A decision in plain values: the word, and the places that were removed or made coarser.
record DecisionSummary(String party, String outcome, List<String> removed, List<String> coarsened, LocalDate asOf) {

    static DecisionSummary of(Decision decision) {
        var redactions = decision instanceof Decision.Redacted redacted ? redacted.redactions() : List.<Redaction>of();
        var onlyPortions = decision instanceof Decision.Redacted redacted && redacted.onlyPortions();
        return new DecisionSummary(
                decision.party(),
                decision.word(),
                redactions.stream()
                        .filter(one -> onlyPortions || one.otherwise() == Otherwise.REMOVE)
                        .map(one -> one.at().toString())
                        .toList(),
                redactions.stream()
                        .filter(one -> !onlyPortions && one.otherwise() != Otherwise.REMOVE)
                        .map(one -> one.at().toString())
                        .toList(),
                decision.asOf());
    }
}
