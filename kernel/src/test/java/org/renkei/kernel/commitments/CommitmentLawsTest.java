package org.renkei.kernel.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import org.renkei.kernel.commitments.Commitment.Told;

/// Three nations speak of one commitment, now with sense and now without, to all or to some; what they say
/// arrives late, twice, in any order, or not at all.
class CommitmentLawsTest {
    private static final List<String> NATIONS = List.of("AUS", "JPN", "USA");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

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
            assertThat(theirs.proposals())
                    .as("where it stands is the same for all")
                    .isEqualTo(whole.proposals());
            assertThat(theirs.agreed()).isEqualTo(whole.agreed());
            assertThat(theirs.due()).isEqualTo(whole.due());
            assertThat(theirs.owners()).isEqualTo(whole.owners());
            assertThat(Duties.of(theirs, TODAY)).isEqualTo(Duties.of(whole, TODAY));
            assertThat(theirs.evidence())
                    .isEqualTo(whole.evidence().stream()
                            .filter(said -> said.to().contains(one))
                            .toList());
            whatIsOfferedFits(theirs, seen, one, all.size());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsAgreedThatNotEveryNationSaid(long seed) {
        var all = history(Seeds.random(seed));
        for (var proposal : fold(all).proposals()) {
            var record = proposal.said().record();
            var said = new HashSet<>(List.of(proposal.said().party()));
            all.stream()
                    .filter(one -> one.act() == Act.AGREE && one.on().contains(record))
                    .forEach(one -> said.add(one.party()));
            assertThat(said).containsAll(proposal.agreedBy());
            if (proposal.standing() == Commitment.Standing.AGREED) {
                assertThat(proposal.agreedBy()).containsExactlyInAnyOrderElementsOf(NATIONS);
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
    }

    private static void comesInAnyOrder(List<Statement> all, Commitment expected, Random random) {
        for (var i = 0; i < 3; i++) {
            var shuffled = new ArrayList<>(all);
            shuffled.addAll(all.subList(0, random.nextInt(all.size() + 1)));
            Collections.shuffle(shuffled, random);
            assertThat(fold(shuffled)).isEqualTo(expected);
        }
    }

    /// Whatever the desk proposes to one fits when it is said.
    private static void whatIsOfferedFits(Commitment one, List<Statement> seen, String party, int number) {
        for (var step : NextSteps.of(one, party)) {
            var said = said(new Secretary(), party, 10_000 + number, step, step.to());
            var next = new Statement(
                    new UUID(7, 7),
                    party,
                    said.time(),
                    said.commitment(),
                    Secretary.mark(5_000),
                    said.act(),
                    said.to(),
                    said.on(),
                    said.body());
            assertThat(CommitmentFold.against(seen, next)).as(step.toString()).isEmpty();
        }
    }

    private static Statement said(
            Secretary secretary, String party, int minute, NextSteps.Step step, Collection<String> to) {
        var more = new LinkedHashMap<String, String>();
        step.filled().forEach((name, value) -> more.put(name, (String) value));
        return secretary.say(party, minute, step.act(), more, to.toArray(String[]::new));
    }

    private static Commitment fold(Collection<Statement> statements) {
        return CommitmentFold.fold(Secretary.COMMITMENT, statements);
    }

    private static List<Statement> seenBy(String party, List<Statement> all) {
        return all.stream().filter(one -> one.to().contains(party)).toList();
    }

    private static List<Told> within(List<Told> told, Collection<Statement> only) {
        var seen = new HashSet<>(only);
        return told.stream().filter(one -> seen.contains(one.statement())).toList();
    }

    private static List<Statement> history(Random random) {
        var secretary = new Secretary();
        var all = new ArrayList<Statement>();
        all.add(secretary.recorded("JPN", "USA", "AUS"));
        var steps = 4 + random.nextInt(30);
        for (var i = 1; i <= steps; i++) {
            var party = NATIONS.get(random.nextInt(3));
            var minute = Math.max(0, i * 10 - (random.nextInt(3) == 0 ? random.nextInt(60) : 0));
            all.add(
                    random.nextInt(4) > 0
                            ? sensible(secretary, party, minute, all, random)
                            : senseless(secretary, party, minute, all, random));
        }
        return all;
    }

    private static Statement sensible(
            Secretary secretary, String party, int minute, List<Statement> all, Random random) {
        var steps = NextSteps.of(fold(seenBy(party, all)), party);
        var step = steps.get(random.nextInt(steps.size()));
        if (step.act() == Act.STATE && random.nextBoolean()) {
            var state = State.values()[random.nextInt(State.values().length)];
            return secretary.state(party, minute, state, NATIONS.toArray(String[]::new));
        }
        var to = step.everybody() ? step.to() : some(party, random);
        return said(secretary, party, minute, step, to);
    }

    private static Statement senseless(
            Secretary secretary, String party, int minute, List<Statement> all, Random random) {
        var act = Act.values()[random.nextInt(Act.values().length)];
        var named = all.get(random.nextInt(all.size()));
        var to = some(random.nextInt(8) == 0 ? "KOR" : party, random).toArray(String[]::new);
        var names = act.answers().isEmpty()
                ? Map.<String, String>of()
                : Map.of("on", named.record().toString());
        return secretary.say(party, minute, act, names, to);
    }

    private static TreeSet<String> some(String party, Random random) {
        var to = new TreeSet<>(
                NATIONS.stream().filter(one -> random.nextBoolean()).toList());
        to.add(party);
        return to;
    }
}
