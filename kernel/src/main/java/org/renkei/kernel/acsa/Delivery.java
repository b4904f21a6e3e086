package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Terms.Settlement;

/// One delivery of an order as it stands.
///
/// @param settlement how it is settled; a late return becomes a reimbursement
/// @param due minor units that are owed for it in all
/// @param settled minor units that were paid, accepted in exchange, or set off
/// @param netted the part of it that was set off
/// @param offsets said by one side and not yet by the other
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
        long settled,
        long netted,
        List<Offset> offsets) {
    public Delivery {
        items = List.copyOf(items);
        offsets = List.copyOf(offsets);
    }

    public long outstanding() {
        return due - settled;
    }

    /// What one side says is set off.
    ///
    /// @param netting the name under which offsets on several orders belong together
    public record Offset(String party, String netting, long amount) {
        public boolean isSameAs(Offset other) {
            return netting.equals(other.netting) && amount == other.amount;
        }
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
