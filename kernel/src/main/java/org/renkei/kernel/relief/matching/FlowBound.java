package org.renkei.kernel.relief.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// A bound that leaves the movements of places aside: how often a supply can be carried limits only how
/// much it can give. What remains is a transportation problem whose demands are worth something by the
/// unit. Served in the order of worth, with what was given before moved where it helps, each gets the most
/// that it can have beside those before it; as what can be served together is a polymatroid, that is the
/// optimum (Edmonds, 1970).
final class FlowBound {
    private static final int NONE = -1;

    private final MatchingTask task;
    private final Routes routes;
    private final int[][] reach;
    private final int[][] users;
    private final long[] spare;
    private final long[][] flow;

    private FlowBound(MatchingTask task, Routes routes) {
        this.task = task;
        this.routes = routes;
        var suppliers = task.supplies().size();
        reach = IntStream.range(0, routes.demands())
                .mapToObj(demand -> routes.to(demand).stream()
                        .mapToInt(Route::supply)
                        .distinct()
                        .toArray())
                .toArray(int[][]::new);
        users = IntStream.range(0, suppliers)
                .mapToObj(supply -> IntStream.range(0, reach.length)
                        .filter(demand -> Arrays.stream(reach[demand]).anyMatch(one -> one == supply))
                        .toArray())
                .toArray(int[][]::new);
        spare = IntStream.range(0, suppliers).mapToLong(this::mostOf).toArray();
        flow = new long[routes.demands()][suppliers];
    }

    /// Of the same measure as [Plan#value].
    static long of(MatchingTask task, Routes routes) {
        return new FlowBound(task, routes).value();
    }

    /// All of it, or as much as its deliveries carry to those who need most.
    private long mostOf(int supply) {
        var one = task.supplies().get(supply);
        var carried = Arrays.stream(users[supply])
                .mapToLong(demand -> task.demands().get(demand).quantity())
                .boxed()
                .sorted(Comparator.reverseOrder())
                .limit(one.deliveries())
                .mapToLong(quantity -> quantity)
                .sum();
        return Math.min(one.quantity(), carried);
    }

    private long value() {
        var value = 0L;
        for (var demand : routes.order()) {
            var wanted = task.demands().get(demand);
            var left = wanted.quantity();
            while (left > 0) {
                var more = augment(demand, left);
                if (more == 0) {
                    break;
                }
                left -= more;
            }
            // Of a part one more than its value: that is rounded down for a plan.
            var isPart = left > 0 && left < wanted.quantity();
            value += wanted.value(wanted.quantity() - left) + (isPart ? 1 : 0);
        }
        return value;
    }

    /// Gives a demand more, along the shortest way over what others were given; 0 when there is no more.
    private long augment(int first, long wanted) {
        var supplyFrom = new int[spare.length];
        var demandFrom = new int[flow.length];
        Arrays.fill(supplyFrom, NONE);
        Arrays.fill(demandFrom, NONE);
        var queue = new int[flow.length];
        var size = 1;
        queue[0] = first;
        for (var next = 0; next < size; next++) {
            for (var supply : reach[queue[next]]) {
                if (supplyFrom[supply] != NONE) {
                    continue;
                }
                supplyFrom[supply] = queue[next];
                if (spare[supply] > 0) {
                    return push(first, supply, wanted, supplyFrom, demandFrom);
                }
                for (var other : users[supply]) {
                    if (flow[other][supply] > 0 && demandFrom[other] == NONE && other != first) {
                        demandFrom[other] = supply;
                        queue[size++] = other;
                    }
                }
            }
        }
        return 0;
    }

    private long push(int first, int last, long wanted, int[] supplyFrom, int[] demandFrom) {
        var amount = Math.min(wanted, spare[last]);
        for (var demand = supplyFrom[last]; demand != first; demand = supplyFrom[demandFrom[demand]]) {
            amount = Math.min(amount, flow[demand][demandFrom[demand]]);
        }
        spare[last] -= amount;
        var supply = last;
        var demand = supplyFrom[last];
        flow[demand][supply] += amount;
        while (demand != first) {
            supply = demandFrom[demand];
            flow[demand][supply] -= amount;
            demand = supplyFrom[supply];
            flow[demand][supply] += amount;
        }
        return amount;
    }
}
