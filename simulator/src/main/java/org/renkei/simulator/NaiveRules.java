package org.renkei.simulator;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;

/// The rules of release as they are read, without anything prepared. Nobody gives consents in these histories.
final class NaiveRules {
    private NaiveRules() {}

    static Set<String> failures(Cast cast, SimNode node, Label label, int partner, LocalDate day) {
        var failed = new TreeSet<String>();
        var origin = cast.party(node.index());
        var party = cast.party(partner);
        var rights = cast.rights().get(node.index()).get(partner);
        var national = party.equals(origin);
        var policy = Cast.POLICIES.stream()
                .filter(one -> one.id().equals(label.policy()))
                .findFirst();
        if (policy.isEmpty()) {
            failed.add("policy-known");
        }
        if (policy.isEmpty()
                || !policy.get().caveats().containsAll(label.caveats())
                || !policy.get().purposes().containsAll(label.purposes())) {
            failed.add("categories-known");
        }
        if (label.eyesOnly() && !national) {
            failed.add("eyes-only");
        }
        if (!national && !isNamed(label, party, day)) {
            failed.add("releasable-to");
        }
        if (rights.clearance().compareTo(label.classification()) < 0) {
            failed.add("level");
        }
        if (!rights.caveats().containsAll(label.caveats())) {
            failed.add("caveats");
        }
        if (!rights.purposes().containsAll(label.purposes())) {
            failed.add("purpose");
        }
        if (label.classification().level() > 0 && !national) {
            agreements(failed, node, label, origin, party, day);
        }
        for (var nation : label.foreign()) {
            if (!nation.equals(origin) && !nation.equals(party)) {
                failed.add("foreign-information");
            }
        }
        return failed;
    }

    private static boolean isNamed(Label label, String party, LocalDate day) {
        if (!(label.releasability() instanceof Releasability.To(var codes))) {
            return true;
        }
        if (codes.contains(party)) {
            return true;
        }
        for (var group : Cast.GROUPS) {
            for (var member : group.members()) {
                if (codes.contains(group.code())
                        && member.party().equals(party)
                        && member.from().compareTo(day) <= 0
                        && (member.until() == null || member.until().compareTo(day) > 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void agreements(
            Set<String> failed, SimNode node, Label label, String origin, String party, LocalDate day) {
        var inForce = false;
        var covered = false;
        for (var agreement : node.store().agreements) {
            if (agreement.type() == AgreementType.INFORMATION_PROTECTION
                    && agreement.parties().contains(origin)
                    && agreement.parties().contains(party)
                    && isInForce(agreement, day)) {
                inForce = true;
                covered |= agreement.ceiling() != null
                        && agreement.ceiling().level() >= label.classification().level();
            }
        }
        if (!inForce) {
            failed.add("agreement-in-force");
        }
        if (!covered) {
            failed.add("agreement-ceiling");
        }
    }

    private static boolean isInForce(Agreement agreement, LocalDate day) {
        if (agreement.inForce() == null || day.isBefore(agreement.inForce().last())) {
            return false;
        }
        if (agreement.ended() != null && agreement.ended().compareTo(day) <= 0) {
            return false;
        }
        for (var suspension : agreement.suspensions()) {
            var begun = suspension.from().compareTo(day) <= 0;
            var over = suspension.until() != null && suspension.until().compareTo(day) <= 0;
            if (begun && !over) {
                return false;
            }
        }
        return true;
    }
}
