package org.renkei.kernel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.agreement.AgreementFixture.anAgreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;

class ReleaseLawsTest {

    /// Whatever failed before fails after: nothing is mended by making things stricter.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatMakesThingsStricterNeverOpensAnything(long seed) {
        var random = Seeds.random(seed);
        var world = RandomWorlds.world(random);
        for (var i = 0; i < 12; i++) {
            var label = RandomWorlds.label(random, world);
            var to = RandomWorlds.recipient(random, world);
            var day = RandomWorlds.day(random);
            var before = world.failures(label, "JPN", to, day, Set.of("AUS"));

            assertThat(world.failures(stricter(label, random), "JPN", to, day, Set.of("AUS")))
                    .as("stricter label")
                    .containsAll(before);
            assertThat(world.failures(label, "JPN", weaker(to), day, Set.of("AUS")))
                    .as("lower clearance, fewer briefings and purposes")
                    .containsAll(before);
            assertThat(world.failures(label, "JPN", to, day, Set.of()))
                    .as("consent revoked")
                    .containsAll(before);
            assertThat(world.failures(label, "AUS", to, day, Set.of()))
                    .as("not ours")
                    .containsAll(before);
            assertThat(cut(world, day, random).failures(label, "JPN", to, day, Set.of("AUS")))
                    .as("agreements ended or suspended")
                    .containsAll(before);
            assertThat(world.withGroups(List.of()).failures(label, "JPN", to, day, Set.of("AUS")))
                    .as("groups dissolved")
                    .containsAll(before);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatHappensLaterChangesNoEarlierAnswer(long seed) {
        var random = Seeds.random(seed);
        var world = RandomWorlds.world(random);
        var turn = RandomWorlds.day(random);
        var later = changedFrom(world, turn, random);
        for (var i = 0; i < 12; i++) {
            var label = RandomWorlds.label(random, world);
            var to = RandomWorlds.recipient(random, world);
            var day = turn.minusDays(1 + random.nextInt(700));
            assertThat(later.failures(label, "JPN", to, day, Set.of()))
                    .isEqualTo(world.failures(label, "JPN", to, day, Set.of()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfFactsAndOfQuestionsDoesNotMatter(long seed) {
        var random = Seeds.random(seed);
        var world = RandomWorlds.world(random);
        var shuffled = new World(
                "JPN",
                List.of(World.NATO, World.ALLIED),
                new TreeSet<>(world.parties()).descendingSet(),
                shuffled(world.groups(), random),
                shuffled(world.agreements(), random));
        var rulebook = world.rulebook();
        var other = shuffled.rulebook();
        var label = RandomWorlds.label(random, world);
        var to = RandomWorlds.recipient(random, world);
        var days = new ArrayList<LocalDate>();
        for (var i = 0; i < 20; i++) {
            days.add(RandomWorlds.day(random));
        }
        var answers = answers(rulebook, label, to, days);
        assertThat(answers(rulebook, label, to, days)).isEqualTo(answers);
        assertThat(answers(other, label, to, days)).isEqualTo(answers);
        assertThat(answers(rulebook, label, to, days.reversed())).isEqualTo(answers.reversed());
    }

    /// Philippines is of the SQUAD from 2023-06-03 until 2024-06-03; the agreement with Australia lives as in
    /// [ReasonsTest].
    @ParameterizedTest(name = "{0} to {1} on {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        UNCLASSIFIED//REL TO SQUAD | PHL | 2023-06-02 | false
        UNCLASSIFIED//REL TO SQUAD | PHL | 2023-06-03 | true
        UNCLASSIFIED//REL TO SQUAD | PHL | 2024-06-02 | true
        UNCLASSIFIED//REL TO SQUAD | PHL | 2024-06-03 | false
        UNCLASSIFIED//REL TO SQUAD | USA | 2050-01-01 | true
        UNCLASSIFIED//REL TO SQUAD | GBR | 2023-06-03 | false
        UNCLASSIFIED//REL TO FVEY  | GBR | 1946-03-05 | true
        UNCLASSIFIED//REL TO FVEY  | GBR | 1946-03-04 | false
        UNCLASSIFIED//REL TO FIVE  | GBR | 2023-06-03 | false
        SECRET//REL TO AUS         | AUS | 2013-03-30 | false
        SECRET//REL TO AUS         | AUS | 2013-03-31 | true
        SECRET//REL TO AUS         | AUS | 2019-08-23 | true
        SECRET//REL TO AUS         | AUS | 2019-08-24 | false
        SECRET//REL TO AUS         | AUS | 2019-11-21 | false
        SECRET//REL TO AUS         | AUS | 2019-11-22 | true
        SECRET//REL TO AUS         | AUS | 2029-12-31 | true
        SECRET//REL TO AUS         | AUS | 2030-01-01 | false
        SECRET//REL TO AUS         | AUS | 1867-01-01 | false
        UNCLASSIFIED//REL TO GBR   | GBR | 2020-01-01 | true
        UNCLASSIFIED//REL TO KOR   | KOR | 2020-01-01 | true
        UNCLASSIFIED//REL TO PHL   | PHL | 1867-01-01 | true
        """)
    void isDecidedByTheFactsOfThatDay(String label, String party, LocalDate day, boolean permitted) {
        var failed = ReasonsTest.WORLD.failures(Label.parse(label), "JPN", World.party(party), day, Set.of());
        assertThat(failed.isEmpty()).isEqualTo(permitted);
    }

    static LongStream seeds() {
        return LongStream.range(0, 80);
    }

    private static Label stricter(Label label, Random random) {
        var caveats = new TreeSet<>(label.caveats());
        var purposes = new TreeSet<>(label.purposes());
        var foreign = new TreeSet<>(label.foreign());
        var classification = label.classification();
        var named = new TreeSet<>(label.releasability() instanceof Releasability.To(var codes) ? codes : Set.of("USA"));
        switch (random.nextInt(5)) {
            case 0 -> caveats.add(random.nextBoolean() ? "CRYPTO" : "NEVER-HEARD");
            case 1 -> purposes.add("ACSA");
            case 2 -> foreign.add(random.nextBoolean() ? "P1" : "ZZZ");
            case 3 -> classification = classification.highest(Classification.SECRET);
            default -> named.pollFirst();
        }
        return new Label(
                label.policy(),
                classification,
                caveats,
                label.originatorControlled(),
                label.eyesOnly(),
                label.eyesOnly() ? Releasability.ORIGIN_ONLY : Releasability.to(named),
                foreign,
                purposes,
                label.exercise());
    }

    private static Recipient weaker(Recipient to) {
        var level = Math.max(0, to.clearance().level() - 1);
        return new Recipient(to.party(), Classification.values()[level], Set.of(), Set.of());
    }

    private static World cut(World world, LocalDate day, Random random) {
        var cut = new ArrayList<Agreement>();
        for (var agreement : world.agreements()) {
            switch (random.nextInt(3)) {
                case 0 -> cut.add(agreement.ended(day, "test"));
                case 1 -> cut.add(agreement.suspended(day.minusDays(random.nextInt(9)), "test"));
                default -> cut.addAll(random.nextBoolean() ? List.of(agreement) : List.of());
            }
        }
        return world.with(cut.toArray(Agreement[]::new));
    }

    /// Agreements end, are suspended or made, and memberships begin, on that day or after it.
    private static World changedFrom(World world, LocalDate turn, Random random) {
        var agreements = new ArrayList<>(world.agreements());
        agreements.replaceAll(one -> switch (random.nextInt(3)) {
            case 0 -> one.ended() == null ? one.ended(turn, "test") : one;
            case 1 -> one.suspended(turn, "test");
            default -> one;
        });
        agreements.add(anAgreement()
                .inForce(turn.toString())
                .upTo(Classification.TOP_SECRET)
                .build());
        var groups = new ArrayList<>(world.groups());
        groups.add(World.group("FVEY", "USA " + turn, "AUS " + turn));
        return world.with(agreements.toArray(Agreement[]::new)).withGroups(groups);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static List<Set<ReleaseRule>> answers(Rulebook rulebook, Label label, Recipient to, List<LocalDate> days) {
        return days.stream()
                .map(day -> World.failures(rulebook, label, "JPN", to, day, Set.of()))
                .toList();
    }
}
