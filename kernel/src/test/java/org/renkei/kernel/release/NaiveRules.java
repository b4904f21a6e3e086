package org.renkei.kernel.release;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;

/// The rules of release written down a second time, as they are read: sets and loops, nothing prepared.
final class NaiveRules {
    private NaiveRules() {}

    static Set<ReleaseRule> failures(
            World world, Label label, String originator, Recipient to, LocalDate day, Set<String> consenting) {
        if (label == null) {
            return EnumSet.allOf(ReleaseRule.class);
        }
        var failed = EnumSet.noneOf(ReleaseRule.class);
        var policy = world.policies().stream()
                .filter(one -> one.id().equals(label.policy()))
                .findFirst();
        if (policy.isEmpty()) {
            failed.add(ReleaseRule.POLICY_KNOWN);
        }
        if (policy.isEmpty()
                || !policy.get().caveats().containsAll(label.caveats())
                || !policy.get().purposes().containsAll(label.purposes())) {
            failed.add(ReleaseRule.CATEGORIES_KNOWN);
        }
        if (!world.parties().contains(to.party())) {
            failed.add(ReleaseRule.PARTY_KNOWN);
        }
        var national = to.party().equals(world.origin());
        if (label.eyesOnly() && !national) {
            failed.add(ReleaseRule.EYES_ONLY);
        }
        if (!national && !isNamed(world, label, to.party(), day)) {
            failed.add(ReleaseRule.RELEASABLE_TO);
        }
        if (to.clearance().compareTo(label.classification()) < 0) {
            failed.add(ReleaseRule.LEVEL);
        }
        if (!to.caveats().containsAll(label.caveats())) {
            failed.add(ReleaseRule.CAVEATS);
        }
        if (!to.purposes().containsAll(label.purposes())) {
            failed.add(ReleaseRule.PURPOSE);
        }
        if (label.classification().level() > 0 && !national) {
            addAgreementRules(failed, world, label, to.party(), day);
        }
        for (var nation : label.foreign()) {
            if (!nation.equals(world.origin()) && !consents(world, nation, to.party(), consenting)) {
                failed.add(ReleaseRule.FOREIGN_INFORMATION);
            }
        }
        if (!originator.equals(world.origin()) && !consents(world, originator, to.party(), consenting)) {
            failed.add(ReleaseRule.ORIGINATOR_CONTROL);
        }
        return failed;
    }

    private static boolean isNamed(World world, Label label, String party, LocalDate day) {
        if (!(label.releasability() instanceof Releasability.To(var codes))) {
            return true;
        }
        for (var code : codes) {
            if (code.equals(party)) {
                return true;
            }
            for (var group : world.groups()) {
                for (var member : group.members()) {
                    if (group.code().equals(code)
                            && member.party().equals(party)
                            && member.from().compareTo(day) <= 0
                            && (member.until() == null || member.until().compareTo(day) > 0)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static void addAgreementRules(
            Set<ReleaseRule> failed, World world, Label label, String party, LocalDate day) {
        var covered = false;
        var anyInForce = false;
        for (var agreement : world.agreements()) {
            if (agreement.type() == AgreementType.INFORMATION_PROTECTION
                    && !party.equals(world.origin())
                    && agreement.parties().contains(world.origin())
                    && agreement.parties().contains(party)
                    && isInForce(agreement, day)) {
                anyInForce = true;
                covered |= agreement.ceiling() != null
                        && agreement.ceiling().level() >= label.classification().level();
            }
        }
        if (!anyInForce) {
            failed.add(ReleaseRule.AGREEMENT_IN_FORCE);
        }
        if (!covered) {
            failed.add(ReleaseRule.AGREEMENT_CEILING);
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

    /// A nation need not consent to being given what is its own. Nobody can consent in the name of an unknown one.
    private static boolean consents(World world, String nation, String recipient, Set<String> consenting) {
        return world.parties().contains(nation) && (nation.equals(recipient) || consenting.contains(nation));
    }
}
