package org.renkei.kernel.acsa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.renkei.kernel.ledger.Hash;

/// The order in which statements count: each after all that its writer had seen, and of those that did not see one
/// another the earlier first. It follows from the set of statements alone.
record Causality(List<Statement> counted, List<Statement> waiting) {

    static Causality of(Collection<Statement> statements) {
        var all = new TreeSet<>(Statement.UNSEEN);
        all.addAll(statements);
        var missing = new HashMap<Hash, Integer>();
        var followers = new HashMap<Hash, List<Statement>>();
        var ready = new PriorityQueue<>(Statement.UNSEEN);
        for (var statement : all) {
            var after = Set.copyOf(statement.after());
            missing.put(statement.digest(), after.size());
            after.forEach(before ->
                    followers.computeIfAbsent(before, key -> new ArrayList<>()).add(statement));
            if (after.isEmpty()) {
                ready.add(statement);
            }
        }
        var counted = new ArrayList<Statement>();
        while (!ready.isEmpty()) {
            var next = ready.remove();
            counted.add(next);
            followers.getOrDefault(next.digest(), List.of()).forEach(follower -> {
                if (missing.merge(follower.digest(), -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            });
        }
        var done = new HashSet<>(counted);
        return new Causality(
                List.copyOf(counted),
                all.stream().filter(statement -> !done.contains(statement)).toList());
    }
}
