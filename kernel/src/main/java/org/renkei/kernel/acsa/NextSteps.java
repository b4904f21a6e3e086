package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.renkei.kernel.acsa.OrderClocks.Clock;
import org.renkei.kernel.acsa.Terms.Settlement;

/// What one side may say next, with all that is known filled in: the claim notice is there as soon as the receipt is.
public final class NextSteps {
    private NextSteps() {}

    /// @param filled values of fields, texts and whole numbers, that follow from what was said
    /// @param lines values for the lines, where the act has any
    public record Step(Act act, int delivery, Map<String, Object> filled, List<Map<String, Object>> lines) {}

    public static List<Step> of(Order order, String party, LocalDate today) {
        var request = order.request();
        var isSupplier = party.equals(order.supplier());
        var isRequester = party.equals(order.requester());
        if (request == null || !isSupplier && !isRequester) {
            return List.of();
        }
        if (order.closedBy().contains(party) && order.state() != OrderState.CLOSED) {
            return List.of();
        }
        var making = new Making(order, party, today, new ArrayList<>());
        making.whole(isSupplier);
        if (order.state() != OrderState.CANCELLED) {
            order.deliveries().forEach(one -> making.delivery(one, isSupplier));
            making.steps().addAll(OnwardSteps.of(order, isSupplier, today));
        }
        return making.steps();
    }

    /// The acts for which a clock of this side runs.
    public static List<Act> due(List<Clock> clocks, String party) {
        return clocks.stream()
                .filter(clock -> clock.party().equals(party))
                .map(Clock::act)
                .flatMap(act -> act == null ? Stream.empty() : Stream.of(act))
                .distinct()
                .toList();
    }

    private record Making(Order order, String party, LocalDate today, List<Step> steps) {
        void whole(boolean isSupplier) {
            switch (order.state()) {
                case REQUESTED -> {
                    if (isSupplier) {
                        quote();
                        add(Act.REFUSE);
                    } else {
                        add(Act.WITHDRAW);
                    }
                }
                case COUNTERED -> {
                    var offer = order.offer();
                    var answers = offer != null
                            && !offer.party().equals(party)
                            && !offer.date("validUntil").isBefore(today);
                    if (offer != null && answers) {
                        add(Act.AGREE, 0, Map.of("terms", offer.digest().hex()), List.of());
                    }
                    quote();
                    add(Act.REFUSE);
                }
                case AGREED, DELIVERING -> {
                    if (isSupplier) {
                        deliver();
                    }
                    add(Act.CANCEL);
                }
                case SETTLED -> add(Act.CLOSE, 0, Map.of("hash", order.hash().hex()), List.of());
                case DELIVERED, DISPUTED, RECEIPTED, SETTLING, CLOSED, WITHDRAWN, REFUSED, CANCELLED -> {}
            }
        }

        private void quote() {
            var request = order.request();
            var offer = order.offer();
            if (request == null) {
                return;
            }
            var filled = new LinkedHashMap<String, Object>();
            filled.put("settlement", (offer == null ? request : offer).text("settlement"));
            if (offer != null) {
                filled.put("currency", offer.text("currency"));
                filled.put("basis", offer.text("basis"));
                filled.put("dueDays", offer.number("dueDays"));
                Stream.of("exemptTaxes", "exemptBy")
                        .filter(offer::has)
                        .forEach(name -> filled.put(name, offer.text(name)));
            }
            var lines = (offer == null ? request : offer)
                    .lines().stream()
                            .map(line -> {
                                var values = values(line.line(), line.number("quantity"));
                                line.findNumber("price").ifPresent(price -> values.put("price", price));
                                line.findNumber("per").ifPresent(per -> values.put("per", per));
                                CostElement.of(line)
                                        .forEach(cost ->
                                                values.put(cost.element().field(), cost.amount()));
                                return (Map<String, Object>) values;
                            })
                            .toList();
            add(Act.QUOTE, 0, filled, lines);
        }

        private void deliver() {
            var offer = order.offer();
            if (offer == null || order.restCancelled()) {
                return;
            }
            var lines = new ArrayList<Map<String, Object>>();
            for (var line : offer.lines()) {
                var left = line.number("quantity") - issued(line.line());
                if (left > 0) {
                    lines.add(values(line.line(), left));
                }
            }
            if (!lines.isEmpty()) {
                var next = order.deliveries().size() + 1;
                add(Act.DELIVER, next, Map.of("deliveredOn", today.toString()), lines);
            }
        }

        private long issued(int line) {
            return order.deliveries().stream()
                    .flatMap(one -> one.items().stream())
                    .filter(item -> item.line() == line)
                    .mapToLong(Delivery.Item::issued)
                    .sum();
        }

        void delivery(Delivery one, boolean isSupplier) {
            var number = one.number();
            switch (one.state()) {
                case DELIVERED -> {
                    if (!isSupplier) {
                        var filled = Map.<String, Object>of("receivedOn", today.toString());
                        add(Act.RECEIPT, number, filled, lines(one, Delivery.Item::issued, true));
                    }
                }
                case DISPUTED -> add(Act.RESOLVE, number, Map.of(), disputed(one));
                case RECEIPTED -> {
                    if (isSupplier) {
                        add(Act.CLAIM, number, Map.of("claimedOn", today.toString()), List.of());
                    }
                    add(Act.DISPUTE, number, Map.of(), only(one));
                }
                case CLAIM_NOTIFIED -> {
                    if (isSupplier) {
                        add(Act.INVOICE, number, money(one, "issuedOn"), List.of());
                    }
                    add(Act.DISPUTE, number, Map.of(), only(one));
                }
                case INVOICED -> {
                    if (!isSupplier) {
                        add(Act.PAY, number, money(one, "paidOn"), List.of());
                    }
                }
                case RETURN_DUE, EXCHANGE_DUE -> inKind(one, isSupplier);
                case OFFERED -> {
                    if (isSupplier) {
                        add(Act.ACCEPT, number, Map.of("acceptedOn", today.toString()), List.of());
                    }
                }
                case SETTLED -> {}
            }
            offset(one);
            if (one.state() == DeliveryState.INVOICED || one.state() == DeliveryState.SETTLED) {
                add(Act.CORRECT, number, Map.of(), lines(one, item -> counted(item), false));
            }
        }

        /// To what the other side has said is set off, one may agree.
        private void offset(Delivery one) {
            var claimed = one.state() == DeliveryState.CLAIM_NOTIFIED || one.state() == DeliveryState.INVOICED;
            one.offsets().stream()
                    .filter(said -> claimed && !said.party().equals(party) && said.amount() <= one.outstanding())
                    .filter(said -> one.offsets().stream()
                            .noneMatch(ours -> ours.party().equals(party) && ours.isSameAs(said)))
                    .forEach(said -> add(
                            Act.OFFSET,
                            one.number(),
                            Map.of(
                                    "netting",
                                    said.netting(),
                                    "amount",
                                    said.amount(),
                                    "currency",
                                    order.currency(),
                                    "offsetOn",
                                    today.toString()),
                            List.of()));
        }

        private void inKind(Delivery one, boolean isSupplier) {
            var number = one.number();
            var offer = order.offer();
            if (!isSupplier && one.settlement() == Settlement.REPLACEMENT) {
                add(
                        Act.RETURN,
                        number,
                        Map.of("returnedOn", today.toString()),
                        lines(one, item -> counted(item) - item.returned(), true).stream()
                                .filter(line -> !Long.valueOf(0).equals(line.get("quantity")))
                                .toList());
            } else if (!isSupplier) {
                add(Act.EXCHANGE, number, money(one, "exchangedOn"), List.of());
            }
            if (offer != null && today.isAfter(OrderClocks.settleBy(one.deliveredOn(), offer.number("dueDays")))) {
                add(Act.CONVERT, number, Map.of("convertedOn", today.toString()), List.of());
            }
            add(Act.DISPUTE, number, Map.of(), only(one));
        }

        private Map<String, Object> money(Delivery one, String day) {
            return Map.of("amount", one.due() - one.settled(), "currency", order.currency(), day, today.toString());
        }

        private interface Quantity {
            long of(Delivery.Item item);
        }

        private static List<Map<String, Object>> lines(Delivery one, Quantity quantity, boolean condition) {
            return one.items().stream()
                    .map(item -> {
                        var values = values(item.line(), quantity.of(item));
                        if (condition) {
                            values.put("condition", "good");
                        }
                        return (Map<String, Object>) values;
                    })
                    .toList();
        }

        private static List<Map<String, Object>> only(Delivery one) {
            return one.items().stream()
                    .map(item -> Map.<String, Object>of("line", item.line()))
                    .toList();
        }

        private static List<Map<String, Object>> disputed(Delivery one) {
            return one.items().stream()
                    .filter(Delivery.Item::disputed)
                    .map(item -> (Map<String, Object>) values(item.line(), received(item)))
                    .toList();
        }

        private static long received(Delivery.Item item) {
            var received = item.received();
            return received == null ? item.issued() : received;
        }

        private static long counted(Delivery.Item item) {
            var counted = item.counted();
            return counted == null ? 0 : counted;
        }

        private static LinkedHashMap<String, Object> values(int line, long quantity) {
            var values = new LinkedHashMap<String, Object>();
            values.put("line", line);
            values.put("quantity", quantity);
            return values;
        }

        private void add(Act act) {
            add(act, 0, Map.of(), List.of());
        }

        private void add(Act act, int delivery, Map<String, Object> filled, List<Map<String, Object>> lines) {
            var all = new LinkedHashMap<>(filled);
            if (delivery > 0) {
                all.put("delivery", delivery);
            }
            steps.add(new Step(act, delivery, all, lines));
        }
    }
}
