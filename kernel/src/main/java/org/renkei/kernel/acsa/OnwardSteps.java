package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.renkei.kernel.acsa.NextSteps.Step;

/// What one side may say next of transfers onward: answer one, make one, or ask for another of what is at hand.
final class OnwardSteps {
    private OnwardSteps() {}

    static List<Step> of(Order order, boolean isSupplier, LocalDate today) {
        var steps = new ArrayList<Step>();
        for (var one : order.onward()) {
            if (isSupplier && one.consented() == null) {
                steps.add(new Step(Act.CONSENT, 0, Map.of("onward", one.number()), List.of()));
            }
            if (!isSupplier && Boolean.TRUE.equals(one.consented()) && one.handedOn() == null) {
                steps.add(new Step(
                        Act.HAND_ON, 0, Map.of("onward", one.number(), "handedOn", today.toString()), List.of()));
            }
        }
        var lines = isSupplier ? List.<Map<String, Object>>of() : atHand(order);
        if (!lines.isEmpty()) {
            steps.add(new Step(Act.ONWARD, 0, Map.of("onward", order.onward().size() + 1), lines));
        }
        return steps;
    }

    private static List<Map<String, Object>> atHand(Order order) {
        var lines = new ArrayList<Map<String, Object>>();
        var request = order.request();
        if (request != null) {
            for (var line : request.lines()) {
                var left = atHand(order, line.line());
                if (left > 0) {
                    lines.add(Map.of("line", line.line(), "quantity", left));
                }
            }
        }
        return lines;
    }

    private static long atHand(Order order, int line) {
        var left = 0L;
        for (var delivery : order.deliveries()) {
            for (var item : delivery.items()) {
                var counted = item.counted();
                left += item.line() == line && counted != null ? counted - item.returned() : 0;
            }
        }
        return left
                - order.onward().stream()
                        .filter(Onward::counts)
                        .mapToLong(one -> one.quantities().getOrDefault(line, 0L))
                        .sum();
    }
}
