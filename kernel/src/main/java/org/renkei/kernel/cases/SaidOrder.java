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
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The order in which statements count: by their times, and each after all that it names, even where its
/// writer's clock was behind. The place of one between two others follows from these three and what they
/// name; nothing else shifts it.
///
/// @param waiting those that name, directly or not, what is not here or what not all were told who are told
/// of it
public record SaidOrder<S extends Said>(List<S> counted, List<S> waiting) {

    /// A time not before those of all that is named, and how many steps of naming lie at that time.
    private record Place(long time, int depth) {}

    private record Placed<S extends Said>(S said, Place place) {
        static <S extends Said> Comparator<Placed<S>> order() {
            return Comparator.<Placed<S>>comparingLong(one -> one.place().time())
                    .thenComparingInt(one -> one.place().depth())
                    .thenComparing(Placed::said, Said.BY_TIME);
        }
    }

    /// @param statements in any order of arrival, each once or more often
    public static <S extends Said> SaidOrder<S> of(Collection<S> statements) {
        var all = distinct(statements);
        var byRecord = new HashMap<UUID, S>();
        all.forEach(one -> byRecord.put(one.record(), one));
        var missing = new HashMap<UUID, Integer>();
        var followers = new HashMap<UUID, List<S>>();
        var ready = new PriorityQueue<S>(Said.BY_TIME);
        for (var said : all) {
            missing.put(said.record(), said.on().size());
            said.on().stream()
                    .filter(named -> allHold(said, byRecord.get(named)))
                    .forEach(named -> followers
                            .computeIfAbsent(named, key -> new ArrayList<>())
                            .add(said));
            if (said.on().isEmpty()) {
                ready.add(said);
            }
        }
        var places = new HashMap<UUID, Place>();
        var placed = new ArrayList<Placed<S>>();
        while (!ready.isEmpty()) {
            var next = ready.remove();
            var place = place(next, places);
            places.put(next.record(), place);
            placed.add(new Placed<>(next, place));
            followers.getOrDefault(next.record(), List.of()).forEach(follower -> {
                if (missing.merge(follower.record(), -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            });
        }
        placed.sort(Placed.order());
        var counted = placed.stream().map(Placed::said).toList();
        var done = new HashSet<>(counted);
        return new SaidOrder<>(
                counted, all.stream().filter(one -> !done.contains(one)).toList());
    }

    /// Why a statement that is not said yet would wait where these are held.
    public static Objection wouldWait(Collection<? extends Said> held, Said next) {
        var blind = new TreeSet<String>();
        held.stream()
                .filter(one -> next.on().contains(one.record()))
                .forEach(one -> next.to().stream()
                        .filter(party -> !one.to().contains(party))
                        .forEach(blind::add));
        return blind.isEmpty()
                ? new Objection("/on", "it answers a statement that is not here", "ここにない申述に答えています")
                : new Objection(
                        "/to",
                        String.join(", ", blind) + " was not told what this answers, and is not told of it by this",
                        String.join(", ", blind) + " には元の申述が伝えられていないため、これも伝えられません");
    }

    /// Whether all who are told a statement were told what it names. Else it waits at everybody, also at
    /// those who hold what is named: they would judge what others cannot.
    private static boolean allHold(Said said, @Nullable Said named) {
        return named != null && named.to().containsAll(said.to());
    }

    /// One statement for each record, in the order of their times.
    static <S extends Said> List<S> distinct(Collection<S> statements) {
        Map<UUID, S> byRecord = new TreeMap<>();
        var newest = Said.BY_TIME.thenComparing(one -> one.digest().hex());
        statements.forEach(one ->
                byRecord.merge(one.record(), one, (a, b) -> a.equals(b) || newest.compare(a, b) > 0 ? a : b));
        return byRecord.values().stream().sorted(Said.BY_TIME).toList();
    }

    private static Place place(Said said, Map<UUID, Place> places) {
        var time = said.time().packed();
        var depth = 0;
        for (var named : said.on()) {
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
