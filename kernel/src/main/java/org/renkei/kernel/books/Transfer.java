package org.renkei.kernel.books;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One immutable movement of an amount from the credited to the debited account of one ledger.
///
/// @param amount whole units of the asset, more than zero
/// @param pending the reservation that this one posts a part of or gives back; null for one that stands alone
/// @param cause what it follows from, in the words of whoever posts
public record Transfer(
        String id,
        Asset asset,
        Account debit,
        Account credit,
        long amount,
        Phase phase,
        @Nullable String pending,
        String cause,
        LocalDate on) {

    public Transfer {
        if (amount <= 0 || debit == credit) {
            throw new IllegalArgumentException("a transfer moves more than nothing between two accounts: " + id);
        }
        if (phase == Phase.VOIDED && pending == null || phase == Phase.PENDING && pending != null) {
            throw new IllegalArgumentException("a reservation stands alone, giving back names one: " + id);
        }
    }

    public enum Phase {
        /// Reserved: counts against limits at once, moves nothing yet.
        PENDING,
        POSTED,
        /// What was left of a reservation is given back.
        VOIDED
    }

    /// The same in the partner's books.
    public Transfer mirror() {
        return new Transfer(id, asset, credit.mirror(), debit.mirror(), amount, phase, pending, cause, on);
    }
}
