package org.renkei.kernel.acsa.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderState;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.ledger.Hash;

/// By what one nation's order can be held against the other's, and nothing of its content.
///
/// @param hash of every statement that fits, closings aside
/// @param said the numbers of the statements that are held, by the party that said them, in ascending order
public record OrderMark(UUID order, OrderState state, Hash hash, SortedMap<String, List<Integer>> said) {
    public OrderMark {
        var numbers = new TreeMap<String, List<Integer>>();
        said.forEach((party, all) -> numbers.put(party, List.copyOf(new TreeSet<>(all))));
        said = numbers;
    }

    static OrderMark of(Order order) {
        var said = new TreeMap<String, List<Integer>>();
        Stream.concat(order.told().stream().map(Order.Told::statement), order.waiting().stream())
                .forEach(one -> numbers(said, one).add(one.number()));
        return new OrderMark(order.id(), order.state(), order.hash(), said);
    }

    private static List<Integer> numbers(SortedMap<String, List<Integer>> said, Statement one) {
        return said.computeIfAbsent(one.party(), key -> new ArrayList<>());
    }

    List<Integer> numbers(String party) {
        return said.getOrDefault(party, List.of());
    }
}
