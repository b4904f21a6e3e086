package org.renkei.release;

import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.release.Decision;

/// A decision with what is kept of it: summary, explanation with its digest, and the cuts, by which two decisions of
/// the
/// same outcome are told apart.
///
/// @param explanation the reasons as JSON
record Verdict(Decision decision, DecisionSummary summary, String cuts, String explanation, Hash digest) {

    static Verdict of(Decision decision, String explanation) {
        return new Verdict(
                decision, DecisionSummary.of(decision), decision.cuts(), explanation, Explanation.digest(explanation));
    }

    String party() {
        return decision.party();
    }
}
