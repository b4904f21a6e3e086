package org.renkei.kernel.acsa.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.renkei.kernel.acsa.Delivery;
import org.renkei.kernel.acsa.Order;

/// What one line of an order takes out of store.
///
/// @param point from which it is taken; empty while nobody has said
/// @param quantity agreed, or asked for, and not delivered
public record Draw(UUID order, String point, Commodity what, long quantity) {

    /// Of an order that this nation supplies: what is still to be delivered, line by line. An order that
    /// is over, and one of which the rest was cancelled, takes nothing more.
    public static List<Draw> of(Order order, String point) {
        var request = order.request();
        var draws = new ArrayList<Draw>();
        if (request == null || order.state().isOver() || order.restCancelled()) {
            return draws;
        }
        for (var line : request.lines()) {
            var offer = order.offer();
            var agreed = offer == null
                    ? line.number("quantity")
                    : offer.lines().stream()
                            .filter(one -> one.line() == line.line())
                            .mapToLong(one -> one.number("quantity"))
                            .sum();
            var issued = order.deliveries().stream()
                    .flatMap(one -> one.items().stream())
                    .filter(item -> item.line() == line.line())
                    .mapToLong(Delivery.Item::issued)
                    .sum();
            if (agreed > issued) {
                draws.add(new Draw(order.id(), point, Commodity.of(line), agreed - issued));
            }
        }
        return draws;
    }
}
