package org.renkei.kernel.acsa.ceiling;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Commitment;
import org.renkei.kernel.acsa.Commitment.Direction;
import org.renkei.kernel.acsa.SupplyCategory;

/// How much a nation may supply or receive in a period, as its law or its own order says.
///
/// @param name what a refusal names
/// @param agreement id of the one it is for; null for all
/// @param partner the one it is for; null for all
/// @param categories those that count; empty for all (10 U.S.C. 2347 does not count petroleum, oils and lubricants)
/// @param to the last day; the day of the agreement decides in which period an order falls
/// @param amount minor units, more than zero
/// @param source the rule or order that sets it
public record Ceiling(
        UUID id,
        String name,
        @Nullable String agreement,
        @Nullable String partner,
        Set<SupplyCategory> categories,
        Direction direction,
        LocalDate from,
        LocalDate to,
        long amount,
        String currency,
        String source) {
    public Ceiling {
        categories = Set.copyOf(categories);
        if (amount <= 0 || to.isBefore(from)) {
            throw new IllegalArgumentException("a ceiling is more than nothing, and ends after it begins: " + name);
        }
    }

    public boolean covers(Commitment one) {
        return direction == one.direction()
                && (agreement == null || agreement.equals(one.agreement()))
                && (partner == null || partner.equals(one.partner()))
                && (categories.isEmpty() || categories.contains(one.category()))
                && !one.on().isBefore(from)
                && !one.on().isAfter(to);
    }
}
