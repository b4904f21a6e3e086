package org.renkei.matching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.relief.Mode;
import org.renkei.kernel.relief.Spot;
import org.renkei.kernel.relief.matching.Allotment;
import org.renkei.kernel.relief.matching.Greedy;
import org.renkei.kernel.relief.matching.MatchingTask;
import org.renkei.kernel.relief.matching.MatchingTask.Demand;
import org.renkei.kernel.relief.matching.MatchingTask.Stop;
import org.renkei.kernel.relief.matching.MatchingTask.Supply;
import org.renkei.kernel.relief.matching.Plan;
import org.renkei.kernel.relief.matching.Route;
import org.renkei.kernel.relief.matching.Routes;
import org.renkei.kernel.relief.matching.Shortfall;

/// Whatever the task, a plan breaks no rule, exceeds no bound, and is the same again. None of it is timed.
class MatcherLawsTest {
    private static final Instant FROM = Instant.parse("2026-04-16T00:00:00Z");
    private static final Matcher MATCHER = new Matcher(3_000, Duration.ofMinutes(5));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPlanBreaksNoRule(long seed) {
        var random = new Random(seed);
        var task = task(random, 2 + random.nextInt(12), 1 + random.nextInt(8), 1 + random.nextInt(6));
        var matched = MATCHER.match(task);
        keepsTheRules(task, matched.plan());
        keepsTheRules(task, matched.firstCome());
        assertThat(matched.complete()).isTrue();
        assertThat(matched.plan().value()).isLessThanOrEqualTo(matched.bound());
        assertThat(matched.firstCome().value()).isLessThanOrEqualTo(matched.bound());
        assertThat(matched.bound()).isLessThanOrEqualTo(task.whole());
        assertThat(matched.plan().value()).isGreaterThanOrEqualTo(greedy(task, matched.routes()));
        assertThat(matched.gap()).isBetween(0.0, 1.0);
        assertThat(MATCHER.match(task).plan()).as("the same again").isEqualTo(matched.plan());
        explainsWhatIsMissing(task, matched);
    }

    /// A second implementation: every choice of a task so small that all can be tried.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noChoiceIsBetterThanTheBound(long seed) {
        var random = new Random(seed);
        var task = task(random, 2, 2, 2);
        var routes = Routes.of(task);
        var best = bestOfAll(task, routes, new @Nullable Route[2 * MatchingTask.DELIVERIES_TO_ONE], 0);
        var matched = MATCHER.match(task);
        assertThat(matched.bound()).isGreaterThanOrEqualTo(best);
        assertThat(matched.plan().value()).isEqualTo(best);
    }

    @Test
    void aClosedPlaceIsNotUsedEvenWhereItWouldBeTheOnlyOne() {
        var need = demand(1, 10, 5, FROM);
        var supply = new Supply(id(2), "water", "t", 10, Mode.AIR, new Spot(34, 132), 0, 5);
        var closed = new Stop("airfield A", "airfield", new Spot(32.8, 130.8), false, 9);
        var task = new MatchingTask(FROM, List.of(need), List.of(supply), List.of(closed));
        var matched = MATCHER.match(task);
        assertThat(matched.plan().lines()).isEmpty();
        assertThat(matched.bound()).isZero();
        assertThat(Shortfall.of(task, matched.routes(), matched.plan()))
                .containsExactly(new Shortfall(0, 10, Shortfall.Cause.NO_OPEN_PLACE));
    }

    @Test
    void theHeavierNeedIsServedThoughTheOtherCameFirst() {
        var light = demand(1, 10, 1, FROM.minusSeconds(3_600));
        var heavy = demand(2, 10, 5, FROM);
        var supply = new Supply(id(3), "water", "t", 10, Mode.AIR, new Spot(34, 132), 0, 5);
        var open = new Stop("airfield A", "airfield", new Spot(32.8, 130.8), true, 9);
        var matched = MATCHER.match(new MatchingTask(FROM, List.of(light, heavy), List.of(supply), List.of(open)));
        assertThat(matched.plan().lines())
                .extracting(line -> line.route().demand())
                .containsExactly(1);
        assertThat(matched.firstCome().lines())
                .extracting(line -> line.route().demand())
                .containsExactly(0);
        assertThat(matched.gap()).as("proven to be the best").isZero();
    }

    private static Demand demand(int number, long quantity, int weight, Instant stated) {
        return new Demand(id(number), "water", "t", quantity, new Spot(32.7, 130.7), 24 * 60, weight, stated);
    }

    private static void explainsWhatIsMissing(MatchingTask task, Matched matched) {
        var served = matched.plan().served(task);
        var missing = new long[served.length];
        for (var shortfall : Shortfall.of(task, matched.routes(), matched.plan())) {
            missing[shortfall.demand()] = shortfall.missing();
            assertThat(shortfall.cause() == Shortfall.Cause.USED_UP)
                    .isEqualTo(!matched.routes().to(shortfall.demand()).isEmpty());
        }
        for (var demand = 0; demand < served.length; demand++) {
            assertThat(served[demand] + missing[demand])
                    .isEqualTo(task.demands().get(demand).quantity());
        }
    }

    private static void keepsTheRules(MatchingTask task, Plan plan) {
        var given = new HashMap<Integer, Long>();
        var carried = new HashMap<Integer, Integer>();
        var got = new HashMap<Integer, Long>();
        var came = new HashMap<Integer, Integer>();
        var movements = new HashMap<List<Integer>, Integer>();
        for (var line : plan.lines()) {
            var route = line.route();
            var supply = task.supplies().get(route.supply());
            var demand = task.demands().get(route.demand());
            var stop = task.stops().get(route.stop());
            assertThat(stop.usable()).isTrue();
            assertThat(supply.mode().comesInAt(stop.type())).isTrue();
            assertThat(supply.item()).isEqualTo(demand.item());
            assertThat(supply.unit()).isEqualTo(demand.unit());
            var there = supply.minute() + 60 + supply.mode().minutes(supply.from(), stop.at());
            assertThat(route.minute()).isEqualTo(there + 60 + Mode.ROAD.minutes(stop.at(), demand.at()));
            assertThat(route.minute()).isLessThanOrEqualTo(demand.minute());
            assertThat(line.quantity()).isPositive();
            given.merge(route.supply(), line.quantity(), Long::sum);
            carried.merge(route.supply(), 1, Integer::sum);
            got.merge(route.demand(), line.quantity(), Long::sum);
            came.merge(route.demand(), 1, Integer::sum);
            movements.merge(List.of(route.stop(), (int) (there / (24 * 60))), 1, Integer::sum);
        }
        given.forEach((supply, units) -> assertThat(units)
                .isLessThanOrEqualTo(task.supplies().get(supply).quantity()));
        carried.forEach((supply, times) -> assertThat(times)
                .isLessThanOrEqualTo(task.supplies().get(supply).deliveries()));
        got.forEach((demand, units) ->
                assertThat(units).isLessThanOrEqualTo(task.demands().get(demand).quantity()));
        came.forEach((demand, times) -> assertThat(times).isLessThanOrEqualTo(MatchingTask.DELIVERIES_TO_ONE));
        movements.forEach((cell, times) -> assertThat(times)
                .isLessThanOrEqualTo(task.stops().get(cell.getFirst()).movements()));
    }

    private static long greedy(MatchingTask task, Routes routes) {
        var allotment = new Allotment(task, routes);
        allotment.carryOut(Greedy.byWeight(task, routes));
        return allotment.value();
    }

    private static long bestOfAll(MatchingTask task, Routes routes, @Nullable Route[] chosen, int slot) {
        if (slot == chosen.length) {
            var allotment = new Allotment(task, routes);
            allotment.carryOut(chosen);
            return allotment.value();
        }
        var best = 0L;
        var choices = new ArrayList<@Nullable Route>(routes.to(slot / MatchingTask.DELIVERIES_TO_ONE));
        choices.add(null);
        for (var route : choices) {
            chosen[slot] = route;
            best = Math.max(best, bestOfAll(task, routes, chosen, slot + 1));
        }
        chosen[slot] = null;
        return best;
    }

    private static MatchingTask task(Random random, int needs, int offers, int places) {
        var items = List.of("water", "food");
        var demands = IntStream.range(0, needs)
                .mapToObj(number -> new Demand(
                        id(number),
                        items.get(random.nextInt(2)),
                        "t",
                        1 + random.nextInt(40),
                        spot(random, 0.3),
                        60L * (4 + random.nextInt(60)),
                        1 + random.nextInt(5),
                        FROM.minusSeconds(random.nextInt(100_000))))
                .toList();
        var supplies = IntStream.range(0, offers)
                .mapToObj(number -> new Supply(
                        id(1_000 + number),
                        items.get(random.nextInt(2)),
                        "t",
                        1 + random.nextInt(60),
                        Mode.values()[random.nextInt(4)],
                        spot(random, 2),
                        60L * random.nextInt(24),
                        1 + random.nextInt(4)))
                .toList();
        var types = List.of("airfield", "port", "helicopter-landing-site", "distribution-base");
        var stops = IntStream.range(0, places)
                .mapToObj(number -> new Stop(
                        "place " + number,
                        types.get(random.nextInt(4)),
                        spot(random, 0.3),
                        random.nextInt(4) > 0,
                        random.nextInt(4)))
                .toList();
        return new MatchingTask(FROM, demands, supplies, stops);
    }

    private static Spot spot(Random random, double around) {
        return new Spot(32.8 + around * (random.nextDouble() - 0.5), 130.8 + around * (random.nextDouble() - 0.5));
    }

    private static UUID id(int number) {
        return UUID.nameUUIDFromBytes(("record " + number).getBytes(UTF_8));
    }
}
