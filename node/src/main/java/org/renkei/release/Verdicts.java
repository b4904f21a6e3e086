package org.renkei.release;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.renkei.kernel.release.CompiledRecipient;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.ReleaseDecision;
import org.renkei.kernel.release.Rulebook;
import org.renkei.party.PartyRegister;
import org.renkei.records.Marking;
import tools.jackson.databind.json.JsonMapper;

/// Decisions by the facts of one moment: each marking is decided once for each party, however many records bear
/// it. Only good within the transaction that read the facts.
final class Verdicts {
    private final Rulebook rulebook;
    private final PartyRegister register;
    private final JsonMapper json;
    private final ReleaseDecision decision;
    private final Map<String, CompiledRecipient> recipients = new HashMap<>();
    private final Map<Key, Verdict> known = new HashMap<>();

    Verdicts(PartyRegister register, JsonMapper json) {
        this.rulebook = register.rulebook();
        this.register = register;
        this.json = json;
        this.decision = new ReleaseDecision(rulebook);
    }

    private record Key(Marking marking, String party, Set<String> consenting) {}

    Verdict of(Marking marking, String party) {
        return of(marking, party, Set.of());
    }

    /// @param consenting nations that have consented to this very release
    Verdict of(Marking marking, String party, Set<String> consenting) {
        return known.computeIfAbsent(new Key(marking, party, consenting), key -> {
            var decided = decide(marking, party, consenting);
            return Verdict.of(decided, Explanation.of(decided.reasons()), json);
        });
    }

    /// The verdict after policy and officers; the same one when they add nothing.
    Verdict after(Gatekeeper.Answer answer, Verdict verdict) {
        return answer.notes().isEmpty() && answer.decision().equals(verdict.decision())
                ? verdict
                : Verdict.of(answer.decision(), verdict.reasons().with(answer.notes()), json);
    }

    Decision decide(Marking marking, String party) {
        return decide(marking, party, Set.of());
    }

    private Decision decide(Marking marking, String party, Set<String> consenting) {
        return decision.decide(
                marking.label(),
                marking.portions(),
                rulebook.origin(),
                recipients.computeIfAbsent(party, one -> rulebook.compile(register.recipient(one))),
                register.today(),
                consenting);
    }
}
