package org.renkei.kernel.relief.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.matching.Plan.Line;

/// Serves one demand after the other with what comes first and is still there.
public final class Greedy {
    private Greedy() {}

    /// First come, first served: in the order in which the needs were stated.
    public static Plan firstCome(MatchingTask task, Routes routes) {
        var order = IntStream.range(0, task.demands().size())
                .boxed()
                .sorted(Comparator.<Integer, Instant>comparing(
                                one -> task.demands().get(one).stated())
                        .thenComparing(one -> task.demands().get(one).id().toString()))
                .mapToInt(one -> one)
                .toArray();
        var lines = new ArrayList<Line>();
        serve(task, routes, order, (slot, line) -> lines.add(line));
        return Plan.of(task, lines);
    }

    /// In the order in which units are worth most; for [Allotment#carryOut].
    public static @Nullable Route[] byWeight(MatchingTask task, Routes routes) {
        var chosen = new @Nullable Route[task.demands().size() * MatchingTask.DELIVERIES_TO_ONE];
        serve(task, routes, routes.order(), (slot, line) -> chosen[slot] = line.route());
        return chosen;
    }

    private interface Taker {
        void take(int slot, Line line);
    }

    private static void serve(MatchingTask task, Routes routes, int[] order, Taker taker) {
        var stock = new Stock(task, routes.days());
        for (var demand : order) {
            var left = task.demands().get(demand).quantity();
            var number = 0;
            for (var route : routes.to(demand)) {
                var taken = stock.take(route, left);
                if (taken == 0) {
                    continue;
                }
                taker.take(Allotment.slot(demand, number), new Line(route, taken));
                left -= taken;
                number++;
                if (left == 0 || number == MatchingTask.DELIVERIES_TO_ONE) {
                    break;
                }
            }
        }
    }
}
