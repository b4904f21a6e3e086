package org.renkei.kernel.relief.moves;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.relief.moves.Move.Told;

/// Three nations speak of one move, now with sense and now without, to all or to some; what they say arrives
/// late, twice, in any order, or not at all.
class MoveLawsTest {
    private static final List<String> NATIONS = List.of("AUS", "JPN", "USA");

    static LongStream seeds() {
        return LongStream.range(0, 1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsNotSeenShiftsNothing(long seed) {
        var random = Seeds.random(seed);
        var all = history(random);
        var whole = fold(all);
        assertThat(whole.told()).as("a history says something").hasSizeGreaterThan(1);
        comesInAnyOrder(all, whole, random);
        for (var one : NATIONS) {
            var seen = seenBy(one, all);
            var theirs = fold(seen);
            comesInAnyOrder(seen, theirs, random);
            assertThat(theirs.told())
                    .as("what " + one + " holds, stands in the whole in the same order with the same judgement")
                    .isEqualTo(within(whole.told(), seen));
            assertThat(theirs.stages()).as("how far it is, is the same for all").isEqualTo(whole.stages());
            assertThat(theirs.status()).isEqualTo(whole.status());
            assertThat(theirs.delay()).isEqualTo(whole.delay());
            assertThat(theirs.received()).isEqualTo(whole.received());
            whatIsOfferedFits(theirs, seen, one);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachNationSaysItsOwnPartAndNothingIsMoreThanWasCarried(long seed) {
        var move = fold(history(Seeds.random(seed)));
        var before = true;
        for (var stage : move.stages()) {
            assertThat(stage.departed() == null || before)
                    .as("no leg departs before the last one arrived")
                    .isTrue();
            assertThat(stage.arrived() == null || stage.departed() != null).isTrue();
            assertThat(stage.departed() != null
                            || !stage.departure().isBefore(stage.leg().departure()))
                    .as("what follows is never expected earlier than planned")
                    .isTrue();
            before = stage.arrived() != null;
        }
        assertThat(move.delivered()).isBetween(0L, move.carried());
        assertThat(move.received()).isBetween(0L, move.carried());
        move.told().stream().filter(Told::fits).map(Told::statement).forEach(said -> {
            switch (said.act()) {
                case PLAN, DEPART, ARRIVE, DELAY, CANCEL ->
                    assertThat(said.party()).isEqualTo("USA");
                case RECEIVE -> assertThat(said.party()).isEqualTo("JPN");
                case NOTE -> assertThat(NATIONS).contains(said.party());
            }
        });
    }

    /// What comes later changes no judgement of what was there, and what waits counts once it may.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsMissingMakesOthersWaitAndNothingElse(long seed) {
        var random = Seeds.random(seed);
        var all = history(random);
        var here = new ArrayList<>(
                all.stream().filter(one -> random.nextInt(4) > 0).toList());
        var now = fold(here);
        assertThat(now.told().size() + now.waiting().size()).isEqualTo(here.size());
        if (now.plan() == null) {
            assertThat(now.waiting()).hasSize(here.size());
            return;
        }
        var counted = new HashSet<>(now.told());
        assertThat(within(fold(all).told(), here).stream().filter(counted::contains))
                .as("same order and judgement")
                .containsExactlyElementsOf(now.told());
    }

    private static void comesInAnyOrder(List<Statement> all, Move expected, Random random) {
        for (var i = 0; i < 3; i++) {
            var shuffled = new ArrayList<>(all);
            shuffled.addAll(all.subList(0, random.nextInt(all.size() + 1)));
            Collections.shuffle(shuffled, random);
            assertThat(fold(shuffled)).isEqualTo(expected);
        }
    }

    /// Whatever the desk proposes to one fits when it is said.
    private static void whatIsOfferedFits(Move move, List<Statement> seen, String party) {
        for (var step : NextSteps.of(move, party)) {
            var said = said(new Dispatcher(move.stages().size()), party, 100_000, step, step.to());
            var next = new Statement(
                    new UUID(7, 7),
                    party,
                    said.time(),
                    said.move(),
                    Dispatcher.mark(5_000),
                    said.act(),
                    said.to(),
                    said.on(),
                    said.legs(),
                    said.body());
            assertThat(MoveFold.against(seen, next)).as(step.toString()).isEmpty();
        }
    }

    private static Statement said(
            Dispatcher dispatcher, String party, int minute, NextSteps.Step step, Collection<String> to) {
        var more = new LinkedHashMap<String, CborValue>();
        step.filled()
                .forEach((name, value) -> more.put(
                        name, value instanceof Long number ? new CborInt(number) : new CborText((String) value)));
        return dispatcher.say(party, minute, step.act(), more, to.toArray(String[]::new));
    }

    private static Move fold(Collection<Statement> statements) {
        return MoveFold.fold(Dispatcher.MOVE, statements);
    }

    private static List<Statement> seenBy(String party, List<Statement> all) {
        return all.stream().filter(one -> one.to().contains(party)).toList();
    }

    private static List<Told> within(List<Told> told, Collection<Statement> only) {
        var seen = new HashSet<>(only);
        return told.stream().filter(one -> seen.contains(one.statement())).toList();
    }

    private static List<Statement> history(Random random) {
        var dispatcher = new Dispatcher(1 + random.nextInt(4));
        var all = new ArrayList<Statement>();
        all.add(dispatcher.planned(Map.of(), NATIONS.toArray(String[]::new)));
        var steps = 4 + random.nextInt(30);
        for (var i = 1; i <= steps; i++) {
            var party = random.nextInt(3) > 0 ? "USA" : NATIONS.get(random.nextInt(3));
            var minute = Math.max(0, i * 40 - (random.nextInt(3) == 0 ? random.nextInt(200) : 0));
            all.add(
                    random.nextInt(4) > 0
                            ? sensible(dispatcher, party, minute, all, random)
                            : senseless(dispatcher, party, minute, all, random));
        }
        return all;
    }

    private static Statement sensible(
            Dispatcher dispatcher, String party, int minute, List<Statement> all, Random random) {
        var steps = NextSteps.of(fold(seenBy(party, all)), party);
        var step = steps.get(random.nextInt(step(steps.size(), random)));
        return said(dispatcher, party, minute, step, step.everybody() ? step.to() : some(party, random));
    }

    /// Mostly what brings the move on, and seldom what ends it.
    private static int step(int most, Random random) {
        return random.nextInt(5) == 0 ? most : Math.min(most, 2);
    }

    private static Statement senseless(
            Dispatcher dispatcher, String party, int minute, List<Statement> all, Random random) {
        var act = Act.values()[random.nextInt(Act.values().length)];
        var named = all.get(random.nextInt(all.size()));
        var to = some(random.nextInt(8) == 0 ? "KOR" : party, random).toArray(String[]::new);
        var names = act.answers().isEmpty()
                ? Map.<String, CborValue>of()
                : Map.<String, CborValue>of("on", new CborText(named.record().toString()));
        return dispatcher.say(party, minute, act, names, to);
    }

    private static TreeSet<String> some(String party, Random random) {
        var to = new TreeSet<>(
                NATIONS.stream().filter(one -> random.nextBoolean()).toList());
        to.add(party);
        return to;
    }
}
