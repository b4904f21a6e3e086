package org.renkei.kernel.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.Golden;
import org.renkei.kernel.Seeds;

class StanagLabelTest {
    private static final String[] ORIGINATORS = {null, "JPN/ichigaya", "熊本 <JTF> & \"staff\"", ""};
    private static final StanagLabel GOOD = new StanagLabel(
            Label.parse("SECRET//BOHEMIA/CRYPTO//ORCON//REL TO JPN, USA//FGI AUS//FOR BMD//EXERCISE"),
            Instant.parse("2016-04-15T16:25:06Z"),
            "JPN/ichigaya");

    /// `-Dgolden.write=true` writes the file anew.
    @Test
    void xmlIsTheGoldenOne() {
        Golden.check("label-4774.xml", GOOD.xml());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parsingGivesBackWhatWasPrinted(long seed) {
        var random = Seeds.random(seed);
        var created = Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(3) * 1_000_000L);
        var label = new StanagLabel(RandomLabels.label(random), created, ORIGINATORS[random.nextInt(4)]);
        assertThat(StanagLabel.parse(label.xml())).isEqualTo(label);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        s4774:originatorConfidentialityLabel | s4774:alternativeConfidentialityLabel  | the root is
        metadatalabel:1:0                    | metadatalabel:2:0                      | the root is
        s4774:Classification>                | s4774:Level>                           | element Level is not known in a label
        s4774:OriginatorID>                  | s4774:CategoryValue>                   | element CategoryValue is not known
        s4774:GenericValue>                  | s4774:CategoryValue>                   | a value that is not a GenericValue
        TagName="Caveats"                    | TagName="Compartments"                 | 'RESTRICTIVE:Compartments' is not known
        TagName="Releasable To"              | TagName="Only For"                     | 'PERMISSIVE:Only For' is not known
        TagName="Caveats" Type="RESTRICTIVE" | TagName="Caveats" Type="PERMISSIVE"    | 'PERMISSIVE:Caveats' is not known
        TagName="Caveats" Type="RESTRICTIVE" | TagName="Caveats"                      | 'null:Caveats' is not known
        TagName="Releasable To"              | name="Releasable To"                   | 'PERMISSIVE:null' is not known
        >ORCON<                              | >NOFORN<                               | handling [NOFORN] is not known
        >SECRET<                             | >COSMIC<                               | unknown classification 'COSMIC'
        >SECRET<                             | ><                                     | unknown classification ''
        >CRYPTO<                             | >crypto<                               | 'crypto' is no code
        >CRYPTO<                             | >ORCON<                                | words of the label itself
        >ALLIED<                             | >no policy<                            | 'no policy' is no code
        >ORCON<                              | >EYES ONLY<                            | EYES ONLY excludes REL TO
        2016-04-15T16:25:06Z                 | 2016-04-15T16:25:06                    | is no date and time with zone
        2016-04-15T16:25:06Z                 | yesterday                              | CreationDateTime 'yesterday' is no date
        <s4774:Classification>               | <Classification>                       | element Classification is no part of a label
        s4774:GenericValue>CRYPTO            | s4774:GenericValue>CRYPTO<a/>          | no readable STANAG 4774 label
        </s4774:originatorConfidentialityLabel> | ""                                  | no readable STANAG 4774 label
        """)
    void refusesAndSaysWhatIsWrong(String found, String replacement, String message) {
        var xml = replaceAllOrFail(GOOD.xml(), found, replacement);
        assertThatThrownBy(() -> StanagLabel.parse(xml))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(strings = {"PolicyIdentifier", "Classification", "CreationDateTime"})
    void refusesWhatLacksARequiredElement(String element) {
        var xml = GOOD.xml().replaceAll("<s4774:" + element + ">.*</s4774:" + element + ">", "");
        assertThatThrownBy(() -> StanagLabel.parse(xml))
                .isInstanceOf(LabelException.class)
                .hasMessage("PolicyIdentifier, Classification and CreationDateTime must all be present");
    }

    @Test
    void refusesAnElementOfAnotherNamespace() {
        var xml = insert("<x:Classification xmlns:x=\"urn:x\">UNCLASSIFIED</x:Classification>");
        assertThatThrownBy(() -> StanagLabel.parse(xml))
                .isInstanceOf(LabelException.class)
                .hasMessageContaining("element {urn:x}Classification is no part of a label");
    }

    @ParameterizedTest(name = "entity {0}")
    @ValueSource(
            strings = {
                "<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
                "<!DOCTYPE l SYSTEM 'http://127.0.0.1:1/never.dtd'>",
                "<!DOCTYPE l [<!ENTITY y 'SECRET'><!ENTITY x '&y;&y;&y;&y;&y;&y;&y;&y;'>]>",
                "<!DOCTYPE l [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]>",
                "<!DOCTYPE l>"
            })
    void refusesDocumentTypesAndEntities(String type) {
        var withEntity = type + GOOD.xml().replace(">JPN/ichigaya<", ">&x;<");
        assertThatThrownBy(() -> StanagLabel.parse(withEntity)).isInstanceOf(LabelException.class);
        assertThatThrownBy(() -> StanagLabel.parse(type + GOOD.xml())).isInstanceOf(LabelException.class);
    }

    @Test
    void refusesABillionLaughsAtOnce() {
        var laughs = new StringBuilder("<!DOCTYPE l [<!ENTITY a0 'ha'>");
        for (var i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d '&a%d;&a%d;&a%d;&a%d;'>".formatted(i, i - 1, i - 1, i - 1, i - 1));
        }
        var xml = laughs + "]>" + GOOD.xml().replace(">JPN/ichigaya<", ">&a29;<");
        assertThatThrownBy(() -> StanagLabel.parse(xml)).isInstanceOf(LabelException.class);
    }

    /// An entity passed over in silence would leave a label that says less than was written.
    @ParameterizedTest(name = "in {0}")
    @ValueSource(strings = {">SECRET<", ">CRYPTO<", ">ORCON<", ">JPN<", ">JPN/ichigaya<"})
    void refusesAnEntityThatNobodyDeclared(String place) {
        var xml = GOOD.xml().replace(place, place.replace("<", "&and-more;<"));
        assertThatThrownBy(() -> StanagLabel.parse(xml)).isInstanceOf(LabelException.class);
    }

    @Test
    void passesOverAnUnknownInformativeCategory() {
        var xml = insert("<s4774:Category TagName=\"Color\" Type=\"INFORMATIVE\">"
                + "<s4774:GenericValue>red</s4774:GenericValue></s4774:Category>");
        assertThat(StanagLabel.parse(xml)).isEqualTo(GOOD);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<s4774:Classification>UNCLASSIFIED</s4774:Classification>",
                "<s4774:PolicyIdentifier>NATO</s4774:PolicyIdentifier>",
                "<s4774:Category TagName=\"Releasable To\" Type=\"PERMISSIVE\">"
                        + "<s4774:GenericValue>PHL</s4774:GenericValue></s4774:Category>"
            })
    void aSecondWordOnTheSameMatterIsRefused(String second) {
        assertThatThrownBy(() -> StanagLabel.parse(insert(second))).isInstanceOf(LabelException.class);
    }

    @Test
    void aPartyThatIsCalledPublicDoesNotBecomeEverybody() {
        try {
            var label = Label.parse("UNCLASSIFIED//REL TO PUBLIC");
            var read = StanagLabel.parse(new StanagLabel(label, Instant.EPOCH, null).xml());
            assertThat(read.label()).isEqualTo(label);
        } catch (LabelException refused) {
            assertThat(refused).hasMessageContaining("PUBLIC");
        }
    }

    @Test
    void readsTimesOfAnyZoneAndLabelsOfAnyPrefix() {
        var xml = GOOD.xml()
                .replace("2016-04-15T16:25:06Z", "2016-04-16T01:25:06+09:00")
                .replace("s4774", "slab");
        assertThat(StanagLabel.parse("<?xml version=\"1.0\"?><!-- a label -->\n" + xml + "\n"))
                .isEqualTo(GOOD);
    }

    @Test
    void refusesWhatIsLongerThanAnyLabel() {
        var filler = "<!--" + " ".repeat(64 * 1024 - GOOD.xml().length() - 7) + "-->";
        assertThat(StanagLabel.parse(filler + GOOD.xml())).isEqualTo(GOOD);
        assertThatThrownBy(() -> StanagLabel.parse(" " + filler + GOOD.xml()))
                .isInstanceOf(LabelException.class)
                .hasMessage("the label is longer than 65536 characters");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String insert(String element) {
        return replaceAllOrFail(
                GOOD.xml(), "</s4774:ConfidentialityInformation>", element + "</s4774:ConfidentialityInformation>");
    }

    private static String replaceAllOrFail(String text, String found, String replacement) {
        assertThat(text).contains(found);
        return text.replace(found, replacement);
    }
}
