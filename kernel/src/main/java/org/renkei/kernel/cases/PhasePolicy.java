package org.renkei.kernel.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a nation's own law lets it give in a phase, from a day on. Of one nation and phase there are as
/// many as the law had versions.
///
/// @param until the last day; null while it goes on
/// @param zone where these days begin and end: an act comes into force at midnight of its own nation
public record PhasePolicy(
        String party,
        Phase phase,
        LocalDate from,
        @Nullable LocalDate until,
        ZoneId zone,
        Set<Assistance> allows,
        String basisEn,
        String basisJa,
        String source) {
    public PhasePolicy {
        allows = Set.copyOf(allows);
    }

    private boolean isInForce(Instant at) {
        var day = LocalDate.ofInstant(at, zone);
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /// Whether both hold on some day: of one nation and phase one version holds at a time.
    public boolean overlaps(PhasePolicy other) {
        return isOf(other.party, other.phase)
                && (until == null || !until.isBefore(other.from))
                && (other.until == null || !other.until.isBefore(from));
    }

    private boolean isOf(String nation, Phase of) {
        return party.equals(nation) && phase == of;
    }

    /// What speaks against an offer by a nation that has stated a policy for a phase. One that has stated none
    /// for it, of any date, is not checked.
    public static Optional<Objection> against(
            Collection<PhasePolicy> policies, String party, Phase phase, Assistance category, Instant at) {
        var valid = inForce(policies, party, phase, at);
        if (!isStated(policies, party, phase)
                || valid.stream().anyMatch(one -> one.allows().contains(category))) {
            return Optional.empty();
        }
        var english = valid.isEmpty()
                ? "no law of " + party + " on record for this phase is in force now"
                : String.join("; ", valid.stream().map(PhasePolicy::basisEn).toList());
        var japanese = valid.isEmpty()
                ? "この事態について現在施行されている " + party + " の法的根拠が登録されていません"
                : String.join("、", valid.stream().map(PhasePolicy::basisJa).toList());
        return Optional.of(new Objection(
                "/on",
                "in the phase “" + phase.english() + "” " + party + " has no basis to give “" + category.code() + "”: "
                        + english,
                "「" + phase.japanese() + "」では、" + party + " がこの支援（" + category.code() + "）を行う根拠がありません: " + japanese));
    }

    /// Whether a nation has stated any policy for a phase, in force or not.
    public static boolean isStated(Collection<PhasePolicy> policies, String party, Phase phase) {
        return policies.stream().anyMatch(one -> one.isOf(party, phase));
    }

    public static List<PhasePolicy> inForce(Collection<PhasePolicy> policies, String party, Phase phase, Instant at) {
        return policies.stream()
                .filter(one -> one.isOf(party, phase) && one.isInForce(at))
                .toList();
    }
}
