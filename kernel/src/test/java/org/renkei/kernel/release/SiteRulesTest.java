package org.renkei.kernel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.record.RecordFixture.aRecord;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.kernel.label.Label;

/// A site of the own nation needs no agreement and no REL TO; what it is cleared for counts as for everybody.
class SiteRulesTest {
    private static final LocalDate DAY = LocalDate.parse("2020-01-01");
    private static final String SITE = "JPN/kumamoto-jcp";
    private static final World JAPAN = World.ofJapan();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RESTRICTED                       | CONFIDENTIAL              | ",
                "RESTRICTED//EYES ONLY            | CONFIDENTIAL              | ",
                "CONFIDENTIAL//REL TO USA         | CONFIDENTIAL              | ",
                "UNCLASSIFIED//PUBLIC             | UNCLASSIFIED              | ",
                "SECRET                           | CONFIDENTIAL              | level",
                "SECRET//EYES ONLY                | CONFIDENTIAL              | level",
                "RESTRICTED//CRYPTO               | CONFIDENTIAL              | caveats",
                "RESTRICTED//CRYPTO               | CONFIDENTIAL//CRYPTO      | ",
                "RESTRICTED//FOR ACSA             | CONFIDENTIAL//FOR RELIEF  | purpose",
                "RESTRICTED//FOR RELIEF           | CONFIDENTIAL//FOR RELIEF  | ",
                "RESTRICTED//FGI AUS              | CONFIDENTIAL              | foreign-information",
                "//XYZ RESTRICTED                 | CONFIDENTIAL              | policy-known categories-known",
            })
    void goesByWhatTheSiteIsClearedFor(String label, String rights, String failed) {
        var decision = decide(Label.parse(label), World.party(SITE, rights));
        assertThat(decision.party()).isEqualTo(SITE);
        assertThat(String.join(
                        " ",
                        decision.reasons().stream()
                                .filter(reason -> !reason.met())
                                .map(reason -> reason.rule().code())
                                .toList()))
                .isEqualTo(failed == null ? "" : failed);
        assertThat(decision.leaves()).isEqualTo(failed == null);
    }

    @Test
    void aThingWithoutLabelGoesToNoSite() {
        var rulebook = JAPAN.rulebook();
        assertThat(World.rules(rulebook.failures(
                        rulebook.compile((Label) null), rulebook.compile(World.party(SITE)), (int) DAY.toEpochDay())))
                .isEqualTo(EnumSet.allOf(ReleaseRule.class));
    }

    @Test
    void saysInBothLanguagesWhyTheRulesBetweenNationsDoNotStandInTheWay() {
        var reasons = decide(Label.parse("SECRET//EYES ONLY"), World.party(SITE, "CONFIDENTIAL"))
                .reasons();
        assertThat(reasons.stream().map(reason -> ReasonText.of(reason, Locale.ENGLISH)))
                .contains(
                        "clearance CONFIDENTIAL of JPN/kumamoto-jcp is below SECRET",
                        "national eyes only: JPN/kumamoto-jcp is a site of the own nation",
                        "JPN/kumamoto-jcp is a site of the own nation: REL TO is about others",
                        "own nation: no agreement needed");
        assertThat(reasons.stream().map(reason -> ReasonText.of(reason, Locale.JAPANESE)))
                .contains(
                        "JPN/kumamoto-jcp の取扱資格 CONFIDENTIAL は SECRET に満たない",
                        "自国限り: JPN/kumamoto-jcp は自国の拠点",
                        "JPN/kumamoto-jcp は自国の拠点（開示先の指定は不要）",
                        "自国の拠点: 協定は不要");
    }

    @Test
    void aSecondNodeOfAnotherNationGoesByThatNationsAgreement() {
        var decision = decide(Label.parse("RESTRICTED//REL TO USA"), World.party("USA/camp-zama"));
        assertThat(decision.reasons().stream().filter(reason -> !reason.met()).map(Reason::rule))
                .containsExactly(ReleaseRule.AGREEMENT_IN_FORCE, ReleaseRule.AGREEMENT_CEILING);
        assertThat(decide(Label.parse("UNCLASSIFIED//REL TO USA"), World.party("USA/camp-zama"))
                        .leaves())
                .isTrue();
    }

    /// The site answers for the record within the nation, so it has to know for whom it was meant.
    @Test
    void aSiteSeesTheLabelWhole() {
        var record = aRecord().labelled("RESTRICTED//REL TO AUS, USA").build();
        var decision = decide(record.label(), World.party(SITE));
        assertThat(OutwardForm.of(record, decision, 1, id -> true).orElseThrow().label())
                .isEqualTo(record.label());
        var abroad = decide(Label.parse("UNCLASSIFIED//REL TO AUS, USA"), World.party("USA"));
        var open = aRecord().labelled("UNCLASSIFIED//REL TO AUS, USA").build();
        assertThat(OutwardForm.of(open, abroad, 1, id -> true)
                        .orElseThrow()
                        .label()
                        .text())
                .isEqualTo("UNCLASSIFIED//REL TO JPN, USA");
    }

    private static Decision decide(Label label, Recipient to) {
        var rulebook = JAPAN.rulebook();
        return new ReleaseDecision(rulebook).decide(label, List.of(), "JPN", rulebook.compile(to), DAY, Set.of());
    }
}
