package org.renkei.kernel.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The order in which statements count: by their times, and each after all that it names, even where its
/// writer's clock was behind. The place of one between two others follows from these three and what they
/// name; nothing else shifts it.
///
/// @param waiting those that name, directly or not, what is not here or what not all were told who are told
/// of it
record CaseOrder(List<Statement> counted, List<Statement> waiting) {

    /// A time not before those of all that is named, and how many steps of naming lie at that time.
    private record Place(long time, int depth) {}

    private record Placed(Statement statement, Place place) {
        static final Comparator<Placed> ORDER = Comparator.<Placed>comparingLong(
                        one -> one.place().time())
                .thenComparingInt(one -> one.place().depth())
                .thenComparing(Placed::statement, Statement.BY_TIME);
    }

    static CaseOrder of(Collection<Statement> statements) {
        var all = distinct(statements);
        var byRecord = new HashMap<UUID, Statement>();
        all.forEach(one -> byRecord.put(one.record(), one));
        var missing = new HashMap<UUID, Integer>();
        var followers = new HashMap<UUID, List<Statement>>();
        var ready = new PriorityQueue<Statement>(Statement.BY_TIME);
        for (var statement : all) {
            missing.put(statement.record(), statement.on().size());
            statement.on().stream()
                    .filter(named -> allHold(statement, byRecord.get(named)))
                    .forEach(named -> followers
                            .computeIfAbsent(named, key -> new ArrayList<>())
                            .add(statement));
            if (statement.on().isEmpty()) {
                ready.add(statement);
            }
        }
        var places = new HashMap<UUID, Place>();
        var placed = new ArrayList<Placed>();
        while (!ready.isEmpty()) {
            var next = ready.remove();
            var place = place(next, places);
            places.put(next.record(), place);
            placed.add(new Placed(next, place));
            followers.getOrDefault(next.record(), List.of()).forEach(follower -> {
                if (missing.merge(follower.record(), -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            });
        }
        placed.sort(Placed.ORDER);
        var counted = placed.stream().map(Placed::statement).toList();
        var done = new HashSet<>(counted);
        return new CaseOrder(
                counted, all.stream().filter(one -> !done.contains(one)).toList());
    }

    /// Whether all who are told a statement were told what it names. Else it waits at everybody, also at
    /// those who hold what is named: they would judge what others cannot.
    private static boolean allHold(Statement statement, @Nullable Statement named) {
        return named != null && named.to().containsAll(statement.to());
    }

    /// One statement for each record.
    private static List<Statement> distinct(Collection<Statement> statements) {
        Map<UUID, Statement> byRecord = new TreeMap<>();
        var newest = Statement.BY_TIME.thenComparing(one -> one.digest().hex());
        statements.forEach(one ->
                byRecord.merge(one.record(), one, (a, b) -> a.equals(b) || newest.compare(a, b) > 0 ? a : b));
        return byRecord.values().stream().sorted(Statement.BY_TIME).toList();
    }

    private static Place place(Statement statement, Map<UUID, Place> places) {
        var time = statement.time().packed();
        var depth = 0;
        for (var named : statement.on()) {
            var before = places.getOrDefault(named, new Place(0, 0));
            if (before.time() > time) {
                time = before.time();
                depth = before.depth() + 1;
            } else if (before.time() == time) {
                depth = Math.max(depth, before.depth() + 1);
            }
        }
        return new Place(time, depth);
    }
}
