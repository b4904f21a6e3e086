package org.renkei.kernel.relief.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.renkei.kernel.relief.Mode;
import org.renkei.kernel.relief.Spot;

/// What is to be matched. Demands, supplies and stops are known by their place in these lists.
///
/// @param from when the first can set out; minutes count from here
public record MatchingTask(Instant from, List<Demand> demands, List<Supply> supplies, List<Stop> stops) {
    /// What it is worth to meet a need of weight 1 in full.
    public static final long WHOLE = 1_000_000;

    /// One need is served by so many deliveries at most: more would be more traffic than help.
    public static final int DELIVERIES_TO_ONE = 3;

    public MatchingTask {
        demands = List.copyOf(demands);
        supplies = List.copyOf(supplies);
        stops = List.copyOf(stops);
    }

    /// @param quantity from 1, whole units
    /// @param minute until when it has to be there, counted from the start of the task
    /// @param weight from 1
    /// @param stated when it was asked for
    public record Demand(
            UUID id, String item, String unit, long quantity, Spot at, long minute, int weight, Instant stated) {
        public Demand {
            if (quantity < 1 || weight < 1) {
                throw new IllegalArgumentException("a demand asks for something: " + id);
            }
        }

        /// What so many units are worth to it: all of them its weight, a part of them that part of it.
        public long value(long units) {
            return MatchingTask.value(weight, quantity, units);
        }

        public long whole() {
            return weight * WHOLE;
        }

        /// What one unit is worth.
        double density() {
            return (double) weight / quantity;
        }
    }

    /// @param quantity from 1, whole units
    /// @param minute from when it can be had
    /// @param deliveries how often it can be carried, from 1
    public record Supply(
            UUID id, String item, String unit, long quantity, Mode mode, Spot from, long minute, int deliveries) {
        public Supply {
            if (quantity < 1 || deliveries < 1) {
                throw new IllegalArgumentException("a supply gives something: " + id);
            }
        }
    }

    /// A place by way of which deliveries come.
    ///
    /// @param usable whether anything may come by way of it
    /// @param movements how many deliveries it takes in a day
    public record Stop(String key, String type, Spot at, boolean usable, int movements) {}

    static long value(int weight, long quantity, long units) {
        return (long) ((double) weight * WHOLE * units / quantity);
    }

    /// What it would be worth to meet every need in full.
    public long whole() {
        return demands.stream().mapToLong(Demand::whole).sum();
    }
}
