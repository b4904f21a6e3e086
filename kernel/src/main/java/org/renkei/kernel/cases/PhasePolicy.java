package org.renkei.kernel.cases;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a nation's own law lets it give in a phase, from a day on.
///
/// @param until the last day; null while it goes on
public record PhasePolicy(
        String party,
        Phase phase,
        LocalDate from,
        @Nullable LocalDate until,
        Set<Assistance> allows,
        String basisEn,
        String basisJa,
        String source) {
    public PhasePolicy {
        allows = Set.copyOf(allows);
    }

    private boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /// What speaks against an offer by a nation that has a policy on record. One without any is not checked.
    public static Optional<Objection> against(
            Collection<PhasePolicy> policies, String party, Phase phase, Assistance category, LocalDate day) {
        var own = policies.stream().filter(one -> one.party().equals(party)).toList();
        var valid = inForce(own, party, phase, day);
        if (own.isEmpty() || valid.stream().anyMatch(one -> one.allows().contains(category))) {
            return Optional.empty();
        }
        var english = valid.isEmpty()
                ? "no law of " + party + " is on record for this phase on " + day
                : String.join("; ", valid.stream().map(PhasePolicy::basisEn).toList());
        var japanese = valid.isEmpty()
                ? day + " にこの事態で適用できる " + party + " の法的根拠が登録されていません"
                : String.join("、", valid.stream().map(PhasePolicy::basisJa).toList());
        return Optional.of(new Objection(
                "/on",
                "in the phase “" + phase.english() + "” " + party + " has no basis to give “" + category.code() + "”: "
                        + english,
                "「" + phase.japanese() + "」では、" + party + " がこの支援（" + category.code() + "）を行う根拠がありません: " + japanese));
    }

    public static List<PhasePolicy> inForce(
            Collection<PhasePolicy> policies, String party, Phase phase, LocalDate day) {
        return policies.stream()
                .filter(one -> one.party().equals(party) && one.phase() == phase && one.isInForce(day))
                .toList();
    }
}
