package org.renkei.kernel.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

class LabelTextTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parsingGivesBackWhatWasPrinted(long seed) {
        var label = RandomLabels.label(Seeds.random(seed));
        assertThat(Label.parse(label.text())).isEqualTo(label);
        assertThat(Label.parse(label.text()).text()).isEqualTo(label.text());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        UNCLASSIFIED                                     | UNCLASSIFIED
        UNCLASSIFIED//PUBLIC                             | UNCLASSIFIED//PUBLIC
        TOP_SECRET                                       | TOP SECRET
        SECRET//REL TO USA,JPN                           | SECRET//REL TO JPN, USA
        SECRET // REL TO JPN , USA // ORCON              | SECRET//ORCON//REL TO JPN, USA
        SECRET//REL TO JPN//CRYPTO/BOHEMIA               | SECRET//BOHEMIA/CRYPTO//REL TO JPN
        SECRET//EXERCISE//EYES ONLY                      | SECRET//EYES ONLY//EXERCISE
        SECRET//FOR RELIEF, ACSA//FGI USA, AUS           | SECRET//FGI AUS, USA//FOR ACSA, RELIEF
        //NATO SECRET//ATOMAL                            | //NATO SECRET//ATOMAL
        //ALLIED SECRET                                  | SECRET
        //TOP TOP SECRET                                 | //TOP TOP SECRET
        CONFIDENTIAL//ORCON//FOR MRO//REL TO UN-OCHA     | CONFIDENTIAL//ORCON//REL TO UN-OCHA//FOR MRO
        """)
    void readsAnyOrderAndPrintsOne(String written, String printed) {
        assertThat(Label.parse(written).text()).isEqualTo(printed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        ""                                       | the label is empty
        "   "                                    | the label is empty
        secret                                   | unknown classification 'secret'
        NOFORN                                   | use one of UNCLASSIFIED, RESTRICTED, CONFIDENTIAL, SECRET, TOP SECRET
        S//REL TO JPN                            | unknown classification 'S'
        REL TO JPN//SECRET                       | unknown classification 'REL TO JPN'
        //NATO                                   | after the leading // stands a policy
        //nato SECRET                            | 'nato' is no code
        // SECRET                                | '' is no code
        //NATO//CRYPTO SECRET                    | 'NATO//CRYPTO' is no code
        SECRET//                                 | there is an empty segment
        SECRET////ORCON                          | there is an empty segment
        SECRET//CRYPTO//BOHEMIA                  | caveats stands twice
        SECRET//ORCON//ORCON                     | ORCON stands twice
        SECRET//EYES ONLY//EYES ONLY             | EYES ONLY stands twice
        SECRET//EXERCISE//EXERCISE               | EXERCISE stands twice
        SECRET//FGI USA//FGI AUS                 | FGI stands twice
        SECRET//FOR ACSA//FOR MRO                | FOR stands twice
        SECRET//REL TO JPN//REL TO USA           | REL TO or PUBLIC stands twice
        UNCLASSIFIED//PUBLIC//REL TO USA         | REL TO or PUBLIC stands twice
        SECRET//REL TO                           | 'REL TO' is no code
        SECRET//REL TO ,                         | '' is no code
        SECRET//REL TO JPN USA                   | 'JPN USA' is no code
        SECRET//REL TO jpn                       | 'jpn' is no code
        SECRET//CRYPTO/                          | '' is no code
        SECRET//CRYPTO, BOHEMIA                  | 'CRYPTO, BOHEMIA' is no code
        SECRET//-CRYPTO                          | '-CRYPTO' is no code
        SECRET//A23456789012345678901234567890123 | is no code: capital letters, digits and hyphens, at most 32
        SECRET//CRYPTO/ORCON                     | ORCON, PUBLIC and EXERCISE are words of the label itself
        SECRET//PUBLIC/CRYPTO                    | ORCON, PUBLIC and EXERCISE are words of the label itself
        SECRET//EXERCISE/CRYPTO                  | ORCON, PUBLIC and EXERCISE are words of the label itself
        SECRET//EYES ONLY//REL TO USA            | EYES ONLY excludes REL TO and PUBLIC
        UNCLASSIFIED//PUBLIC//EYES ONLY          | EYES ONLY excludes REL TO and PUBLIC
        RESTRICTED//PUBLIC                       | PUBLIC is only for UNCLASSIFIED
        UNCLASSIFIED//PUBLIC//CRYPTO             | PUBLIC is only for UNCLASSIFIED
        UNCLASSIFIED//PUBLIC//ORCON              | PUBLIC is only for UNCLASSIFIED
        UNCLASSIFIED//PUBLIC//FGI USA            | PUBLIC is only for UNCLASSIFIED
        """)
    void refusesAndSaysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> Label.parse(text))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining(message);
    }

    @Test
    void takesCodesOfThirtyTwoCharactersAndTextsOfTwoThousand() {
        var longest = "A2345678901234567890123456789012";
        assertThat(Label.parse("SECRET//" + longest).caveats()).containsExactly(longest);
        assertThat(Label.parse(" ".repeat(2000 - 6) + "SECRET").text()).isEqualTo("SECRET");
        assertThatThrownBy(() -> Label.parse(" ".repeat(2000 - 5) + "SECRET"))
                .isInstanceOf(LabelException.class)
                .hasMessage("the label is longer than 2000 characters");
    }

    /// Otherwise a record with such a label could be written here and read nowhere.
    @Test
    void aLabelTooLongToBeReadBackCannotBeBuilt() {
        var codes = new TreeSet<String>();
        for (var i = 0; i < 100; i++) {
            codes.add("ORGANISATION-WITH-A-LONG-NAME-" + i);
        }
        var label = Label.of(Classification.SECRET, Releasability.ORIGIN_ONLY);
        assertThatThrownBy(() -> label.with(Releasability.to(codes))).isInstanceOf(LabelException.class);
    }

    @Test
    void aBareWordOfTheLabelIsNoCaveat() {
        for (var word : new String[] {"ORCON", "PUBLIC", "EXERCISE"}) {
            var caveats = new TreeSet<>(Collections.singleton(word));
            assertThatThrownBy(() -> withCaveats(caveats)).isInstanceOf(LabelException.class);
        }
        assertThat(withCaveats(new TreeSet<>(Collections.singleton("FGI"))).text())
                .isEqualTo("UNCLASSIFIED//FGI");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aTruncatedTextIsRefusedOrKeepsPolicyAndLevelAndNeverBecomesPublic(long seed) {
        var label = RandomLabels.label(Seeds.random(seed));
        var text = label.text();
        for (var end = 0; end < text.length(); end++) {
            try {
                var read = Label.parse(text.substring(0, end));
                assertThat(read.classification()).isEqualTo(label.classification());
                assertThat(read.policy()).isEqualTo(label.policy());
                assertThat(isPublic(read) && !isPublic(label)).isFalse();
            } catch (LabelException refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDamagedTextKeepsItsLevelUnlessEvenThePolicyIsAnother(long seed) {
        var random = Seeds.random(seed);
        var label = RandomLabels.label(random);
        for (var i = 0; i < 40; i++) {
            var damaged = new StringBuilder(label.text());
            var at = random.nextInt(damaged.length());
            damaged.setCharAt(at, (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
            try {
                var read = Label.parse(damaged.toString());
                assertThat(read)
                        .as("a level that changes comes with a policy nobody knows")
                        .matches(it -> it.classification() == label.classification()
                                || !List.of("ALLIED", "NATO", "JPN-SDF").contains(it.policy()));
                assertThat(Label.parse(read.text())).isEqualTo(read);
            } catch (LabelException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 250);
    }

    private static boolean isPublic(Label label) {
        return label.releasability() instanceof Releasability.Everyone;
    }

    private static Label withCaveats(TreeSet<String> caveats) {
        var none = Collections.<String>emptySortedSet();
        return new Label(
                "ALLIED",
                Classification.UNCLASSIFIED,
                caveats,
                false,
                false,
                Releasability.ORIGIN_ONLY,
                none,
                none,
                false);
    }
}
