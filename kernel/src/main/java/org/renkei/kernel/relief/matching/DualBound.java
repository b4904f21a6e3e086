package org.renkei.kernel.relief.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.matching.MatchingTask.Demand;

/// A bound by the dual of a linear relaxation: a delivery that brings a part of what it could bring counts
/// as that part of a delivery and of a movement. Prices on goods, deliveries and movements are sought by
/// the subgradient method (Held, Wolfe and Crowder, 1974). Whatever the prices, what supplies and places
/// are worth by them and what demands would still gain is no less than the value of any plan, so the search
/// may end anywhere.
final class DualBound {
    private static final int ROUNDS = 400;
    private static final int PATIENCE = 15;
    private static final double FIRST_STEP = 1;

    private final MatchingTask task;
    private final Routes routes;
    private final int days;
    private final double[] ofGoods;
    private final double[] ofDeliveries;
    private final double[] ofMovements;
    private final double[] goodsLeft;
    private final double[] deliveriesLeft;
    private final double[] movementsLeft;

    private DualBound(MatchingTask task, Routes routes) {
        this.task = task;
        this.routes = routes;
        days = routes.days();
        var supplies = task.supplies().size();
        ofGoods = new double[supplies];
        ofDeliveries = new double[supplies];
        ofMovements = new double[task.stops().size() * days];
        goodsLeft = new double[supplies];
        deliveriesLeft = new double[supplies];
        movementsLeft = new double[ofMovements.length];
    }

    /// @param reached value of any plan
    static long of(MatchingTask task, Routes routes, long reached) {
        var best = new DualBound(task, routes).search((double) reached / MatchingTask.WHOLE);
        // Rounded up by more than sums of doubles can be wrong.
        return Math.min(task.whole(), (long) Math.ceil(best * MatchingTask.WHOLE * (1 + 1e-9)) + 1);
    }

    /// In needs of weight 1.
    private double search(double reached) {
        var best = Double.MAX_VALUE;
        var step = FIRST_STEP;
        var waited = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var value = evaluate();
            if (value < best) {
                best = value;
                waited = 0;
            } else if (++waited == PATIENCE) {
                step /= 2;
                waited = 0;
            }
            var length = length();
            if (length == 0 || best <= reached) {
                break;
            }
            descend(step * Math.max(0, value - reached) / length);
        }
        return best;
    }

    /// What everything is worth by the prices, and in the fields what would be left over of it.
    private double evaluate() {
        var value = 0.0;
        for (var supply = 0; supply < ofGoods.length; supply++) {
            var one = task.supplies().get(supply);
            goodsLeft[supply] = 1;
            deliveriesLeft[supply] = one.deliveries();
            value += ofGoods[supply] + ofDeliveries[supply] * one.deliveries();
        }
        for (var cell = 0; cell < ofMovements.length; cell++) {
            movementsLeft[cell] = task.stops().get(cell / days).movements();
            value += ofMovements[cell] * movementsLeft[cell];
        }
        for (var demand = 0; demand < routes.demands(); demand++) {
            value += gain(demand);
        }
        return value;
    }

    /// What a demand gains at most where it pays these prices, by the one route that suits it best.
    private double gain(int demand) {
        var wanted = task.demands().get(demand);
        var best = 0.0;
        @Nullable Route chosen = null;
        for (var route : routes.to(demand)) {
            var gain = wanted.weight() - price(route, wanted);
            if (gain > best) {
                best = gain;
                chosen = route;
            }
        }
        if (chosen != null) {
            var supply = chosen.supply();
            var deliveries = deliveries(chosen, wanted);
            goodsLeft[supply] -= share(chosen, wanted);
            deliveriesLeft[supply] -= deliveries;
            movementsLeft[cell(chosen)] -= deliveries;
        }
        return best;
    }

    private double price(Route route, Demand wanted) {
        return ofGoods[route.supply()] * share(route, wanted)
                + (ofDeliveries[route.supply()] + ofMovements[cell(route)]) * deliveries(route, wanted);
    }

    /// Which part of the supply the whole of a demand is.
    private double share(Route route, Demand wanted) {
        return (double) wanted.quantity() / task.supplies().get(route.supply()).quantity();
    }

    /// How many deliveries the whole of a demand takes: each brings as much as is wanted or there.
    private double deliveries(Route route, Demand wanted) {
        return Math.max(1, share(route, wanted));
    }

    private int cell(Route route) {
        return route.stop() * days + route.day();
    }

    private double length() {
        return Arrays.stream(goodsLeft).map(one -> one * one).sum()
                + Arrays.stream(deliveriesLeft).map(one -> one * one).sum()
                + Arrays.stream(movementsLeft).map(one -> one * one).sum();
    }

    /// What is left over gets cheaper, what is wanted too often dearer.
    private void descend(double step) {
        descend(ofGoods, goodsLeft, step);
        descend(ofDeliveries, deliveriesLeft, step);
        descend(ofMovements, movementsLeft, step);
    }

    private static void descend(double[] prices, double[] left, double step) {
        for (var one = 0; one < prices.length; one++) {
            prices[one] = Math.max(0, prices[one] - step * left[one]);
        }
    }
}
