package org.renkei.kernel.acsa.followup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.renkei.kernel.acsa.Commitment.Direction;
import org.renkei.kernel.acsa.DeliveryState;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderClocks;
import org.renkei.kernel.acsa.followup.Ahead.Open;

/// A delivery that is not settled.
///
/// @param direction as this nation sees it
/// @param outstanding minor units; what is to come back in kind is counted at the agreed price
/// @param ageDays since delivery
/// @param limit the last day of twelve months
public record OpenItem(
        UUID order,
        int delivery,
        String partner,
        Direction direction,
        DeliveryState state,
        String settlement,
        String currency,
        long outstanding,
        LocalDate deliveredOn,
        long ageDays,
        LocalDate limit) {

    /// How old an open item is, in days since delivery.
    public enum Age {
        TO_30(30),
        TO_90(90),
        TO_180(180),
        TO_365(365),
        OLDER(Integer.MAX_VALUE);

        private final int most;

        Age(int most) {
            this.most = most;
        }

        public static Age of(long days) {
            for (var age : values()) {
                if (days <= age.most) {
                    return age;
                }
            }
            return OLDER;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The oldest first.
    public static List<OpenItem> of(Collection<Order> orders, String self, LocalDate today) {
        return ahead(orders.stream().map(Ahead::of).toList(), self, today);
    }

    /// The oldest first.
    public static List<OpenItem> ahead(Collection<Ahead> orders, String self, LocalDate today) {
        return orders.stream()
                .flatMap(order -> order.deliveries().stream()
                        .filter(one -> one.state() != DeliveryState.SETTLED)
                        .map(one -> of(order, one, self, today)))
                .sorted(Comparator.comparing(OpenItem::deliveredOn)
                        .thenComparing(OpenItem::order, Ahead.BY_ID)
                        .thenComparing(OpenItem::delivery))
                .toList();
    }

    private static OpenItem of(Ahead order, Open one, String self, LocalDate today) {
        var supplies = order.supplier().equals(self);
        return new OpenItem(
                order.order(),
                one.number(),
                supplies ? order.requester() : order.supplier(),
                supplies ? Direction.SUPPLIED : Direction.RECEIVED,
                one.state(),
                one.settlement(),
                order.currency(),
                one.outstanding(),
                one.deliveredOn(),
                Math.max(0, ChronoUnit.DAYS.between(one.deliveredOn(), today)),
                OrderClocks.limit(one.deliveredOn()));
    }

    /// Whether it stands on the annual list (10 U.S.C. 2342(h): unreconciled over one year).
    public boolean isUnreconciled(LocalDate on) {
        return on.isAfter(limit);
    }

    public Age age() {
        return Age.of(ageDays);
    }
}
