package org.renkei.kernel.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;

/// One agreement between parties, as far as its facts are known. `ceiling` is the highest classification it
/// covers, only for information protection; absent dates are unknown, not open. A change gives a new version.
public record Agreement(
        String id,
        AgreementType type,
        String nameEn,
        String nameJa,
        Set<String> parties,
        @Nullable PartialDate signed,
        @Nullable PartialDate inForce,
        @Nullable LocalDate ended,
        @Nullable String endedReason,
        List<Suspension> suspensions,
        @Nullable Classification ceiling,
        String source,
        int version) {

    public Agreement {
        if (parties.size() < 2) {
            throw new IllegalArgumentException("agreement " + id + " needs at least two parties");
        }
        parties = Set.copyOf(parties);
        suspensions = List.copyOf(suspensions);
    }

    public AgreementState stateOn(LocalDate day) {
        if (ended != null && !day.isBefore(ended)) {
            return AgreementState.ENDED;
        }
        if (inForce == null) {
            return signed == null ? AgreementState.UNKNOWN : AgreementState.SIGNED;
        }
        if (!inForce.hasComeBy(day)) {
            return day.isBefore(inForce.first()) ? AgreementState.SIGNED : AgreementState.UNKNOWN;
        }
        return suspensions.stream().anyMatch(suspension -> suspension.covers(day))
                ? AgreementState.SUSPENDED
                : AgreementState.IN_FORCE;
    }

    public boolean isBetween(String one, String other) {
        return parties.contains(one) && parties.contains(other);
    }

    public Agreement suspended(LocalDate from, String reason) {
        var all = new ArrayList<>(suspensions);
        all.add(new Suspension(from, null, reason));
        return withSuspensions(all);
    }

    /// Closes every open suspension on `day`.
    public Agreement resumed(LocalDate day) {
        return withSuspensions(suspensions.stream()
                .map(one -> one.isOpen() ? new Suspension(one.from(), later(one.from(), day), one.reason()) : one)
                .toList());
    }

    public Agreement ended(LocalDate from, String reason) {
        return new Agreement(
                id,
                type,
                nameEn,
                nameJa,
                parties,
                signed,
                inForce,
                from,
                reason,
                suspensions,
                ceiling,
                source,
                version + 1);
    }

    /// Every day on which the state may change, in order.
    public List<LocalDate> turningPoints() {
        var days = new TreeSet<LocalDate>();
        if (inForce != null) {
            days.add(inForce.first());
            days.add(inForce.last());
        }
        if (ended != null) {
            days.add(ended);
        }
        suspensions.forEach(suspension -> {
            days.add(suspension.from());
            if (suspension.until() != null) {
                days.add(Objects.requireNonNull(suspension.until()));
            }
        });
        return List.copyOf(days);
    }

    private Agreement withSuspensions(List<Suspension> all) {
        return new Agreement(
                id,
                type,
                nameEn,
                nameJa,
                parties,
                signed,
                inForce,
                ended,
                endedReason,
                all,
                ceiling,
                source,
                version + 1);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
