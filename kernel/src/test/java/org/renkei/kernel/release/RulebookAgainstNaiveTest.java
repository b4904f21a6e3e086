package org.renkei.kernel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.agreement.AgreementFixture.anAgreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;

/// The rulebook against the second implementation: a small world whole, and many random ones. Where a label's words are
/// not defined at all, what each word would have meant is not compared; both consent rules are compared as one here and
/// each by itself in [ReasonsTest].
class RulebookAgainstNaiveTest {
    private static final List<LocalDate> DAYS = List.of(LocalDate.parse("2019-09-01"), LocalDate.parse("2023-07-01"));

    @ParameterizedTest(name = "agreement {0}")
    @ValueSource(
            strings = {"none", "unknown", "CONFIDENTIAL", "TOP SECRET", "no ceiling", "suspended", "ended", "acsa"})
    void agreesOverAWholeSmallWorld(String agreement) {
        var world = World.ofJapan(agreements(agreement));
        var rulebook = world.rulebook();
        var compared = 0;
        for (var label : labels()) {
            for (var originator : List.of("JPN", "AUS")) {
                var compiled = rulebook.compile(label, originator);
                for (var to : recipients()) {
                    var recipient = rulebook.compile(to);
                    for (var day : DAYS) {
                        for (var consenting : List.of(Set.<String>of(), Set.of("AUS"))) {
                            var actual = World.rules(
                                    rulebook.failures(compiled, recipient, (int) day.toEpochDay(), consenting));
                            var expected = NaiveRules.failures(world, label, originator, to, day, consenting);
                            if (!comparable(actual).equals(comparable(expected))) {
                                assertThat(actual)
                                        .as("%s of %s for %s on %s, consent %s", label, originator, to, day, consenting)
                                        .isEqualTo(expected);
                            }
                            compared++;
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesOverRandomWorlds(long seed) {
        var random = Seeds.random(seed);
        var world = RandomWorlds.world(random);
        var rulebook = world.rulebook();
        for (var i = 0; i < 40; i++) {
            var label = RandomWorlds.label(random, world);
            var originator = random.nextInt(3) == 0 ? RandomWorlds.party(random, world) : "JPN";
            var to = RandomWorlds.recipient(random, world);
            var day = RandomWorlds.day(random);
            var consenting = random.nextBoolean() ? Set.<String>of() : Set.copyOf(List.of(originator, "USA", "NOBODY"));
            assertThat(comparable(World.failures(rulebook, label, originator, to, day, consenting)))
                    .as("%s of %s for %s on %s", label, originator, to, day)
                    .isEqualTo(comparable(NaiveRules.failures(world, label, originator, to, day, consenting)));
        }
    }

    @Test
    void randomWorldsHoldBothAnswers() {
        var random = Seeds.random(1);
        var permitted = 0;
        for (var i = 0; i < 1000; i++) {
            var world = RandomWorlds.world(random);
            var failed = world.failures(
                    RandomWorlds.label(random, world),
                    "JPN",
                    RandomWorlds.recipient(random, world),
                    RandomWorlds.day(random),
                    Set.of());
            permitted += failed.isEmpty() ? 1 : 0;
        }
        assertThat(permitted).isBetween(50, 950);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static Set<ReleaseRule> comparable(Set<ReleaseRule> failed) {
        var rules = EnumSet.noneOf(ReleaseRule.class);
        rules.addAll(failed);
        if (rules.contains(ReleaseRule.CATEGORIES_KNOWN)) {
            rules.removeAll(Set.of(ReleaseRule.CAVEATS, ReleaseRule.PURPOSE));
        }
        if (rules.remove(ReleaseRule.ORIGINATOR_CONTROL)) {
            rules.add(ReleaseRule.FOREIGN_INFORMATION);
        }
        return rules;
    }

    private static Agreement[] agreements(String kind) {
        var usual = anAgreement().between("JPN", "USA").inForce("2007-08-10").upTo(Classification.TOP_SECRET);
        return switch (kind) {
            case "none" -> new Agreement[0];
            case "unknown" ->
                new Agreement[] {
                    anAgreement()
                            .between("JPN", "USA")
                            .upTo(Classification.SECRET)
                            .build()
                };
            case "no ceiling" -> new Agreement[] {usual.upTo(null).build()};
            case "suspended" ->
                new Agreement[] {usual.suspended("2019-08-24", "2019-11-22").build()};
            case "ended" -> new Agreement[] {usual.ended("2023-07-01").build()};
            case "acsa" -> new Agreement[] {usual.about(AgreementType.ACSA).build()};
            default -> new Agreement[] {usual.upTo(Classification.parse(kind)).build()};
        };
    }

    private static List<Label> labels() {
        var labels = new ArrayList<Label>();
        for (var head : List.of("UNCLASSIFIED", "TOP SECRET", "//NATO CONFIDENTIAL", "//MIXED SECRET")) {
            for (var caveats : List.of("", "//CRYPTO", "//ATOMAL/NEVER-HEARD")) {
                for (var release : List.of("", "//REL TO USA", "//REL TO AUS, SQUAD", "//EYES ONLY", "//PUBLIC")) {
                    for (var foreign : List.of("", "//FGI AUS, JPN", "//FGI ZZZ")) {
                        for (var purposes : List.of("", "//FOR RELIEF", "//FOR LEISURE")) {
                            var restricted = !head.equals("UNCLASSIFIED") || !caveats.isEmpty() || !foreign.isEmpty();
                            if (!release.equals("//PUBLIC") || !restricted) {
                                labels.add(Label.parse(head + caveats + release + foreign + purposes));
                            }
                        }
                    }
                }
            }
        }
        return labels;
    }

    private static List<Recipient> recipients() {
        var recipients = new ArrayList<Recipient>();
        for (var party : new TreeSet<>(Set.of("USA", "AUS", "JPN", "XXX"))) {
            recipients.add(World.party(party));
            recipients.add(World.party(party, "CONFIDENTIAL//CRYPTO"));
        }
        return recipients;
    }
}
