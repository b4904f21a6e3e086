package org.renkei.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Leaves out of a list of events whatever is not needed to break the same invariant: halves first, then ever
/// smaller pieces (delta debugging), at last the steps of what is left.
final class Shrinking {
    private static final int MOST_REPLAYS = 1_500;

    private final Predicate<List<Event>> fails;
    private int replays;

    private Shrinking(Predicate<List<Event>> fails) {
        this.fails = fails;
    }

    static List<Event> shrink(List<Event> events, Predicate<List<Event>> fails) {
        var shrinking = new Shrinking(fails);
        return shrinking.steps(shrinking.pieces(events));
    }

    private List<Event> pieces(List<Event> events) {
        var left = events;
        for (var size = Math.max(1, left.size() / 2); ; size = Math.max(1, size / 2)) {
            var before = left.size();
            left = without(left, size);
            if (size <= 1 && left.size() == before) {
                return left;
            }
        }
    }

    private List<Event> without(List<Event> events, int size) {
        var left = events;
        for (var at = Math.max(0, left.size() - size); at >= 0; at -= size) {
            var tried = new ArrayList<>(left.subList(0, Math.min(at, left.size())));
            tried.addAll(left.subList(Math.min(at + size, left.size()), left.size()));
            left = stillFails(tried) ? tried : left;
        }
        return left;
    }

    private List<Event> steps(List<Event> events) {
        var left = new ArrayList<>(events);
        for (var at = 0; at < left.size(); at++) {
            while (left.get(at) instanceof Event.Run(var steps, var dice) && steps > 1) {
                var whole = left.get(at);
                left.set(at, new Event.Run(steps * 3 / 4, dice));
                if (!stillFails(left)) {
                    left.set(at, whole);
                    break;
                }
            }
        }
        return List.copyOf(left);
    }

    private boolean stillFails(List<Event> events) {
        return replays++ < MOST_REPLAYS && fails.test(List.copyOf(events));
    }
}
