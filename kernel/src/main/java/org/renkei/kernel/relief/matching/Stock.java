package org.renkei.kernel.relief.matching;

/// What supplies still have, how often they can still be carried, and what stops still take in on each day.
final class Stock {
    private final long[] firstUnits;
    private final int[] firstDeliveries;
    private final int[] firstMovements;
    private final long[] units;
    private final int[] deliveries;
    private final int[] movements;
    private final int days;

    Stock(MatchingTask task, int days) {
        this.days = days;
        firstUnits = task.supplies().stream().mapToLong(one -> one.quantity()).toArray();
        firstDeliveries =
                task.supplies().stream().mapToInt(one -> one.deliveries()).toArray();
        firstMovements = new int[task.stops().size() * days];
        for (var cell = 0; cell < firstMovements.length; cell++) {
            firstMovements[cell] = task.stops().get(cell / days).movements();
        }
        units = firstUnits.clone();
        deliveries = firstDeliveries.clone();
        movements = firstMovements.clone();
    }

    void reset() {
        System.arraycopy(firstUnits, 0, units, 0, units.length);
        System.arraycopy(firstDeliveries, 0, deliveries, 0, deliveries.length);
        System.arraycopy(firstMovements, 0, movements, 0, movements.length);
    }

    /// Takes as many of these as a route can bring; 0 where it can bring nothing, and then nothing is used
    /// up.
    long take(Route route, long wanted) {
        var supply = route.supply();
        var movement = route.stop() * days + route.day();
        var taken = Math.min(wanted, units[supply]);
        if (taken <= 0 || deliveries[supply] == 0 || movements[movement] <= 0) {
            return 0;
        }
        units[supply] -= taken;
        deliveries[supply]--;
        movements[movement]--;
        return taken;
    }
}
