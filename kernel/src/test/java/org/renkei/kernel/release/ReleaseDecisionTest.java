package org.renkei.kernel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.Otherwise;
import org.renkei.kernel.record.Portion;

class ReleaseDecisionTest {
    private static final World WORLD = ReasonsTest.WORLD;
    private static final LocalDate DAY = LocalDate.parse("2020-01-01");
    private static final UUID RECORD = UUID.fromString("01541fb8-6950-7abc-8def-0123456789ab");

    /// To the United States, cleared for all, under an agreement up to SECRET. Portions are written `/place=label`.
    @ParameterizedTest(name = "{0} with {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
        SECRET//REL TO USA         |                                                          | released      |
        SECRET//REL TO USA         | /a=SECRET//REL TO USA                                    | released      |
        SECRET//REL TO USA         | /a=SECRET//REL TO AUS                                    | redacted      | /a
        SECRET//REL TO USA         | /a=SECRET; /b=SECRET//REL TO USA; /c=TOP SECRET          | redacted      | /a /c
        SECRET//REL TO USA         | /a=SECRET//EYES ONLY                                     | redacted      | /a
        SECRET//REL TO USA         | /a=//XYZ UNCLASSIFIED//PUBLIC                            | redacted      | /a
        SECRET//REL TO USA         | /a=UNCLASSIFIED//REL TO USA//FGI AUS                     | redacted      | /a
        SECRET//REL TO AUS         |                                                          | withheld      |
        SECRET//REL TO AUS         | /a=SECRET//REL TO AUS                                    | withheld      |
        SECRET//REL TO AUS         | /a=SECRET//REL TO USA                                    | only portions |
        SECRET//REL TO AUS         | /a=SECRET//REL TO USA; /b=SECRET//REL TO AUS             | only portions | /b
        TOP SECRET//REL TO USA     | /a=SECRET//REL TO USA                                    | only portions |
        SECRET//EYES ONLY          | /a=UNCLASSIFIED//PUBLIC                                  | withheld      |
        //XYZ SECRET//REL TO USA   | /a=UNCLASSIFIED//PUBLIC                                  | withheld      |
        SECRET//ATOMAL//REL TO USA | /a=UNCLASSIFIED//PUBLIC                                  | withheld      |
        SECRET//REL TO USA//FOR BMD | /a=UNCLASSIFIED//PUBLIC                                 | withheld      |
        SECRET//REL TO USA//FGI AUS |                                                         | needs review  |
        SECRET//REL TO USA//FGI AUS | /a=UNCLASSIFIED//PUBLIC                                 | needs review  |
        SECRET//REL TO USA//FGI AUS | /a=TOP SECRET                                           | needs review  |
        SECRET//REL TO AUS//FGI AUS |                                                         | withheld      |
        SECRET//REL TO AUS//FGI AUS | /a=UNCLASSIFIED//PUBLIC                                 | withheld      |
        -                          |                                                          | withheld      |
        -                          | /a=UNCLASSIFIED//PUBLIC                                  | withheld      |
        """)
    void decidesTheWholeAndEachPortion(String label, String portions, String outcome, String redacted) {
        var decision = decide(label, portions(portions), "JPN", World.party("USA"), Set.of());
        assertThat(word(decision)).isEqualTo(outcome);
        assertThat(decision.leaves()).isEqualTo(!outcome.equals("withheld") && !outcome.equals("needs review"));
        assertThat(decision.party()).isEqualTo("USA");
        assertThat(decision.asOf()).isEqualTo(DAY);
        if (decision instanceof Decision.Redacted redactions) {
            assertThat(redactions.redactions().stream().map(one -> one.at().toString()))
                    .containsExactly(redacted == null ? new String[0] : redacted.split(" "));
        }
    }

    @ParameterizedTest(name = "{0} of {1}, consent {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        UNCLASSIFIED//REL TO USA//FGI AUS      | JPN |         | needs review
        UNCLASSIFIED//REL TO USA//FGI AUS      | JPN | AUS     | released
        UNCLASSIFIED//REL TO USA//FGI AUS      | JPN | GBR     | needs review
        UNCLASSIFIED//REL TO USA//FGI AUS      | JPN | JPN USA | needs review
        UNCLASSIFIED//REL TO USA//FGI AUS, GBR | JPN | AUS     | needs review
        UNCLASSIFIED//REL TO USA//FGI AUS, GBR | JPN | AUS GBR | released
        UNCLASSIFIED//REL TO USA//FGI USA      | JPN |         | released
        UNCLASSIFIED//REL TO USA//FGI AUS, USA | JPN |         | needs review
        UNCLASSIFIED//REL TO USA//FGI JPN      | JPN |         | released
        UNCLASSIFIED//REL TO USA//FGI ZZZ      | JPN | ZZZ     | needs review
        UNCLASSIFIED//PUBLIC                   | AUS |         | needs review
        UNCLASSIFIED//PUBLIC                   | AUS | JPN     | needs review
        UNCLASSIFIED//PUBLIC                   | AUS | AUS     | released
        UNCLASSIFIED//PUBLIC                   | USA |         | released
        UNCLASSIFIED//PUBLIC                   | ZZZ | ZZZ     | needs review
        UNCLASSIFIED//REL TO USA//FGI GBR      | AUS | AUS     | needs review
        UNCLASSIFIED//REL TO USA//FGI GBR      | AUS | GBR     | needs review
        UNCLASSIFIED//REL TO USA//FGI GBR      | AUS | AUS GBR | released
        UNCLASSIFIED//REL TO GBR               | AUS | AUS     | withheld
        UNCLASSIFIED//ORCON//REL TO USA        | AUS |         | needs review
        """)
    void needsTheConsentOfEveryNationWhoseInformationItIs(
            String label, String originator, String consenting, String outcome) {
        var nations = consenting == null ? Set.<String>of() : Set.of(consenting.split(" "));
        assertThat(word(decide(label, List.of(), originator, World.party("USA"), nations)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} revision {1} to {2} on {3}: {4}")
    @CsvSource({
        "01541fb8-6950-7abc-8def-0123456789ab, 3, USA, 2016-04-14, false",
        "01541fb8-6950-7abc-8def-0123456789ab, 3, USA, 2016-04-15, true",
        "01541fb8-6950-7abc-8def-0123456789ab, 3, USA, 2016-05-14, true",
        "01541fb8-6950-7abc-8def-0123456789ab, 3, USA, 2016-05-15, false",
        "01541fb8-6950-7abc-8def-0123456789ab, 4, USA, 2016-04-15, false",
        "01541fb8-6950-7abc-8def-0123456789ab, 2, USA, 2016-04-15, false",
        "01541fb8-6950-7abc-8def-0123456789ab, 3, GBR, 2016-04-15, false",
        "01541fb8-6950-7abc-8def-0123456789ac, 3, USA, 2016-04-15, false"
    })
    void aConsentIsForOneRevisionOneRecipientAndATime(
            UUID record, int revision, String party, LocalDate day, boolean allowed) {
        var consent =
                new Consent("AUS", RECORD, 3, "USA", LocalDate.parse("2016-04-15"), LocalDate.parse("2016-05-15"));
        assertThat(consent.allows(record, revision, party, day)).isEqualTo(allowed);
    }

    @Test
    void anUnknownPartyGetsNotEvenAPublicPortion() {
        var portions = portions("/a=UNCLASSIFIED//PUBLIC");
        for (var label : List.of("UNCLASSIFIED//PUBLIC", "UNCLASSIFIED//REL TO XXX", "SECRET//REL TO USA")) {
            assertThat(word(decide(label, portions, "JPN", World.party("XXX"), Set.of())))
                    .isEqualTo("withheld");
        }
    }

    @Test
    void everyRuleIsNamedForTheWholeAndForEachPortionFailedOnesFirst() {
        var decision = decide(
                "SECRET//REL TO USA",
                portions("/a=SECRET//EYES ONLY; /b/0=UNCLASSIFIED//PUBLIC"),
                "JPN",
                World.party("USA"),
                Set.of());
        assertThat(decision.reasons()).hasSize(3 * 13);
        assertThat(decision.reasons().stream().map(Reason::met)).isSortedAccordingTo(Boolean::compare);
        for (var place : Arrays.asList(null, "/a", "/b/0")) {
            var wanted = place == null ? null : JsonPointer.parse(place);
            assertThat(decision.reasons().stream()
                            .filter(reason -> Objects.equals(reason.portion(), wanted))
                            .map(Reason::rule))
                    .containsExactlyInAnyOrder(ReleaseRule.values());
        }
        for (var reason : decision.reasons()) {
            var byAgreement = Set.of(ReleaseRule.AGREEMENT_IN_FORCE, ReleaseRule.AGREEMENT_CEILING)
                    .contains(reason.rule());
            assertThat(reason.agreement() != null).isEqualTo(byAgreement);
            assertThat(reason.recipient().party()).isEqualTo("USA");
            assertThat(reason.asOf()).isEqualTo(DAY);
        }
    }

    @Test
    void theThirdPartyRuleIsSaidOfEachPortionToo() {
        var decision = decide(
                "UNCLASSIFIED//PUBLIC", portions("/a=UNCLASSIFIED//PUBLIC"), "AUS", World.party("USA"), Set.of());
        assertThat(decision.reasons().stream()
                        .filter(reason -> !reason.met() && reason.portion() != null)
                        .map(Reason::rule))
                .containsExactly(ReleaseRule.ORIGINATOR_CONTROL);
    }

    /// Each of 64 caveats has a place of its own, the last as good as the first.
    @Test
    void holdsSixtyFourCaveatsAndPurposesAndRefusesMore() {
        var words = new HashSet<String>();
        for (var i = 0; i < 64; i++) {
            words.add("C" + i);
        }
        var policy = new SecurityPolicy("ALLIED", words, words);
        var rulebook = new Rulebook("JPN", List.of(policy), Set.of("JPN", "USA"), List.of(), List.of());
        for (var word : words) {
            var allOthers = new HashSet<>(words);
            allOthers.remove(word);
            var to = rulebook.compile(new Recipient("USA", World.party("USA").clearance(), allOthers, allOthers));
            var caveat = rulebook.compile(Label.parse("UNCLASSIFIED//" + word + "//REL TO USA"));
            var purpose = rulebook.compile(Label.parse("UNCLASSIFIED//REL TO USA//FOR " + word));
            assertThat(World.rules(rulebook.failures(caveat, to, 0))).containsExactly(ReleaseRule.CAVEATS);
            assertThat(World.rules(rulebook.failures(purpose, to, 0))).containsExactly(ReleaseRule.PURPOSE);
        }
        var more = new SecurityPolicy("NATO", Set.of("ONE-MORE"), Set.of());
        assertThatThrownBy(() -> new Rulebook("JPN", List.of(policy, more), Set.of(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("more than 64 caveats in all policies together");
    }

    private static Decision decide(
            String label, List<Portion> portions, String originator, Recipient to, Set<String> consenting) {
        var rulebook = WORLD.rulebook();
        return new ReleaseDecision(rulebook)
                .decide(
                        label.equals("-") ? null : Label.parse(label),
                        portions,
                        originator,
                        rulebook.compile(to),
                        DAY,
                        consenting);
    }

    private static String word(Decision decision) {
        return decision instanceof Decision.Redacted redacted && redacted.onlyPortions()
                ? "only portions"
                : decision.word().replace('-', ' ');
    }

    private static List<Portion> portions(String written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.split("; "))
                        .map(one -> one.split("=", 2))
                        .map(one -> new Portion(JsonPointer.parse(one[0]), Label.parse(one[1]), Otherwise.REMOVE))
                        .toList();
    }
}
