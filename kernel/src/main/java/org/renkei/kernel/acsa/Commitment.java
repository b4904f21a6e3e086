package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.renkei.kernel.acsa.Postings.Rate;

/// What one line of an order binds a nation to, gross: payments and offsets do not make it less (10 U.S.C. 2347:
/// "before the computation of offsetting balances"). A quote of its own binds it as long as the other side may agree.
///
/// @param on the day of the agreement, or of the quote
/// @param reserved minor units that are agreed or offered and not delivered
/// @param consumed minor units that were delivered; what both count, as soon as they do
public record Commitment(
        String agreement,
        String partner,
        Direction direction,
        SupplyCategory category,
        LocalDate on,
        String currency,
        long reserved,
        long consumed) {

    public enum Direction {
        SUPPLIED,
        RECEIVED;

        public String code() {
            return Codes.code(this);
        }
    }

    /// Of one order as it stands.
    ///
    /// @param self the nation that is bound
    public static List<Commitment> of(Order order, String self, LocalDate today) {
        var request = order.request();
        var offer = order.offer();
        if (request == null || offer == null) {
            return List.of();
        }
        if (!order.agreed()) {
            var binds = order.state() == OrderState.COUNTERED
                    && offer.party().equals(self)
                    && !offer.date("validUntil").isBefore(today);
            return binds ? lines(order, request, offer, self, offer.day(order.zone())) : List.of();
        }
        var on = order.told().stream()
                .filter(told -> told.fits() && told.statement().act() == Act.AGREE)
                .map(told -> told.statement().day(order.zone()))
                .findFirst()
                .orElse(today);
        return lines(order, request, offer, self, on);
    }

    /// As if this quote were agreed on a day.
    public static List<Commitment> ofQuote(Statement request, Statement quote, String self, LocalDate on) {
        var made = new ArrayList<Commitment>();
        for (var rate : OfferActs.rates(quote, request).values()) {
            made.add(of(request, rate, self, on, rate.value(rate.agreed()), 0));
        }
        return made;
    }

    private static List<Commitment> lines(Order order, Statement request, Statement offer, String self, LocalDate on) {
        var open = order.state() != OrderState.CANCELLED && !order.restCancelled();
        var made = new ArrayList<Commitment>();
        for (var rate : OfferActs.rates(offer, request).values()) {
            var issued = 0L;
            var consumed = 0L;
            for (var delivery : order.deliveries()) {
                for (var item : delivery.items()) {
                    if (item.line() == rate.line()) {
                        var counted = item.counted();
                        issued += item.issued();
                        consumed += rate.value(counted == null ? item.issued() : counted);
                    }
                }
            }
            var reserved = open ? rate.value(rate.agreed() - issued) : 0;
            made.add(of(request, rate, self, on, reserved, consumed));
        }
        return made;
    }

    private static Commitment of(
            Statement request, Rate rate, String self, LocalDate on, long reserved, long consumed) {
        var supplier = request.text("supplier");
        var supplies = supplier.equals(self);
        var category = request.lines().stream()
                .filter(line -> line.line() == rate.line())
                .findFirst()
                .orElseThrow()
                .choice("category", SupplyCategory.class);
        return new Commitment(
                request.text("agreement"),
                supplies ? request.party() : supplier,
                supplies ? Direction.SUPPLIED : Direction.RECEIVED,
                category,
                on,
                rate.money().code(),
                reserved,
                consumed);
    }
}
