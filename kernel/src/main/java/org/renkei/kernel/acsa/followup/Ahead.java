package org.renkei.kernel.acsa.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.DeliveryState;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderClocks;
import org.renkei.kernel.acsa.OrderClocks.Clock;
import org.renkei.kernel.acsa.OrderClocks.Running;
import org.renkei.kernel.acsa.Statement;

/// What can still become due of one order: all that follows the day, and nothing that needs its statements again.
///
/// @param request the record that began it; null while that is not here
/// @param said one record of it, always the same; null where nothing was said
/// @param zone the days of its clocks are counted there
public record Ahead(
        UUID order,
        @Nullable UUID request,
        @Nullable UUID said,
        String requester,
        String supplier,
        String currency,
        ZoneId zone,
        List<Running> clocks,
        List<Open> deliveries) {
    /// As ids stand in text.
    public static final Comparator<UUID> BY_ID = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    public Ahead {
        clocks = List.copyOf(clocks);
        deliveries = List.copyOf(deliveries);
    }

    /// A delivery that is not settled.
    ///
    /// @param dated whether a day stands for its settlement all the same
    public record Open(
            int number,
            LocalDate deliveredOn,
            DeliveryState state,
            String settlement,
            long outstanding,
            boolean dated) {}

    public static Ahead of(Order order) {
        var request = order.request();
        return new Ahead(
                order.id(),
                request == null ? null : request.record(),
                Stream.concat(order.told().stream().map(Order.Told::statement), order.waiting().stream())
                        .map(Statement::record)
                        .min(UUID::compareTo)
                        .orElse(null),
                order.requester(),
                order.supplier(),
                order.currency(),
                order.zone(),
                OrderClocks.running(order),
                order.deliveries().stream()
                        .filter(one -> one.state() != DeliveryState.SETTLED || one.settledOn() == null)
                        .map(one -> new Open(
                                one.number(),
                                one.deliveredOn(),
                                one.state(),
                                one.settlement().code(),
                                one.outstanding(),
                                one.settledOn() != null))
                        .toList());
    }

    /// The day at the place of delivery.
    public LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /// The nearest first; none when the order is over.
    public List<Clock> clocks(Instant now) {
        return OrderClocks.on(clocks, day(now));
    }
}
