package org.renkei.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.renkei.kernel.relief.Mode;
import org.renkei.kernel.relief.Spot;
import org.renkei.kernel.relief.matching.MatchingTask;
import org.renkei.kernel.relief.matching.MatchingTask.Demand;
import org.renkei.kernel.relief.matching.MatchingTask.Stop;
import org.renkei.kernel.relief.matching.MatchingTask.Supply;

/// Relief after an earthquake in the middle of Kyushu, made from a seed: more is needed than can be
/// brought, places take few movements a day, and one in five is closed. Heavier needs are rarer and do not
/// come first.
final class ReliefWorkload {
    static final int NEEDS = 500;
    static final int OFFERS = 120;
    static final int PLACES = 40;

    private static final Instant FROM = Instant.parse("2026-04-16T00:00:00Z");
    private static final Spot CENTER = new Spot(32.80, 130.75);
    private static final List<String> ITEMS =
            List.of("water", "food", "blankets", "tents", "medicine", "fuel", "toilets", "medical-team");
    private static final List<String> TYPES =
            List.of("helicopter-landing-site", "distribution-base", "airfield", "port", "helicopter-landing-site");
    private static final int[] WEIGHTS = {1, 1, 1, 2, 2, 2, 3, 3, 4, 5};

    private ReliefWorkload() {}

    static MatchingTask of(long seed) {
        var random = new Random(seed);
        return new MatchingTask(
                FROM,
                IntStream.range(0, NEEDS)
                        .mapToObj(number -> need(number, random))
                        .toList(),
                IntStream.range(0, OFFERS)
                        .mapToObj(number -> offer(number, random))
                        .toList(),
                IntStream.range(0, PLACES)
                        .mapToObj(number -> place(number, random))
                        .toList());
    }

    private static Demand need(int number, Random random) {
        return new Demand(
                id("need", number),
                ITEMS.get(random.nextInt(ITEMS.size())),
                "t",
                5 + random.nextInt(95),
                near(random, 0.5),
                60L * (12 + random.nextInt(60)),
                WEIGHTS[random.nextInt(WEIGHTS.length)],
                FROM.minusSeconds(random.nextInt(200_000)));
    }

    private static Supply offer(int number, Random random) {
        return new Supply(
                id("offer", number),
                ITEMS.get(number % ITEMS.size()),
                "t",
                20 + random.nextInt(180),
                Mode.values()[random.nextInt(Mode.values().length)],
                near(random, 4),
                60L * random.nextInt(24),
                1 + random.nextInt(6));
    }

    private static Stop place(int number, Random random) {
        return new Stop(
                "place " + number,
                TYPES.get(number % TYPES.size()),
                near(random, 0.6),
                random.nextInt(5) > 0,
                1 + random.nextInt(6));
    }

    private static Spot near(Random random, double degrees) {
        return new Spot(
                CENTER.lat() + degrees * (random.nextDouble() - 0.5),
                CENTER.lon() + degrees * (random.nextDouble() - 0.5));
    }

    private static UUID id(String what, int number) {
        return UUID.nameUUIDFromBytes((what + number).getBytes(UTF_8));
    }
}
