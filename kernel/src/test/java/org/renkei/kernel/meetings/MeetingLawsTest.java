package org.renkei.kernel.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import org.renkei.kernel.meetings.Meeting.Item;
import org.renkei.kernel.meetings.Meeting.Told;

/// Three nations prepare and hold one meeting, now with sense and now without; each tells all, some or
/// nobody of its items, and what they say arrives late, twice, in any order, or not at all.
class MeetingLawsTest {
    private static final List<String> NATIONS = List.of("AUS", "JPN", "USA");
    private static final Instant NOW = Instant.parse("2026-12-02T00:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsNotSeenShiftsNeitherNumberNorOrder(long seed) {
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
            assertThat(theirs.state()).isEqualTo(whole.state());
            assertThat(theirs.schedules()).isEqualTo(whole.schedules());
            assertThat(theirs.agreed()).isEqualTo(whole.agreed());
            assertThat(theirs.items())
                    .as("the agenda of " + one + " is the whole one without what it is not told of")
                    .isEqualTo(whole.items().stream()
                            .filter(item -> item.said().to().contains(one))
                            .map(item -> as(one, item))
                            .toList());
            assertThat(Duties.of(theirs, NOW).stream()
                            .filter(duty -> duty.party().equals(one)))
                    .containsExactlyElementsOf(Duties.of(whole, NOW).stream()
                            .filter(duty -> duty.party().equals(one))
                            .toList());
            whatIsOfferedFits(theirs, seen, one, all.size());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsAgreedThatNotEveryReaderSaid(long seed) {
        var all = history(Seeds.random(seed));
        var whole = fold(all);
        var proposals = new ArrayList<>(whole.schedules());
        whole.items().forEach(item -> {
            proposals.add(item.proposal());
            proposals.addAll(item.outcomes());
        });
        for (var proposal : proposals) {
            var said = new HashSet<>(List.of(proposal.said().party()));
            all.stream()
                    .filter(one -> one.act() == Act.AGREE
                            && one.on().contains(proposal.said().record()))
                    .forEach(one -> said.add(one.party()));
            assertThat(said).containsAll(proposal.agreedBy());
            if (proposal.standing() == Proposal.Standing.AGREED) {
                assertThat(proposal.agreedBy())
                        .containsExactlyInAnyOrderElementsOf(proposal.said().to());
            }
        }
    }

    /// What comes later changes no judgement of what was there, and what waits counts once it may.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsMissingMakesOthersWaitAndNothingElse(long seed) {
        var random = Seeds.random(seed);
        var all = history(random);
        var here = all.stream().filter(one -> random.nextInt(4) > 0).toList();
        var now = fold(here);
        assertThat(now.told().size() + now.waiting().size()).isEqualTo(here.size());
        if (now.opening() != null) {
            var counted = new HashSet<>(now.told());
            assertThat(within(fold(all).told(), here).stream().filter(counted::contains))
                    .as("same order and judgement")
                    .containsExactlyElementsOf(now.told());
        }
    }

    /// A paper may be for fewer than its item.
    private static Item as(String nation, Item item) {
        return new Item(
                item.number(),
                item.proposal(),
                item.position(),
                item.papers().stream()
                        .filter(paper -> paper.to().contains(nation))
                        .toList(),
                item.outcomes(),
                item.outcome());
    }

    private static void comesInAnyOrder(List<Statement> all, Meeting expected, Random random) {
        for (var i = 0; i < 3; i++) {
            var shuffled = new ArrayList<>(all);
            shuffled.addAll(all.subList(0, random.nextInt(all.size() + 1)));
            Collections.shuffle(shuffled, random);
            assertThat(fold(shuffled)).isEqualTo(expected);
        }
    }

    /// Whatever the desk proposes to one fits when it is said.
    private static void whatIsOfferedFits(Meeting one, List<Statement> seen, String party, int number) {
        for (var step : NextSteps.of(one, party)) {
            var said = said(new Clerk(), party, 10_000 + number, step, step.to());
            var next = new Statement(
                    new UUID(7, 7),
                    party,
                    said.time(),
                    said.meeting(),
                    Clerk.mark(5_000),
                    said.act(),
                    said.to(),
                    said.on(),
                    said.body());
            assertThat(MeetingFold.against(seen, next)).as(step.toString()).isEmpty();
        }
    }

    private static Statement said(Clerk clerk, String party, int minute, NextSteps.Step step, Collection<String> to) {
        return clerk.say(party, minute, step.act(), step.filled(), to);
    }

    private static Meeting fold(Collection<Statement> statements) {
        return MeetingFold.fold(Clerk.MEETING, statements);
    }

    private static List<Statement> seenBy(String party, List<Statement> all) {
        return all.stream().filter(one -> one.to().contains(party)).toList();
    }

    private static List<Told> within(List<Told> told, Collection<Statement> only) {
        var seen = new HashSet<>(only);
        return told.stream().filter(one -> seen.contains(one.statement())).toList();
    }

    private static List<Statement> history(Random random) {
        var clerk = new Clerk();
        var all = new ArrayList<Statement>();
        all.add(clerk.called("AUS", "JPN", "USA"));
        var steps = 4 + random.nextInt(30);
        for (var i = 1; i <= steps; i++) {
            var party = NATIONS.get(random.nextInt(3));
            var minute = Math.max(0, i * 10 - (random.nextInt(3) == 0 ? random.nextInt(60) : 0));
            var sense = random.nextInt(4) > 0;
            all.add(sense ? sensible(clerk, party, minute, all, random) : senseless(clerk, party, minute, all, random));
        }
        return all;
    }

    private static Statement sensible(Clerk clerk, String party, int minute, List<Statement> all, Random random) {
        var steps = NextSteps.of(fold(seenBy(party, all)), party).stream()
                .filter(one -> one.act() != Act.CANCEL || random.nextInt(20) == 0)
                .toList();
        if (steps.isEmpty()) {
            return senseless(clerk, party, minute, all, random);
        }
        var step = steps.get(random.nextInt(steps.size()));
        var filled = new LinkedHashMap<>(step.filled());
        if (step.act() == Act.OUTCOME) {
            filled.putAll(Clerk.outcome(Result.values()[random.nextInt(Result.values().length)]));
        }
        if (filled.containsKey("position")) {
            filled.put("position", 1L + random.nextInt(4));
        }
        var to = new TreeSet<>(step.to());
        if (!step.everybody()) {
            to.removeIf(one -> !one.equals(party) && random.nextBoolean());
        }
        return clerk.say(party, minute, step.act(), filled, to);
    }

    private static Statement senseless(Clerk clerk, String party, int minute, List<Statement> all, Random random) {
        var acts = List.of(Act.values()).stream()
                .filter(one -> one != Act.CANCEL && one != Act.HELD || random.nextInt(8) == 0)
                .toList();
        var act = acts.get(random.nextInt(acts.size()));
        var named = all.get(random.nextInt(all.size()));
        var to = new TreeSet<>(
                NATIONS.stream().filter(one -> random.nextBoolean()).toList());
        var writer = random.nextInt(8) == 0 ? "KOR" : party;
        to.add(writer);
        var names = act.answers().isEmpty()
                ? Map.<String, String>of()
                : Map.of("on", named.record().toString());
        return clerk.say(writer, minute, act, names, to);
    }
}
