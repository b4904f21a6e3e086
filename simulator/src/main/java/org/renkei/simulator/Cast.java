package org.renkei.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.agreement.PartialDate;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.release.Group;
import org.renkei.kernel.release.Recipient;
import org.renkei.kernel.release.SecurityPolicy;

/// Who takes part in a history and what does not change in it.
///
/// @param relays pairs without a link, and the nodes that carry parcels between them, from the lower one on
/// @param rights what each node may send to each other one, `rights[from][to]`
/// @param agreements what stands in each node's register at the beginning
record Cast(
        List<NodeId> nodes,
        List<Pair> linked,
        Map<Pair, List<Integer>> relays,
        Set<Integer> older,
        boolean realKeys,
        boolean restores,
        List<List<Recipient>> rights,
        List<List<Agreement>> agreements) {

    static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-01");
    static final List<SecurityPolicy> POLICIES = List.of(
            new SecurityPolicy("ALLIED", Set.of("CRYPTO", "BOHEMIA"), Set.of("RELIEF", "ACSA")),
            new SecurityPolicy("NATO", Set.of("ATOMAL"), Set.of("BMD")));
    static final List<Group> GROUPS = List.of(
            group("FVEY", null, "USA", "AUS", "GBR"),
            group("QUAD", LocalDate.parse("2026-03-09"), "JPN", "USA", "AUS", "PHL"));
    private static final List<String> NODES = List.of(
            "AUS/canberra", "GBR/northwood", "JPN/ichigaya", "KOR/yongsan", "NATO/mons", "PHL/manila", "USA/yokota");
    private static final int REAL_KEYS_IN = 50;
    /// In one of so many histories Japan has two nodes, when there are others.
    private static final int SITES_IN = 7;

    static Cast of(long seed) {
        var random = new SplittableRandom(seed);
        var names = new ArrayList<>(NODES);
        var count = 3 + (random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(2));
        while (names.size() > count) {
            names.remove(random.nextInt(names.size()));
        }
        var own = names.indexOf("JPN/ichigaya") + 1;
        if (seed % SITES_IN == SITES_IN - 2 && own > 0 && own < names.size()) {
            names.set(own, "JPN/kumamoto-jcp");
        }
        var linked = new ArrayList<Pair>();
        var relayed = new ArrayList<Pair>();
        for (var low = 0; low < count; low++) {
            for (var high = low + 1; high < count; high++) {
                var pair = new Pair(low, high);
                var draw = random.nextInt(10);
                if (draw < 6 || high == low + 1) {
                    linked.add(pair);
                } else if (draw < 8) {
                    relayed.add(pair);
                }
            }
        }
        var relays = new LinkedHashMap<Pair, List<Integer>>();
        relayed.forEach(pair -> relays.put(pair, way(pair, linked)));
        var older = new LinkedHashSet<Integer>();
        var restores = random.nextInt(3) == 0;
        if (!restores && random.nextInt(6) == 0) {
            older.add(random.nextInt(count));
        }
        var nodes = names.stream().map(NodeId::parse).toList();
        return new Cast(
                nodes,
                linked,
                relays,
                older,
                random.nextInt(REAL_KEYS_IN) == 0,
                restores,
                rights(nodes, random),
                agreements(nodes, random));
    }

    String party(int node) {
        return nodes.get(node).party();
    }

    int index(NodeId node) {
        return nodes.indexOf(node);
    }

    /// The nodes that a parcel from one of a pair to the other is handed to, the other last; empty when they have a
    /// link, or nothing to do with one another.
    List<Integer> way(int from, int to) {
        var between = relays.get(Pair.of(from, to));
        if (between == null) {
            return List.of();
        }
        var way = new ArrayList<>(from < to ? between : between.reversed());
        way.add(to);
        return way;
    }

    boolean speak(int one, int other) {
        var pair = Pair.of(one, other);
        return linked.contains(pair) || relays.containsKey(pair);
    }

    static Agreement agreement(String one, String other, LocalDate inForce, Classification ceiling, int version) {
        return new Agreement(
                one + "-" + other + "-" + version,
                AgreementType.INFORMATION_PROTECTION,
                "agreement",
                "協定",
                Set.of(one, other),
                PartialDate.day(inForce),
                PartialDate.day(inForce),
                null,
                null,
                List.of(),
                ceiling,
                "drawn",
                version);
    }

    /// The shortest way over links, without its ends; there is one, because neighbors are linked.
    private static List<Integer> way(Pair pair, List<Pair> linked) {
        var ways = new ArrayList<List<Integer>>();
        ways.add(List.of(pair.low()));
        for (var at = 0; ; at++) {
            var way = ways.get(at);
            if (way.getLast() == pair.high()) {
                return way.subList(1, way.size() - 1);
            }
            for (var link : linked) {
                var here = way.getLast();
                var next = link.low() == here || link.high() == here ? link.other(here) : here;
                if (!way.contains(next)) {
                    var longer = new ArrayList<>(way);
                    longer.add(next);
                    ways.add(longer);
                }
            }
        }
    }

    private static List<List<Recipient>> rights(List<NodeId> nodes, SplittableRandom random) {
        var rights = new ArrayList<List<Recipient>>();
        for (var from = 0; from < nodes.size(); from++) {
            var row = new ArrayList<Recipient>();
            for (var to : nodes) {
                row.add(new Recipient(
                        to.party().equals(nodes.get(from).party()) ? to.toString() : to.party(),
                        Classification.values()[random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 3],
                        random.nextInt(3) == 0 ? Set.of() : Set.of("CRYPTO", "BOHEMIA", "ATOMAL"),
                        random.nextInt(4) == 0 ? Set.of("RELIEF") : Set.of("RELIEF", "ACSA", "BMD")));
            }
            rights.add(row);
        }
        return rights;
    }

    private static List<List<Agreement>> agreements(List<NodeId> nodes, SplittableRandom random) {
        var registers = new ArrayList<List<Agreement>>();
        for (var own : nodes) {
            var register = new ArrayList<Agreement>();
            for (var other : nodes) {
                if (!own.party().equals(other.party()) && random.nextInt(5) > 0) {
                    var from = FIRST_DAY.plusDays(random.nextInt(5) == 0 ? random.nextInt(9) : -1000);
                    var ceiling = Classification.values()[random.nextInt(3) == 0 ? 2 : 3];
                    register.add(agreement(own.party(), other.party(), from, ceiling, 1));
                }
            }
            registers.add(register);
        }
        return registers;
    }

    private static Group group(String code, @org.jspecify.annotations.Nullable LocalDate until, String... members) {
        var since = LocalDate.parse("1950-01-01");
        return new Group(
                code,
                java.util.Arrays.stream(members)
                        .map(one -> new Group.Membership(one, since, until))
                        .toList());
    }
}
