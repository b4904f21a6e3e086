package org.renkei.kernel.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.agreement.AgreementFixture.anAgreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.review.Cause;
import org.renkei.kernel.review.Circumstances;
import org.renkei.kernel.review.Gate;
import org.renkei.kernel.review.PolicyRule;
import org.renkei.kernel.review.ReleasePolicy;
import org.renkei.kernel.review.Ruling;

/// Policy and rulings only ever hold back.
class GateLawsTest {
    private static final LocalDate DAY = LocalDate.parse("2020-01-01");
    private static final World WORLD = World.ofJapan(anAgreement()
            .between("JPN", "USA")
            .inForce("2007-08-10")
            .upTo(Classification.SECRET)
            .build());
    private static final Recipient TO = World.party("USA");
    private static final Hash NOW = Hash.ofContent("marking".getBytes(UTF_8));
    private static final Hash EARLIER = Hash.ofContent("another marking".getBytes(UTF_8));

    /// One passage, drawn from a seed.
    private record Drawn(
            SharedRecord record,
            Decision decision,
            ReleasePolicy policy,
            Circumstances circumstances,
            @Nullable Ruling ruling,
            boolean holds) {
        Gate.Passage pass() {
            return Gate.pass(decision, policy, circumstances, NOW, ruling, holds);
        }

        boolean fits(PolicyRule rule) {
            var banner = record.banner();
            var atLeast = rule.atLeast();
            return (rule.cause() == Cause.ALWAYS || circumstances.causes().contains(rule.cause()))
                    && (rule.kinds().isEmpty() || rule.kinds().contains(record.kind()))
                    && (rule.parties().isEmpty() || rule.parties().contains("USA"))
                    && (atLeast == null || banner.classification().compareTo(atLeast) >= 0);
        }

        boolean forbids() {
            return policy.rules().stream().anyMatch(rule -> rule.act() == PolicyRule.Act.WITHHOLD && fits(rule));
        }

        boolean asks() {
            return policy.rules().stream().anyMatch(rule -> rule.act() == PolicyRule.Act.REVIEW && fits(rule));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatComesOutIsWithinWhatWentIn(long seed) {
        var drawn = draw(seed);
        var out = drawn.pass().decision();
        var before = form(drawn.record(), drawn.decision());
        var after = form(drawn.record(), out);
        for (var place : SecretRecords.PLACES) {
            if (after.contains(word(place))) {
                assertThat(before).as(place).contains(word(place));
            }
        }
        assertThat(out.leaves() && !drawn.decision().leaves()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasCutIsNotInTheBytes(long seed) {
        var drawn = draw(seed);
        var ruling = drawn.ruling();
        if (ruling != null) {
            var after = form(drawn.record(), drawn.pass().decision());
            for (var place : SecretRecords.PLACES) {
                if (ruling.cuts().stream().anyMatch(cut -> cut.contains(JsonPointer.parse(place)))) {
                    assertThat(after).as(place).doesNotContain(word(place));
                }
            }
        }
    }

    /// Said once more, in other words than the gate's.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void somethingLeavesExactlyWhenNobodyObjects(long seed) {
        var drawn = draw(seed);
        var ruling = drawn.ruling();
        var ruledNow = ruling != null && ruling.released() && ruling.marking().equals(NOW);
        var ruledAgainst = ruling != null && !ruling.released();
        var cutEarlier = ruling != null
                && ruling.released()
                && !ruledNow
                && !ruling.cuts().isEmpty();
        var leaves = drawn.decision().leaves() && !drawn.forbids() && !ruledAgainst;
        var needsOfficer = cutEarlier || drawn.asks() && !drawn.holds();
        var passage = drawn.pass();
        assertThat(passage.decision().leaves()).isEqualTo(leaves && (ruledNow || !needsOfficer));
        assertThat(passage instanceof Gate.Passage.Waiting).isEqualTo(leaves && !ruledNow && needsOfficer);
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    private static Drawn draw(long seed) {
        var random = Seeds.random(seed);
        var record = SecretRecords.record(seed % 97, GateLawsTest::word);
        var rulebook = WORLD.rulebook();
        var decision = new ReleaseDecision(rulebook)
                .decide(record.label(), record.portions(), "JPN", rulebook.compile(TO), DAY, Set.of());
        var rules = new ArrayList<PolicyRule>();
        for (var count = random.nextInt(3); count > 0; count--) {
            rules.add(rule("rule-" + count, record.kind(), random));
        }
        var causes = EnumSet.noneOf(Cause.class);
        for (var cause : Cause.values()) {
            if (cause != Cause.ALWAYS && random.nextBoolean()) {
                causes.add(cause);
            }
        }
        var circumstances =
                new Circumstances(record.kind(), "USA", record.banner().classification(), causes);
        return new Drawn(
                record,
                decision,
                new ReleasePolicy(1, DAY, 10, 1, rules),
                circumstances,
                random.nextBoolean() ? ruling(random) : null,
                random.nextBoolean());
    }

    private static PolicyRule rule(String id, String kind, Random random) {
        var withholds = random.nextInt(4) == 0;
        return new PolicyRule(
                id,
                withholds ? PolicyRule.Act.WITHHOLD : PolicyRule.Act.REVIEW,
                withholds ? Cause.ALWAYS : Cause.values()[random.nextInt(Cause.values().length)],
                Set.of(random.nextInt(4) == 0 ? "AUS" : "USA"),
                random.nextInt(4) == 0 ? Set.of("another") : random.nextBoolean() ? Set.of(kind) : Set.of(),
                random.nextBoolean() ? null : Classification.values()[random.nextInt(Classification.values().length)],
                1 + random.nextInt(2),
                1 + random.nextInt(48));
    }

    private static Ruling ruling(Random random) {
        var cuts = new ArrayList<JsonPointer>();
        for (var place : List.of("/f0", "/f1", "/f2/1", "/f3/name", "/f4")) {
            if (random.nextInt(3) == 0) {
                cuts.add(JsonPointer.parse(place));
            }
        }
        var released = random.nextInt(4) > 0;
        return new Ruling(released, released ? cuts : List.of(), random.nextBoolean() ? NOW : EARLIER);
    }

    private static String form(SharedRecord record, Decision decision) {
        return OutwardForm.of(record, decision, 1, id -> false)
                .map(form -> new String(RecordCodec.encode(form), ISO_8859_1))
                .orElse("");
    }

    private static String word(String place) {
        return "secret of " + place.replace("/", " ") + ".";
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aWiderMarkingIsADowngradeAndANarrowerOneIsNot(long seed) {
        var random = Seeds.random(seed);
        var one = SecretRecords.record(random.nextInt(97), GateLawsTest::word);
        var other = SecretRecords.record(random.nextInt(97), GateLawsTest::word);
        var narrower = one.banner().combine(other.banner());
        assertThat(isDowngrade(one, one.banner())).isFalse();
        assertThat(isDowngrade(one, narrower)).isEqualTo(!narrower.equals(one.banner()));
    }

    private static boolean isDowngrade(SharedRecord record, Label before) {
        return Circumstances.of(record, "USA", before, List.of(), false, false)
                .causes()
                .contains(Cause.DOWNGRADE);
    }
}
