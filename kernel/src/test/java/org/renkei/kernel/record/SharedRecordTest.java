package org.renkei.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renkei.kernel.record.RecordFixture.aRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.cbor.CborBool;

class SharedRecordTest {

    @Test
    void theBannerIsComputedFromTheWholeAndItsPortions() {
        var record = aRecord()
                .labelled("RESTRICTED//REL TO AUS, USA")
                .portion("/a", "SECRET//CRYPTO//REL TO USA")
                .portion("/b", "UNCLASSIFIED//PUBLIC")
                .build();
        assertThat(record.banner()).hasToString("SECRET//CRYPTO//REL TO USA");
        assertThat(aRecord().releasableTo("USA").build().banner()).hasToString("UNCLASSIFIED//REL TO USA");
    }

    @Test
    void refusesRevisionZeroAndAPlaceLabelledTwice() {
        assertThatThrownBy(() -> aRecord().revision(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("revisions count from 1, not from 0");
        var twice = aRecord().portion("/a", "SECRET").portion("/a/b", "SECRET").portion("/a", "UNCLASSIFIED//PUBLIC");
        assertThatThrownBy(twice::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("portion /a is labelled twice");
    }

    @Test
    void anUnknownFieldCannotPassForAKnownOne() {
        try {
            var record = aRecord().unknown("x", new CborBool(true)).build();
            assertThat(RecordCodec.decode(RecordCodec.encode(record))).isEqualTo(record);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("'x'");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"FLASH, true", "IMMEDIATE, true", "PRIORITY, false", "ROUTINE, false"})
    void flashAndImmediateAreUrgent(Precedence precedence, boolean urgent) {
        assertThat(precedence.isUrgent()).isEqualTo(urgent);
        assertThat(Precedence.parse(precedence.name())).isEqualTo(precedence);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"JPN/ichigaya", "UN-OCHA/geneva-2", "NATO/1"})
    void nodesAreReadAsTheyAreWritten(String text) {
        assertThat(NodeId.parse(text)).hasToString(text);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"", "/", "JPN", "JPN/", "/ichigaya", "J/ichigaya", "JPN/-a", "JPN/a b", "JPN/a\n", "JPN/a+b"})
    void refusesWhatIsNoNode(String text) {
        assertThatThrownBy(() -> NodeId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no node");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "remove, REMOVE",
        "position-10km, POSITION_10_KM",
        "position-100km, POSITION_100_KM",
        "time-hour, TIME_HOUR",
        "time-day, TIME_DAY",
        "identity-type, IDENTITY_TYPE"
    })
    void redactionsAreReadByTheirCodes(String code, Otherwise otherwise) {
        assertThat(Otherwise.parse(code)).isEqualTo(otherwise);
        assertThat(otherwise.code()).isEqualTo(code);
        assertThatThrownBy(() -> Otherwise.parse(otherwise.name())).hasMessageContaining("use one of [remove,");
    }
}
