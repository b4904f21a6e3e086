package org.renkei.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.renkei.identity.Caller;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Whether what somebody is about to say would arrive at those to whom it is said. What only some of them got, or got
/// in part, would leave nations with different orders and cases.
@Component
public class Reach {
    private final ReleaseDesk releases;

    Reach(ReleaseDesk releases) {
        this.releases = releases;
    }

    /// @param draft as it would be stored
    /// @param parties without the own one
    /// @throws Problem naming everybody who would not get it, and why
    public void require(JsonNode draft, Collection<String> parties, Caller caller, Locale language) {
        var decisions = releases.preview(draft, caller, language).decisions();
        var missed = parties.stream()
                .filter(party -> decisions.stream().noneMatch(one -> one.party().equals(party) && one.arrivesWhole()))
                .map(party -> missed(party, decisions))
                .toList();
        if (!missed.isEmpty()) {
            throw Problem.refused(missed);
        }
    }

    private static FieldError missed(String party, List<DecisionView> decisions) {
        var unmet = new ArrayList<String>();
        decisions.stream()
                .filter(one -> one.party().equals(party))
                .flatMap(one -> one.reasons().stream())
                .filter(reason -> !reason.met())
                .forEach(reason -> unmet.add(reason.text()));
        var why = String.join("; ", unmet);
        return new FieldError(
                "/label",
                party + " would not receive this, so it is not said. " + why,
                party + " に届かないため、申述しません。" + why);
    }
}
