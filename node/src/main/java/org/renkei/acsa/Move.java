package org.renkei.acsa;

import java.time.LocalDate;
import java.util.UUID;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Asset;

/// One posting that changed a debt, in the supplier's books.
///
/// @param supplies whether this nation is the supplier
record Move(
        UUID order,
        boolean supplies,
        Asset asset,
        Account debit,
        Account credit,
        long amount,
        String cause,
        LocalDate day) {}
