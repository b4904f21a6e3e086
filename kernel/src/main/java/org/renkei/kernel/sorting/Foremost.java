package org.renkei.kernel.sorting;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Collector;

/// The first few of many in an order, without the work of putting all of them into it.
public final class Foremost {
    private Foremost() {}

    /// Of a stream what `sorted(order).limit(most)` leaves, where the order leaves no two equal.
    ///
    /// @param most at least 1
    public static <T> Collector<T, ?, List<T>> of(int most, Comparator<? super T> order) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one: " + most);
        }
        return Collector.of(
                () -> new PriorityQueue<T>(order.reversed()),
                (kept, one) -> add(kept, one, most, order),
                (kept, others) -> {
                    others.forEach(one -> add(kept, one, most, order));
                    return kept;
                },
                kept -> kept.stream().sorted(order).toList());
    }

    private static <T> void add(PriorityQueue<T> kept, T one, int most, Comparator<? super T> order) {
        if (kept.size() < most) {
            kept.add(one);
        } else if (order.compare(one, kept.element()) < 0) {
            kept.remove();
            kept.add(one);
        }
    }
}
