package org.renkei.kernel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementState;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.agreement.PartialDate;
import org.renkei.kernel.agreement.Suspension;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.release.Group.Membership;

/// The prepared decision against a second one, written rule by rule from the words of the rules, over seeded worlds of
/// seventy parties, groups whose members come and go, and agreements that begin, pause and end.
class RulebookLawsTest {
    private static final List<String> PARTIES = IntStream.range(0, 70)
            .mapToObj(i -> "P" + (char) ('A' + i / 26) + (char) ('A' + i % 26))
            .toList();
    private static final String ORIGIN = PARTIES.getFirst();
    private static final List<String> CAVEATS = List.of("IRIS", "LOTUS", "PLUM");
    private static final List<String> PURPOSES = List.of("RELIEF", "DRILL");
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void failsTheSameRulesAsTheSecondImplementation(long seed) {
        var random = new Random(seed);
        List<Group> groups = groups(random);
        List<Agreement> agreements = agreements(random);
        var policy = new SecurityPolicy(Label.ALLIED, Set.copyOf(CAVEATS.subList(0, 2)), Set.copyOf(PURPOSES));
        var rulebook = new Rulebook(ORIGIN, List.of(policy), PARTIES, groups, agreements);
        for (int i = 0; i < 200; i++) {
            Label label = label(random, groups);
            Recipient recipient = recipient(random);
            LocalDate day = random.nextInt(20) == 0 ? LocalDate.of(1800, 1, 1) : day(random);
            int failures =
                    rulebook.failures(rulebook.compile(label), rulebook.compile(recipient), (int) day.toEpochDay());
            var expected = second(label, recipient, day, policy, groups, agreements);
            assertThat(rules(failures))
                    .as("%s to %s on %s", label, recipient, day)
                    .isEqualTo(expected);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static Set<ReleaseRule> second(
            Label label,
            Recipient to,
            LocalDate day,
            SecurityPolicy policy,
            List<Group> groups,
            List<Agreement> agreements) {
        var failed = EnumSet.noneOf(ReleaseRule.class);
        boolean known = PARTIES.contains(to.party());
        fail(failed, ReleaseRule.PARTY_KNOWN, !known);
        fail(failed, ReleaseRule.EYES_ONLY, label.eyesOnly());
        boolean defined = policy.caveats().containsAll(label.caveats())
                && policy.purposes().containsAll(label.purposes());
        fail(failed, ReleaseRule.CATEGORIES_KNOWN, !defined);
        fail(failed, ReleaseRule.RELEASABLE_TO, !named(label, to.party(), day, groups, known));
        fail(failed, ReleaseRule.LEVEL, label.classification().compareTo(to.clearance()) > 0);
        // A caveat that no policy defines is told by its own rule.
        var caveats = new TreeSet<>(label.caveats());
        caveats.retainAll(policy.caveats());
        fail(failed, ReleaseRule.CAVEATS, !to.caveats().containsAll(caveats));
        fail(failed, ReleaseRule.PURPOSE, !to.purposes().containsAll(label.purposes()));
        if (label.classification().isClassified()) {
            var inForce = agreements.stream()
                    .filter(agreement -> agreement.type() == AgreementType.INFORMATION_PROTECTION)
                    .filter(agreement -> !to.party().equals(ORIGIN) && agreement.isBetween(ORIGIN, to.party()))
                    .filter(agreement -> agreement.stateOn(day) == AgreementState.IN_FORCE)
                    .toList();
            fail(failed, ReleaseRule.AGREEMENT_IN_FORCE, inForce.isEmpty());
            fail(
                    failed,
                    ReleaseRule.AGREEMENT_CEILING,
                    inForce.stream().noneMatch(agreement -> covers(agreement, label)));
        }
        fail(
                failed,
                ReleaseRule.FOREIGN_INFORMATION,
                label.foreign().stream().anyMatch(nation -> !nation.equals(ORIGIN) && !nation.equals(to.party())));
        return failed;
    }

    private static boolean covers(Agreement agreement, Label label) {
        return agreement.ceiling() != null && agreement.ceiling().compareTo(label.classification()) >= 0;
    }

    private static boolean named(Label label, String party, LocalDate day, List<Group> groups, boolean known) {
        return switch (label.releasability()) {
            case Releasability.Everyone() -> true;
            case Releasability.To(var codes) ->
                known
                        && (codes.contains(party)
                                || groups.stream()
                                        .anyMatch(group -> codes.contains(group.code()) && group.holds(party, day)));
        };
    }

    private static void fail(Set<ReleaseRule> failed, ReleaseRule rule, boolean fails) {
        if (fails) {
            failed.add(rule);
        }
    }

    private static Set<ReleaseRule> rules(int bits) {
        var rules = EnumSet.allOf(ReleaseRule.class);
        rules.removeIf(rule -> !rule.isIn(bits));
        return rules;
    }

    private static Label label(Random random, List<Group> groups) {
        var names = new ArrayList<>(some(random, PARTIES, random.nextInt(25)));
        names.addAll(some(random, groups.stream().map(Group::code).toList(), random.nextInt(2)));
        boolean open = random.nextInt(10) == 0;
        boolean eyesOnly = !open && names.isEmpty() && random.nextBoolean();
        var none = new TreeSet<String>();
        return new Label(
                Label.ALLIED,
                open ? Classification.UNCLASSIFIED : Classification.values()[random.nextInt(5)],
                open ? none : some(random, CAVEATS, random.nextInt(3)),
                false,
                eyesOnly,
                open ? Releasability.PUBLIC : Releasability.to(eyesOnly ? List.of() : names),
                open ? none : some(random, PARTIES, random.nextInt(8) / 7),
                some(random, PURPOSES, random.nextInt(2)),
                false);
    }

    private static Recipient recipient(Random random) {
        String party = random.nextInt(20) == 0 ? "STRANGER" : PARTIES.get(random.nextInt(12));
        return new Recipient(
                party,
                Classification.values()[random.nextInt(5)],
                some(random, CAVEATS, random.nextInt(4)),
                some(random, PURPOSES, random.nextInt(3)));
    }

    private static List<Group> groups(Random random) {
        return IntStream.range(0, 3)
                .mapToObj(i -> new Group(
                        "GROUP-" + i,
                        IntStream.range(0, 12).mapToObj(j -> membership(random)).toList()))
                .toList();
    }

    private static Membership membership(Random random) {
        LocalDate from = day(random);
        String party = random.nextInt(12) == 0 ? "STRANGER" : PARTIES.get(random.nextInt(12));
        return new Membership(party, from, random.nextBoolean() ? from.plusDays(random.nextInt(2000)) : null);
    }

    private static List<Agreement> agreements(Random random) {
        return IntStream.range(0, 20).mapToObj(i -> agreement(random, i)).toList();
    }

    private static Agreement agreement(Random random, int number) {
        LocalDate from = day(random);
        List<Suspension> suspensions = random.nextInt(3) == 0
                ? List.of(new Suspension(from.plusDays(300), from.plusDays(300 + random.nextInt(900)), "review"))
                : List.of();
        return new Agreement(
                "agreement-" + number,
                random.nextInt(5) == 0 ? AgreementType.ACSA : AgreementType.INFORMATION_PROTECTION,
                "Agreement",
                "協定",
                Set.of(ORIGIN, PARTIES.get(1 + random.nextInt(11))),
                null,
                random.nextInt(6) == 0
                        ? null
                        : PartialDate.parse(from.toString().substring(0, 4 + 3 * random.nextInt(3))),
                random.nextInt(4) == 0 ? from.plusDays(random.nextInt(4000)) : null,
                null,
                suspensions,
                random.nextInt(6) == 0 ? null : Classification.values()[1 + random.nextInt(4)],
                "made for tests",
                1);
    }

    private static LocalDate day(Random random) {
        return FIRST_DAY.plusDays(random.nextInt(9000));
    }

    private static TreeSet<String> some(Random random, List<String> from, int count) {
        var chosen = new TreeSet<String>();
        for (int i = 0; i < count; i++) {
            chosen.add(from.get(random.nextInt(from.size())));
        }
        return chosen;
    }
}
