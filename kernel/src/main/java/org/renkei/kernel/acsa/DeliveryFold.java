package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Postings.Rate;
import org.renkei.kernel.acsa.Terms.Settlement;
import org.renkei.kernel.books.Asset;

/// One delivery while the order is being folded.
final class DeliveryFold {
    final int number;
    final LocalDate deliveredOn;
    final Map<Integer, Item> items = new LinkedHashMap<>();
    /// What each side last said that a line should count, until both say the same.
    final Map<String, Long> proposed = new LinkedHashMap<>();

    Settlement settlement;

    @Nullable
    LocalDate receivedOn;

    @Nullable
    LocalDate claimedOn;

    @Nullable
    String invoice;

    @Nullable
    LocalDate invoicedOn;

    @Nullable
    LocalDate settledOn;

    long settled;
    long netted;
    /// What each side last said is set off, until both say the same.
    final Map<String, Delivery.Offset> offsets = new LinkedHashMap<>();

    /// Minor units given in exchange and not yet accepted.
    long offered;

    /// One line; `counted` is null until both agree.
    static final class Item {
        final Rate rate;
        final long issued;

        @Nullable
        Long received;

        @Nullable
        String condition;

        @Nullable
        Long counted;

        boolean disputed;
        long returned;
        long offered;

        Item(Rate rate, long issued) {
            this.rate = rate;
            this.issued = issued;
        }

        long count() {
            return counted == null ? 0 : counted;
        }

        /// Units that are to come back in kind.
        long toReturn() {
            return count() - returned;
        }
    }

    DeliveryFold(Statement said, Settlement settlement, Map<Integer, Rate> rates) {
        this.number = (int) said.number("delivery");
        this.deliveredOn = said.date("deliveredOn");
        this.settlement = settlement;
        for (var line : said.lines()) {
            items.put(line.line(), new Item(Objects.requireNonNull(rates.get(line.line())), line.number("quantity")));
        }
    }

    Asset money() {
        return items.values().iterator().next().rate.money();
    }

    boolean isReceipted() {
        return receivedOn != null;
    }

    boolean isDisputed() {
        return items.values().stream().anyMatch(item -> item.disputed);
    }

    /// What is owed in money for what does not come back in kind.
    long due() {
        return items.values().stream()
                .mapToLong(item -> item.rate.value(item.toReturn()))
                .sum();
    }

    long outstanding() {
        return due() - settled;
    }

    boolean isOffered() {
        return offered > 0 || items.values().stream().anyMatch(item -> item.offered > 0);
    }

    boolean isSettled() {
        var nothingLeft = settlement == Settlement.REPLACEMENT
                ? items.values().stream().allMatch(item -> item.toReturn() == 0)
                : outstanding() == 0;
        return isReceipted() && !isDisputed() && !isOffered() && nothingLeft;
    }

    DeliveryState state() {
        if (isDisputed()) {
            return DeliveryState.DISPUTED;
        }
        if (!isReceipted()) {
            return DeliveryState.DELIVERED;
        }
        if (isSettled()) {
            return DeliveryState.SETTLED;
        }
        if (isOffered()) {
            return DeliveryState.OFFERED;
        }
        return switch (settlement) {
            case REPLACEMENT -> DeliveryState.RETURN_DUE;
            case EXCHANGE -> DeliveryState.EXCHANGE_DUE;
            case REIMBURSEMENT ->
                invoice != null
                        ? DeliveryState.INVOICED
                        : claimedOn != null ? DeliveryState.CLAIM_NOTIFIED : DeliveryState.RECEIPTED;
        };
    }

    Delivery snapshot() {
        List<Delivery.Item> lines = new ArrayList<>();
        items.forEach((line, item) -> lines.add(new Delivery.Item(
                line,
                item.issued,
                item.received,
                item.condition,
                item.counted,
                item.disputed,
                item.returned,
                item.rate.value(item.toReturn()))));
        return new Delivery(
                number,
                deliveredOn,
                state(),
                settlement,
                lines,
                receivedOn,
                claimedOn,
                invoice,
                invoicedOn,
                settledOn,
                due(),
                settled,
                netted,
                List.copyOf(offsets.values()));
    }
}
