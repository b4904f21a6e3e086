package org.renkei.kernel.relief.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.matching.Plan.Line;

/// What chosen routes bring. They are carried out in the order in which units are worth most, each as far
/// as supply, deliveries and the day's movements of its stop still go: so whatever is chosen, nothing is
/// given twice. Made once and used for many choices; not for two threads.
public final class Allotment {
    /// What one delivery more, and one hour of waiting, weigh beside what is met: nothing but between
    /// equals.
    private static final long OF_A_DELIVERY = 20;

    private static final long HOUR_MINUTES = 60;

    private final MatchingTask task;
    private final int[] order;
    private final long[] quantities;
    private final int[] weights;
    private final Stock stock;
    private final long[] given;
    private long value;
    private long effort;

    public Allotment(MatchingTask task, Routes routes) {
        this.task = task;
        order = routes.order();
        quantities = task.demands().stream().mapToLong(one -> one.quantity()).toArray();
        weights = task.demands().stream().mapToInt(one -> one.weight()).toArray();
        stock = new Stock(task, routes.days());
        given = new long[order.length * MatchingTask.DELIVERIES_TO_ONE];
    }

    /// Where the deliveries to a demand begin among all.
    public static int slot(int demand, int number) {
        return demand * MatchingTask.DELIVERIES_TO_ONE + number;
    }

    /// @param chosen for each slot a route to its demand, or null
    public void carryOut(@Nullable Route[] chosen) {
        stock.reset();
        value = 0;
        effort = 0;
        for (var demand : order) {
            var left = quantities[demand];
            var first = slot(demand, 0);
            for (var slot = first; slot < first + MatchingTask.DELIVERIES_TO_ONE; slot++) {
                var route = chosen[slot];
                var taken = route == null || left == 0 ? 0 : stock.take(route, left);
                given[slot] = taken;
                if (route != null && taken > 0) {
                    left -= taken;
                    effort += OF_A_DELIVERY + weights[demand] * route.minute() / HOUR_MINUTES;
                }
            }
            if (left < quantities[demand]) {
                value += MatchingTask.value(weights[demand], quantities[demand], quantities[demand] - left);
            }
        }
    }

    /// What was met is worth, of [MatchingTask#whole].
    public long value() {
        return value;
    }

    /// Deliveries and hours, to be kept small where the value is the same.
    public long effort() {
        return effort;
    }

    /// The choice that was carried out last, as a plan.
    public Plan plan(@Nullable Route[] chosen) {
        var lines = new ArrayList<Line>();
        for (var slot = 0; slot < given.length; slot++) {
            var route = chosen[slot];
            if (route != null && given[slot] > 0) {
                lines.add(new Line(route, given[slot]));
            }
        }
        return Plan.of(task, List.copyOf(lines));
    }
}
