package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.renkei.kernel.acsa.Terms.Activity;

/// What one agreement allows from one day on: a version, never changed, with its source.
///
/// @param agreement id in the register of agreements
/// @param ammunitionIn the activities in which ammunition may be supplied; weapons never
/// @param article what a refusal names, in English; `articleJa` in Japanese
public record AcsaTerms(
        String agreement,
        LocalDate validFrom,
        Set<SupplyCategory> categories,
        Set<Activity> ammunitionIn,
        String article,
        String articleJa,
        String source) {
    public AcsaTerms {
        categories = Set.copyOf(categories);
        ammunitionIn = Set.copyOf(ammunitionIn);
    }

    /// The version that holds on a day.
    public static Optional<AcsaTerms> on(Collection<AcsaTerms> all, String agreement, LocalDate day) {
        return all.stream()
                .filter(one -> one.agreement.equals(agreement) && !one.validFrom.isAfter(day))
                .max(Comparator.comparing(AcsaTerms::validFrom));
    }
}
