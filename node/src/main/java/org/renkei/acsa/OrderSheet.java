package org.renkei.acsa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.money.Amounts;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Commitment.Direction;
import org.renkei.kernel.acsa.CostElement;
import org.renkei.kernel.acsa.Delivery;
import org.renkei.kernel.acsa.Line;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.Terms.Settlement;
import org.renkei.kernel.acsa.past.PastField;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborText;

/// What was delivered of an order, line by line, in the columns in which past orders are brought in: with what each
/// amount is made of.
final class OrderSheet {
    private final Order order;
    private final Statement request;
    private final Statement terms;
    private final String self;

    private OrderSheet(Order order, Statement request, Statement terms, String self) {
        this.order = order;
        this.request = request;
        this.terms = terms;
        this.self = self;
    }

    /// None where nothing was delivered.
    static List<Map<PastField, String>> lines(Order order, String self) {
        var request = order.request();
        var terms = order.offer();
        return request == null || terms == null ? List.of() : new OrderSheet(order, request, terms, self).lines();
    }

    private List<Map<PastField, String>> lines() {
        var lines = new ArrayList<Map<PastField, String>>();
        for (var delivery : order.deliveries()) {
            for (var item : delivery.items()) {
                of(request, item.line())
                        .ifPresent(asked -> of(terms, item.line())
                                .ifPresent(quoted -> lines.add(line(delivery, item, asked, quoted))));
            }
        }
        return lines;
    }

    private static Optional<Line> of(Statement said, int number) {
        return said.lines().stream().filter(one -> one.line() == number).findFirst();
    }

    private Map<PastField, String> line(Delivery delivery, Delivery.Item item, Line asked, Line quoted) {
        var supplies = order.supplier().equals(self);
        var counted = item.counted();
        var quantity = counted == null ? item.issued() : counted;
        var cells = new EnumMap<PastField, String>(PastField.class);
        cells.put(PastField.REFERENCE, order.id() + "-" + delivery.number());
        cells.put(PastField.PARTNER, supplies ? order.requester() : order.supplier());
        cells.put(PastField.DIRECTION, (supplies ? Direction.SUPPLIED : Direction.RECEIVED).code());
        cells.put(PastField.AGREEMENT, request.text("agreement"));
        cells.put(PastField.CATEGORY, asked.text("category"));
        cells.put(PastField.ITEM, asked.text("item"));
        asked.findText("nsn").ifPresent(nsn -> cells.put(PastField.NSN, nsn));
        cells.put(PastField.UNIT, asked.text("unit"));
        cells.put(PastField.QUANTITY, Long.toString(quantity));
        cells.put(PastField.SETTLEMENT, delivery.settlement().code());
        cells.put(PastField.CURRENCY, order.currency());
        cells.put(PastField.AMOUNT, written(quoted.value(quantity)));
        for (var cost : CostElement.of(quoted)) {
            var per = quoted.findNumber("per").orElse(1L);
            PastField.find(cost.element().field())
                    .ifPresent(field -> cells.put(field, written(cost.amount(quantity, per))));
        }
        cells.put(PastField.DELIVERED_ON, delivery.deliveredOn().toString());
        put(cells, PastField.RECEIVED_ON, delivery.receivedOn());
        put(cells, PastField.SETTLED_ON, delivery.settledOn());
        if (delivery.settledOn() != null
                && delivery.settlement() != Settlement.REPLACEMENT
                && delivery.items().size() == 1) {
            cells.put(PastField.SETTLED_AMOUNT, written(delivery.settled()));
        }
        cells.put(PastField.DOCUMENT, documents(delivery.number()));
        return cells;
    }

    private String written(long minor) {
        return Amounts.number(minor, order.currency()).toPlainString();
    }

    private static void put(Map<PastField, String> cells, PastField field, @Nullable LocalDate day) {
        if (day != null) {
            cells.put(field, day.toString());
        }
    }

    private String documents(int delivery) {
        return order.told().stream()
                .filter(told -> told.fits() && told.statement().act() == Act.DELIVER)
                .map(Order.Told::statement)
                .filter(said -> said.number("delivery") == delivery)
                .flatMap(said -> said.body().entries().get("documents") instanceof CborArray(var items)
                        ? items.stream()
                        : Stream.empty())
                .map(item -> item instanceof CborText(var name) ? name : "")
                .collect(Collectors.joining(", "));
    }
}
