package org.renkei.kernel.acsa.netting;

import java.time.LocalDate;
import java.util.UUID;
import org.renkei.kernel.acsa.Terms.NettingGround;

/// By what a nation may let netting settle its debts with one partner: a record of its own, never edited.
///
/// @param by the office that gave it
/// @param reference number of the document
/// @param to the last day
/// @param limit minor units that may be set off under it in all
public record Authority(
        UUID id,
        String partner,
        NettingGround ground,
        String by,
        String reference,
        LocalDate from,
        LocalDate to,
        long limit,
        String currency) {
    public Authority {
        if (limit <= 0 || to.isBefore(from)) {
            throw new IllegalArgumentException("an authority covers something, and ends after it begins: " + reference);
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
