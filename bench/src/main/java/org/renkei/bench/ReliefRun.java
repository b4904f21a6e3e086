package org.renkei.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.matching.Matched;
import org.renkei.matching.Matcher;

/// Matches seeded tasks and holds the plans beside first come, first served. A plan that uses a closed
/// place ends it.
final class ReliefRun {
    static final int INSTANCES = 20;

    private static final int QUICK_INSTANCES = 4;

    /// What a node gives a proposal.
    private static final Duration MOST = Duration.ofSeconds(4);

    private static final double MOST_SECONDS = 5;

    /// By how much less of the weighted need has to stay unmet than with first come, first served.
    private static final double LEAST_CUT_PERCENT = 10;

    private ReliefRun() {}

    static List<Measure> measure(boolean quick) {
        var matcher = new Matcher(Matcher.MOVES, MOST);
        matcher.match(ReliefWorkload.of(-1));
        var all = new ArrayList<Matched>();
        for (var seed = 0; seed < (quick ? QUICK_INSTANCES : INSTANCES); seed++) {
            var matched = matcher.match(ReliefWorkload.of(seed));
            requireOpen(matched);
            all.add(matched);
        }
        var slowest =
                all.stream().map(Matched::took).max(Comparator.naturalOrder()).orElseThrow();
        var cuts = all.stream().map(ReliefRun::cutPercent).sorted().toList();
        return List.of(
                measure("plans a minute, slowest task", 60_000.0 / slowest.toMillis(), "", 60 / MOST_SECONDS),
                measure("slowest task", slowest.toMillis(), "ms", null),
                measure("less unmet than first come, mean", mean(cuts), "%", LEAST_CUT_PERCENT),
                measure("less unmet than first come, worst", cuts.getFirst(), "%", 0.0),
                measure(
                        "of the bound, mean",
                        mean(all.stream().map(one -> 100 * (1 - one.gap())).toList()),
                        "%",
                        null),
                measure(
                        "of the bound, worst",
                        all.stream()
                                .mapToDouble(one -> 100 * (1 - one.gap()))
                                .min()
                                .orElseThrow(),
                        "%",
                        null),
                measure(
                        "searches that went all their moves",
                        all.stream().filter(Matched::complete).count(),
                        "",
                        null),
                measure(
                        "deliveries in a plan, mean",
                        mean(all.stream()
                                .map(one -> (double) one.plan().lines().size())
                                .toList()),
                        "",
                        null));
    }

    private static Measure measure(String name, double value, String unit, @Nullable Double target) {
        return new Measure(unit.isEmpty() ? name : name + ", " + unit, value, unit, target, null, null);
    }

    private static double cutPercent(Matched matched) {
        var first = matched.firstCome().unmet(matched.task());
        return first == 0 ? 0 : 100.0 * (first - matched.plan().unmet(matched.task())) / first;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(one -> one).average().orElse(0);
    }

    private static void requireOpen(Matched matched) {
        var closed = matched.plan().lines().stream()
                .filter(line -> !matched.task().stops().get(line.route().stop()).usable())
                .count();
        if (closed > 0) {
            throw new IllegalStateException(closed + " deliveries come by way of closed places");
        }
    }
}
