package org.renkei.kernel.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.renkei.kernel.agreement.AgreementFixture.anAgreement;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;

/// Every rule fails in `reasons.txt` as narrowly as it can, and says so in both languages.
class ReasonsTest {
    static final World WORLD = World.ofJapan(
            anAgreement()
                    .called("usa")
                    .inForce("2007-08-10")
                    .upTo(Classification.SECRET)
                    .build(),
            anAgreement()
                    .called("aus")
                    .between("JPN", "AUS")
                    .signed("2012-05-17")
                    .inForce("2013-03")
                    .suspended("2019-08-24", "2019-11-22")
                    .ended("2030-01-01")
                    .upTo(Classification.SECRET)
                    .build(),
            anAgreement()
                    .called("gbr")
                    .between("JPN", "GBR")
                    .upTo(Classification.SECRET)
                    .build(),
            anAgreement()
                    .called("kor")
                    .between("JPN", "KOR")
                    .inForce("2016-11-23")
                    .build(),
            anAgreement()
                    .called("fra")
                    .between("JPN", "FRA")
                    .signed("2011-10-24")
                    .build(),
            anAgreement()
                    .called("phl")
                    .between("JPN", "PHL")
                    .about(AgreementType.ACSA)
                    .inForce("2007-08-10")
                    .upTo(Classification.SECRET)
                    .build());
    private static final LocalDate DAY = LocalDate.parse("2020-01-01");

    @ParameterizedTest(name = "{0} to {1} {2} of {3} on {4}: {5}")
    @MethodSource("cases")
    void failsTheseRulesAndExplainsTheFirst(
            String label,
            String party,
            String rights,
            String originator,
            LocalDate day,
            String failed,
            String english,
            String japanese) {
        var reasons = decide(label, World.party(party, rights), originator, day, Set.of())
                .reasons();
        assertThat(reasons.stream().map(Reason::rule)).containsExactlyInAnyOrder(ReleaseRule.values());
        assertThat(reasons.stream()
                        .filter(reason -> !reason.met())
                        .map(reason -> reason.rule().code()))
                .containsExactly(failed.split(" "));
        assertThat(ReasonText.of(reasons.getFirst(), Locale.ENGLISH)).isEqualTo(english);
        assertThat(ReasonText.of(reasons.getFirst(), Locale.JAPANESE)).isEqualTo(japanese);
    }

    @Test
    void everyRuleIsTheFirstToFailSomewhere() throws IOException {
        var first = new HashSet<String>();
        cases().forEach(row -> first.add(row.get()[5].toString().split(" ")[0]));
        assertThat(first)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ReleaseRule.values())
                        .map(ReleaseRule::code)
                        .toList());
    }

    @Test
    void explainsEveryRuleThatHeld() {
        var decision = decide(
                "SECRET//CRYPTO//REL TO USA//FOR ACSA",
                World.party("USA", "SECRET//CRYPTO//FOR ACSA"),
                "JPN",
                DAY,
                Set.of());
        assertThat(decision).isInstanceOf(Decision.Released.class);
        // Who the originator is, is told in words of their own: see below.
        var reasons = decision.reasons().stream()
                .filter(reason -> reason.rule() != ReleaseRule.ORIGINATOR_CONTROL)
                .toList();
        assertThat(reasons.stream().map(reason -> ReasonText.of(reason, Locale.ENGLISH)))
                .containsExactly(
                        "labelled SECRET//CRYPTO//REL TO USA//FOR ACSA",
                        "policy ALLIED is known",
                        "all caveats and purposes are known",
                        "USA is a known party",
                        "not national-eyes-only",
                        "USA is in REL TO",
                        "clearance SECRET of USA covers SECRET",
                        "USA is briefed on [CRYPTO]",
                        "Agreement usa, in force 2007-08-10",
                        "the agreement covers up to SECRET",
                        "no foreign information without consent",
                        "purpose [ACSA] is open to USA");
        assertThat(reasons.stream().map(reason -> ReasonText.of(reason, Locale.JAPANESE)))
                .containsExactly(
                        "区分表示 SECRET//CRYPTO//REL TO USA//FOR ACSA",
                        "規則 ALLIED は既知",
                        "付加区分と目的はすべて既知",
                        "USA は登録済み",
                        "自国限りではない",
                        "開示先に USA を含む",
                        "USA の取扱資格 SECRET は SECRET 以上",
                        "USA は [CRYPTO] の取扱可",
                        "協定usa 2007-08-10 発効",
                        "協定の対象は SECRET まで",
                        "他国情報の制約なし",
                        "目的 [ACSA] は許可");
    }

    @ParameterizedTest
    @EnumSource(ReleaseRule.class)
    void everyFailureHasARemedyAndNothingElseHas(ReleaseRule rule) {
        var label = Label.parse("SECRET//REL TO USA");
        var failed = new Reason(rule, false, null, label, World.party("USA"), false, null, DAY);
        var met = new Reason(rule, true, null, label, World.party("USA"), false, null, DAY);
        assertThat(ReasonText.remedy(failed, Locale.ENGLISH)).isNotBlank().isASCII();
        assertThat(ReasonText.remedy(failed, Locale.JAPANESE))
                .matches(text -> text.chars().anyMatch(c -> c > 0x3000));
        assertThat(ReasonText.remedy(met, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aPartnerIsToldNothingButThatItIsNotReleasable() {
        assertThat(ReasonText.outward(Locale.ENGLISH)).isEqualTo("not releasable");
        assertThat(ReasonText.outward(Locale.JAPANESE)).isEqualTo("開示できません");
    }

    @Test
    void blamesOnlyTheNationThatHasNotConsented() {
        var label = "UNCLASSIFIED//REL TO USA//FGI GBR";
        assertThat(failed(decide(label, World.party("USA"), "AUS", DAY, Set.of("AUS"))))
                .containsExactly(ReleaseRule.FOREIGN_INFORMATION);
        assertThat(failed(decide(label, World.party("USA"), "AUS", DAY, Set.of("GBR"))))
                .containsExactly(ReleaseRule.ORIGINATOR_CONTROL);
    }

    @Test
    void doesNotCallItselfTheOriginatorOfWhatAnotherWrote() {
        var decision = decide("UNCLASSIFIED//PUBLIC", World.party("USA"), "AUS", DAY, Set.of("AUS"));
        assertThat(decision).isInstanceOf(Decision.Released.class);
        assertThat(decision.reasons().stream().map(reason -> ReasonText.of(reason, Locale.ENGLISH)))
                .doesNotContain("this node is the originator");
    }

    @Test
    void doesNotSayThatAPartyWhichIsNamedIsNot() {
        var decision = decide("UNCLASSIFIED//REL TO XXX", World.party("XXX"), "JPN", DAY, Set.of());
        assertThat(failed(decision)).containsExactly(ReleaseRule.PARTY_KNOWN);
    }

    @Test
    void doesNotSayThatSomebodyIsBriefedOnAnUnknownCaveatOrPurpose() {
        var label = "UNCLASSIFIED//NEVER-HEARD//REL TO USA//FOR LEISURE";
        assertThat(failed(decide(label, World.party("USA"), "JPN", DAY, Set.of())))
                .containsExactly(ReleaseRule.CATEGORIES_KNOWN, ReleaseRule.CAVEATS, ReleaseRule.PURPOSE);
    }

    static Stream<Arguments> cases() throws IOException {
        try (var in = ReasonsTest.class.getResourceAsStream("reasons.txt")) {
            var table = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            return table.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> arguments((Object[]) line.split(" \\| ")));
        }
    }

    private static Decision decide(
            String label, Recipient to, String originator, LocalDate day, Set<String> consenting) {
        var rulebook = WORLD.rulebook();
        return new ReleaseDecision(rulebook)
                .decide(
                        label.equals("-") ? null : Label.parse(label),
                        List.of(),
                        originator,
                        rulebook.compile(to),
                        day,
                        consenting);
    }

    private static Set<ReleaseRule> failed(Decision decision) {
        var failed = EnumSet.noneOf(ReleaseRule.class);
        decision.reasons().stream()
                .filter(reason -> !reason.met())
                .map(Reason::rule)
                .forEach(failed::add);
        return failed;
    }
}
