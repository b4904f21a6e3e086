package org.renkei.kernel.relief.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.renkei.kernel.relief.Mode;
import org.renkei.kernel.relief.matching.MatchingTask.Demand;
import org.renkei.kernel.relief.matching.MatchingTask.Stop;
import org.renkei.kernel.relief.matching.MatchingTask.Supply;

/// Every route of a task that arrives in time by a usable stop: of each supply to each demand by the stops
/// by which it is there first. Loading and unloading take [#HANDLING_MINUTES] at either end; from the stop
/// it goes on by road.
public final class Routes {
    public static final long HANDLING_MINUTES = 60;

    /// By more stops than these a supply would only come later.
    static final int STOPS_OF_ONE = 5;

    private static final long DAY_MINUTES = 24 * 60;

    private static final Comparator<Route> FIRST = Comparator.comparingLong(Route::minute)
            .thenComparingInt(Route::supply)
            .thenComparingInt(Route::stop);

    private final List<List<Route>> byDemand;
    private final int[] order;
    private final int days;

    private Routes(List<List<Route>> byDemand, int[] order, int days) {
        this.byDemand = byDemand;
        this.order = order;
        this.days = days;
    }

    public static Routes of(MatchingTask task) {
        var toStop = new long[task.supplies().size()][];
        for (var supply = 0; supply < toStop.length; supply++) {
            toStop[supply] = minutesToStops(task.supplies().get(supply), task.stops());
        }
        var byDemand = new ArrayList<List<Route>>();
        var days = 1;
        for (var demand = 0; demand < task.demands().size(); demand++) {
            var routes = to(task, demand, toStop);
            byDemand.add(routes);
            days = Math.max(days, routes.stream().mapToInt(Route::day).max().orElse(0) + 1);
        }
        var order = IntStream.range(0, task.demands().size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(
                                one -> task.demands().get(one).density())
                        .reversed()
                        .thenComparing(one -> task.demands().get(one).id().toString()))
                .mapToInt(one -> one)
                .toArray();
        return new Routes(byDemand, order, days);
    }

    private static List<Route> to(MatchingTask task, int demand, long[][] toStop) {
        var wanted = task.demands().get(demand);
        var onward = task.stops().stream()
                .mapToLong(stop -> Mode.ROAD.minutes(stop.at(), wanted.at()) + HANDLING_MINUTES)
                .toArray();
        var all = new ArrayList<Route>();
        for (var supply = 0; supply < task.supplies().size(); supply++) {
            if (!fits(wanted, task.supplies().get(supply))) {
                continue;
            }
            var some = new ArrayList<Route>();
            for (var stop = 0; stop < onward.length; stop++) {
                var there = toStop[supply][stop];
                if (there >= 0 && there + onward[stop] <= wanted.minute()) {
                    some.add(new Route(demand, supply, stop, there + onward[stop], (int) (there / DAY_MINUTES)));
                }
            }
            some.sort(FIRST);
            all.addAll(some.subList(0, Math.min(STOPS_OF_ONE, some.size())));
        }
        all.sort(FIRST);
        return List.copyOf(all);
    }

    /// Whether they are of one commodity, counted alike.
    static boolean fits(Demand demand, Supply supply) {
        return demand.item().equals(supply.item()) && demand.unit().equals(supply.unit());
    }

    /// −1 where it does not come in.
    private static long[] minutesToStops(Supply supply, List<Stop> stops) {
        return stops.stream()
                .mapToLong(stop -> stop.usable() && supply.mode().comesInAt(stop.type())
                        ? Math.max(0, supply.minute())
                                + HANDLING_MINUTES
                                + supply.mode().minutes(supply.from(), stop.at())
                        : -1)
                .toArray();
    }

    /// Of one demand, the first to arrive first.
    public List<Route> to(int demand) {
        return byDemand.get(demand);
    }

    /// Whether nothing can be brought to anybody.
    public boolean isEmpty() {
        return byDemand.stream().allMatch(List::isEmpty);
    }

    public int demands() {
        return byDemand.size();
    }

    /// The demands in the order in which units are worth most to them.
    int[] order() {
        return order;
    }

    int days() {
        return days;
    }
}
