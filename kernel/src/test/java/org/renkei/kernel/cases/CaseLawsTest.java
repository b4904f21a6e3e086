package org.renkei.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.cases.Case.Told;

/// Three nations talk in one case, now with sense and now without, to all of it or to some; in half of the
/// histories a fourth joins, and often a fifth. What they say arrives late, twice, in any order, or not at all.
class CaseLawsTest {
    private static final List<String> FOUNDERS = List.of("AUS", "JPN", "USA");
    private static final List<String> NATIONS = List.of("AUS", "JPN", "KOR", "PHL", "USA");

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
        whoJoinsHasTheSameCase(all, whole);
        for (var one : NATIONS) {
            var seen = seenBy(one, all);
            var theirs = fold(seen);
            comesInAnyOrder(seen, theirs, random);
            assertThat(theirs.told())
                    .as("what " + one + " holds, stands in the whole in the same order with the same judgement")
                    .isEqualTo(within(whole.told(), seen));
            for (var other : NATIONS) {
                var common = seenBy(other, seen);
                assertThat(fold(common)).isEqualTo(fold(seenBy(one, seenBy(other, all))));
                assertThat(within(theirs.told(), common)).isEqualTo(fold(common).told());
            }
            whatIsOfferedFits(theirs, seen, one, all.size());
        }
    }

    /// Who joined is told of a case by its admission alone, and the whole of it stands alike for all.
    private static void whoJoinsHasTheSameCase(List<Statement> all, Case whole) {
        for (var one : whole.nations()) {
            var theirs = fold(seenBy(one, all));
            assertThat(theirs.nations()).isEqualTo(whole.nations());
            assertThat(theirs.state()).as("state as " + one + " has it").isEqualTo(whole.state());
            assertThat(theirs.closedBy()).isEqualTo(whole.closedBy());
            var opening = theirs.opening();
            assertThat(opening).isNotNull();
            if (!FOUNDERS.contains(one)) {
                assertThat(opening.act()).isEqualTo(Act.ADMIT);
                assertThat(opening.party()).isEqualTo("JPN");
            }
        }
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
        if (now.opening() == null) {
            assertThat(now.waiting()).hasSize(here.size());
            return;
        }
        var counted = new HashSet<>(now.told());
        var later = within(fold(all).told(), here).stream()
                .filter(counted::contains)
                .toList();
        assertThat(later).as("same order and judgement").isEqualTo(now.told());
        assertThat(fold(all).waiting()).isSubsetOf(all);
    }

    /// Whoever says much and mentions many brings nobody to do anything.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsRemarkedMentionedAndEnclosedChangesNothing(long seed) {
        var random = Seeds.random(seed);
        var all = history(random);
        var aside = EnumSet.of(Act.REMARK, Act.ENCLOSE, Act.RECEIPT);
        var with = fold(all);
        var without =
                fold(all.stream().filter(one -> !aside.contains(one.act())).toList());
        assertThat(with.state()).isEqualTo(without.state());
        assertThat(with.phases()).isEqualTo(without.phases());
        assertThat(with.asked()).isEqualTo(without.asked());
        assertThat(with.consultations()).isEqualTo(without.consultations());
        assertThat(with.undertakings()).isEqualTo(without.undertakings());
        assertThat(Duties.of(with)).isEqualTo(Duties.of(without));
        NATIONS.forEach(one -> assertThat(NextSteps.of(with, one)).isEqualTo(NextSteps.of(without, one)));
    }

    private static void comesInAnyOrder(List<Statement> all, Case expected, Random random) {
        for (var i = 0; i < 3; i++) {
            var shuffled = new ArrayList<>(all);
            shuffled.addAll(all.subList(0, random.nextInt(all.size() + 1)));
            Collections.shuffle(shuffled, random);
            assertThat(fold(shuffled)).isEqualTo(expected);
        }
    }

    /// Whatever the desk proposes to one fits when it is said.
    private static void whatIsOfferedFits(Case one, List<Statement> seen, String party, int number) {
        var teller = new Teller();
        for (var step : NextSteps.of(one, party)) {
            var fields = new LinkedHashMap<String, Object>(step.filled());
            if (step.act() == Act.OFFER) {
                fields.remove("quantity");
            }
            fields.put("mark", Teller.mark(5_000));
            var said = teller.say(
                    party,
                    10_000 + number,
                    step.act(),
                    fields,
                    List.of(),
                    step.to().toArray(String[]::new));
            var with = new ArrayList<>(seen);
            with.add(new Statement(
                    new java.util.UUID(7, 7),
                    said.party(),
                    said.time(),
                    said.caseId(),
                    said.mark(),
                    said.act(),
                    said.to(),
                    said.on(),
                    said.mentions(),
                    said.body()));
            assertThat(fold(with).told().getLast().objections())
                    .as(step.toString())
                    .isEmpty();
        }
    }

    static Case fold(Collection<Statement> statements) {
        return CaseFold.fold(Teller.CASE, statements);
    }

    private static List<Statement> seenBy(String party, List<Statement> all) {
        return all.stream().filter(one -> one.to().contains(party)).toList();
    }

    private static List<Told> within(List<Told> told, Collection<Statement> only) {
        var seen = new HashSet<>(only);
        return told.stream().filter(one -> seen.contains(one.statement())).toList();
    }

    private static List<Statement> history(Random random) {
        var teller = new Teller();
        var all = new ArrayList<Statement>();
        all.add(teller.open("JPN", "USA", "AUS"));
        var steps = 4 + random.nextInt(30);
        var joins = random.nextBoolean() ? 1 + random.nextInt(steps) : 0;
        for (var i = 1; i <= steps; i++) {
            if (i == joins) {
                joins(teller, i * 10, "KOR", all, random);
            }
            if (joins > 0 && i == joins + 3) {
                joins(teller, i * 10, "PHL", all, random);
            }
            var speakers = fold(all).nations().stream().sorted().toList();
            var party = speakers.get(random.nextInt(speakers.size()));
            var minute = Math.max(0, i * 10 - (random.nextInt(3) == 0 ? random.nextInt(60) : 0));
            var said = random.nextInt(6) == 0
                    ? remark(teller, party, minute, all, random)
                    : random.nextInt(4) > 0
                            ? sensible(teller, party, minute, all, random)
                            : senseless(teller, party, minute, all, random);
            if (said != null) {
                all.add(said);
            }
        }
        return all;
    }

    /// What others say meanwhile is told to those of whom they knew.
    private static void joins(Teller teller, int minute, String party, List<Statement> all, Random random) {
        var nations = fold(all).nations().stream().sorted().toList();
        var proposer = nations.get(random.nextInt(nations.size()));
        var to = nations.toArray(String[]::new);
        var invited = teller.say(proposer, minute, Act.INVITE, Map.of("party", party), List.of(), to);
        all.add(invited);
        nations.stream()
                .filter(one -> !one.equals(proposer))
                .forEach(one -> all.add(teller.say(one, minute, Act.ASSENT, Map.of(), List.of(invited), to)));
        NextSteps.of(fold(seenBy("JPN", all)), "JPN").stream()
                .filter(step -> step.act() == Act.ADMIT)
                .findFirst()
                .ifPresent(step -> all.add(teller.say(
                        "JPN",
                        minute - random.nextInt(30),
                        Act.ADMIT,
                        step.filled(),
                        List.of(),
                        step.to().toArray(String[]::new))));
    }

    private static Statement sensible(Teller teller, String party, int minute, List<Statement> all, Random random) {
        var heard = seenBy(party, all);
        var steps = NextSteps.of(fold(heard), party).stream()
                .filter(step -> random.nextInt(6) == 0 || step.act() != Act.CLOSE && step.act() != Act.WITHDRAW)
                .toList();
        var answers = steps.stream().filter(step -> step.on() != null).toList();
        var from = answers.isEmpty() || random.nextInt(3) == 0 ? steps : answers;
        if (from.isEmpty()) {
            return null;
        }
        var step = from.get(random.nextInt(from.size()));
        var to = step.everybody() ? step.to() : some(party, step, heard, random);
        var fields = new LinkedHashMap<String, Object>(step.filled());
        if (step.act() == Act.REQUEST && random.nextBoolean()) {
            fields.put("quantity", 1 + random.nextInt(9));
        }
        return teller.say(party, minute, step.act(), fields, List.of(), to.toArray(String[]::new));
    }

    /// On something that was heard, to some of those who were told of it.
    private static Statement remark(Teller teller, String party, int minute, List<Statement> all, Random random) {
        var heard = seenBy(party, all);
        if (heard.isEmpty()) {
            return null;
        }
        var named = heard.get(random.nextInt(heard.size()));
        var to = new TreeSet<>(
                named.to().stream().filter(one -> random.nextBoolean()).toList());
        to.addAll(List.of(party, named.party()));
        var fields = Map.<String, Object>of("mentions", List.of("bocc"));
        return teller.say(party, minute, Act.REMARK, fields, List.of(named), to.toArray(String[]::new));
    }

    /// The writer, the one who is answered, and any of the others.
    private static TreeSet<String> some(String party, NextSteps.Step step, List<Statement> heard, Random random) {
        var to = new TreeSet<String>();
        step.to().stream().filter(one -> random.nextBoolean()).forEach(to::add);
        to.add(party);
        heard.stream().filter(one -> one.record().equals(step.on())).forEach(one -> to.add(one.party()));
        return to;
    }

    private static Statement senseless(Teller teller, String party, int minute, List<Statement> all, Random random) {
        var act = Act.values()[random.nextInt(Act.values().length)];
        var named = all.get(random.nextInt(all.size()));
        var to = new TreeSet<>(
                NATIONS.stream().filter(one -> random.nextBoolean()).toList());
        to.add(random.nextInt(8) == 0 ? "KOR" : party);
        var fields = Map.<String, Object>of("text", "whatever");
        return teller.write(party, minute, act, fields, List.of(named), to.toArray(String[]::new))
                .statement();
    }
}
