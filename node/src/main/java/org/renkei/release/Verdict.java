package org.renkei.release;

import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.release.Decision;
import tools.jackson.databind.json.JsonMapper;

/// A decision with what is kept of it: summary, explanation with its digest, and the cuts, by which two decisions
/// of the same outcome are told apart.
///
/// @param explanation the reasons as JSON
record Verdict(
        Decision decision, DecisionSummary summary, String cuts, Explanation reasons, String explanation, Hash digest) {

    static Verdict of(Decision decision, Explanation reasons, JsonMapper json) {
        var text = json.writeValueAsString(reasons.lines());
        return new Verdict(
                decision, DecisionSummary.of(decision), decision.cuts(), reasons, text, Explanation.digest(text));
    }

    /// The same under a name of its own for its cuts.
    Verdict cutAs(String other) {
        return new Verdict(decision, summary, other, reasons, explanation, digest);
    }

    String party() {
        return decision.party();
    }
}
