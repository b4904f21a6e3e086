package org.renkei.kernel.relief.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// What no plan of a task can exceed. Two relaxations, of which the smaller counts:
///
/// * movements of stops and the number of deliveries to a need are left aside, and how often a supply can
///   be carried limits only how much it can give: what remains is a transportation problem whose demands
///   are worth something by the unit. Served in the order of worth, with what was given before moved where
///   it helps, each gets the most that it can have beside those before it; as sets that can be served
///   together are a polymatroid, that is the optimum (Edmonds, 1970).
/// * quantities are left aside: so many demands as there are deliveries or movements, those that weigh
///   most.
public final class Bound {
    private static final int NONE = -1;

    private final MatchingTask task;
    private final Routes routes;
    private final int[][] reach;
    private final int[][] users;
    private final long[] spare;
    private final long[][] flow;

    private Bound(MatchingTask task, Routes routes) {
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
    public static long of(MatchingTask task, Routes routes) {
        var bound = new Bound(task, routes);
        return Math.min(bound.byQuantity(), bound.byDeliveries());
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

    private long byQuantity() {
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

    private long byDeliveries() {
        var deliveries = task.supplies().stream()
                .mapToLong(supply -> supply.deliveries())
                .sum();
        var movements = task.stops().stream()
                .filter(stop -> stop.usable())
                .mapToLong(stop -> (long) stop.movements() * routes.days())
                .sum();
        return IntStream.range(0, reach.length)
                .filter(demand -> reach[demand].length > 0)
                .mapToObj(demand -> task.demands().get(demand).whole())
                .sorted(Comparator.reverseOrder())
                .limit(Math.max(0, Math.min(deliveries, movements)))
                .mapToLong(whole -> whole)
                .sum();
    }
}
