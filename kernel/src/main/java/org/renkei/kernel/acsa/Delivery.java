package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Terms.Settlement;

/// One delivery of an order as it stands.
///
/// @param settlement how it is settled; a late return becomes a reimbursement
/// @param due minor units that are owed for it in all
/// @param settled minor units that were paid, or accepted in exchange
public record Delivery(
        int number,
        LocalDate deliveredOn,
        DeliveryState state,
        Settlement settlement,
        List<Item> items,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate claimedOn,
        @Nullable String invoice,
        @Nullable LocalDate invoicedOn,
        @Nullable LocalDate settledOn,
        long due,
        long settled) {
    public Delivery {
        items = List.copyOf(items);
    }

    /// One line of it.
    ///
    /// @param received null before the receipt
    /// @param counted what both agree came; null while that is open
    /// @param returned accepted as returned in kind
    public record Item(
            int line,
            long issued,
            @Nullable Long received,
            @Nullable String condition,
            @Nullable Long counted,
            boolean disputed,
            long returned,
            long value) {}
}
